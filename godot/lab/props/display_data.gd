class_name DisplayData
extends RefCounted
## The score curve of the newest attempt that has scores: each score as it was given, and the best until then.

const POINTS := 60


static func of(state: Dictionary) -> Dictionary:
	var attempt := 0
	for point: Dictionary in Fields.objects(state, "curve"):
		attempt = maxi(attempt, Fields.whole(point, "attempt"))
	var scores: Array[float] = []
	var best: Array[float] = []
	var seq := 0
	for point: Dictionary in Fields.objects(state, "curve"):
		if Fields.whole(point, "attempt") != attempt:
			continue
		scores.append(Fields.number(point, "score"))
		best.append(scores[-1] if Fields.flag(point, "best") or best.is_empty() else best[-1])
		seq = Fields.whole(point, "seq")
	var from := maxi(0, scores.size() - POINTS)
	return {
		"attempt": attempt,
		"measure": _measure(state),
		"old": attempt > 0 and attempt < Fields.whole(state, "attempt", 1),
		"count": scores.size(),
		"scores": scores.slice(from),
		"best": best.slice(from),
		"range": _range(scores),
		"seq": seq,
	}


## What stands in the curve where it is no score: the metric that decides, when the lab keeps the labels.
static func _measure(state: Dictionary) -> String:
	var contract := Fields.object(state, "contract")
	return Fields.text(contract, "metric") if Fields.text(contract, "evaluation") == "hold-out" else ""


## Foot and top of the axis: 0 to 1 where all scores lie there.
static func _range(scores: Array[float]) -> Array[float]:
	var low := 0.0
	var high := 1.0
	for score: float in scores:
		low = minf(low, score)
		high = maxf(high, score)
	return [floorf(low), ceilf(high)]
