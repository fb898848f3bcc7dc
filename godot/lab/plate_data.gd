class_name PlateData
extends RefCounted
## The one figure that each room's plate says: a key of the words and what fills it. No entry: nothing to say yet.
## Pure.


static func of(state: Dictionary) -> Dictionary:
	var found: Dictionary = {}
	_say(found, "literature-review", "papers", ShelfData.added(state))
	_say(found, "plan-formulation", "plan", int(Fields.has(state, "plan")))
	_say(found, "data-preparation", "data", int(Fields.has(state, "dataset") or Fields.has(state, "card")))
	var curve := DisplayData.of(state)
	var best := Fields.list(curve, "best")
	var bench := BenchData.of(state)
	_say(found, "running-experiments", "programs", Fields.list(bench, "chips").size() + Fields.whole(bench, "hidden"))
	_date(found, "running-experiments", bench)
	if best:
		var top: float = best[-1]
		_say(found, "results-interpretation", "best", best.size(), {"score": Amounts.score(top)})
		_date(found, "results-interpretation", curve)
	_say(found, "report-writing", "sections", Fields.list(state, "sections").size(), {"all": str(Wire.SECTIONS.size())})
	var mean := Amounts.score(VerdictsData.mean(state))
	_say(found, "report-refinement", "reviews", VerdictsData.reviews(state).size(), {"mean": mean})
	if Fields.whole(state, "attempt", 1) > 1:
		_say(found, "hall", "attempt", Fields.whole(state, "attempt"))
	return found


## What is of an earlier attempt says of which: {"attempt": number}.
static func _date(found: Dictionary, room: String, shown: Dictionary) -> void:
	if found.has(room) and Fields.flag(shown, "old"):
		found[room]["attempt"] = Fields.whole(shown, "attempt")


## Keys end in .one for one thing and in .many for more, where {n} says how many.
static func _say(found: Dictionary, room: String, key: String, n: int, more: Dictionary = {}) -> void:
	if n <= 0:
		return
	var slots: Dictionary = {"n": str(n)}
	slots.merge(more)
	found[room] = {"key": "plate.%s.%s" % [key, "one" if n == 1 else "many"], "slots": slots}
