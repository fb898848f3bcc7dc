class_name Measure
extends RefCounted
## What was spent: calls, tokens, money, and time at work.

## What people write, from any process. It says nothing of how long a driver was at work.
const BY_PEOPLE: Array[String] = ["pause-ask", "stop-ask", "note-add", "answer-give"]


## Moves to an entry: time at work is what passes between two events of a driver, but not until a run is taken up
## again, nor while a question holds it.
static func move(next: Dictionary, entry: LabEvent) -> void:
	# Every entry comes through here, so what an effect has put into a list beyond its bound is gone with the next one.
	KeptReviews.keep(next)
	next.seq = entry.seq
	next.at = entry.at
	if BY_PEOPLE.has(entry.type):
		return
	var passed := 0.0 if entry.type == "run-resume" else _seconds_since(next, entry)
	if entry.type == "question-ask" and Fields.flag(entry.data, "blocks"):
		next.erase("workedAt")
	else:
		next.workedAt = entry.at
	if entry.type == "question-ask" and Fields.flag(entry.data, "blocks"):
		next.erase("workedAt")
	if passed > 0.0:
		_spend(next, func(spent: Dictionary) -> Dictionary: return _with_seconds(spent, passed))


## A call of a model, for the run and for the phase at work.
static func spend_usage(next: Dictionary, usage: Dictionary) -> void:
	_spend(next, func(spent: Dictionary) -> Dictionary: return with_usage(spent, usage))


static func with_usage(spent: Dictionary, usage: Dictionary) -> Dictionary:
	var copy := spent.duplicate()
	copy.calls = Fields.whole(spent, "calls") + 1
	for key: String in ["input", "output", "cost"]:
		copy[key] = spent[key] + usage[key]
	return copy


static func _with_seconds(spent: Dictionary, passed: float) -> Dictionary:
	var copy := spent.duplicate()
	copy.seconds = spent.seconds + passed
	return copy


static func _seconds_since(state: Dictionary, entry: LabEvent) -> float:
	var before := IsoTime.milliseconds(Fields.id(state, "workedAt"))
	var now := IsoTime.milliseconds(entry.at)
	return 0.0 if before == IsoTime.NONE or now == IsoTime.NONE else (now - before) / 1000.0


static func _spend(next: Dictionary, change: Callable) -> void:
	next.spent = change.call(next.spent)
	if next.phase == null:
		return
	var phases: Array = next.phases
	var name: String = next.phase
	var place := Lists.first(phases, "name", name)
	var phase: Dictionary = phases[place]
	next.phases = Lists.replaced(phases, place, Lists.with(phase, {"spent": change.call(phase.spent)}))
