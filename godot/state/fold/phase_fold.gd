class_name PhaseFold
extends RefCounted
## What entries about phases change.

static var effects: Dictionary[String, Callable] = {
	"phase-start": _started,
	"role-brief": Silence.keep,
	"turns-condense": Silence.keep,
	"phase-end": _ended,
}


static func _started(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var phase := Fields.one_of(data, "phase", Wire.PHASES)
	if phase.is_empty():
		return
	var people: Array = next.people
	var attempt := Fields.number(data, "attempt")
	next.phase = phase
	next.phases = _with_attempts(next, phase, func(list: Array) -> Array: return list + [_begun(attempt, entry)])
	next.people = OpenTurns.let_go(people)
	if phase == "plan-formulation" and attempt != 1.0:
		_go_back(next, attempt, entry)
	Mark.put(next, entry, "phase", phase)


## Empties what belongs to one attempt from planning to reviews.
static func _go_back(next: Dictionary, attempt: float, entry: LabEvent) -> void:
	var why := Fields.text(Fields.object(next, "decision"), "why")
	next.erase("bestSections")
	for key: String in ["plan", "contract", "dataset", "card", "interpretation", "readme", "best", "decision"]:
		next[key] = null
	next.sections = []
	next.attempt = attempt
	Mark.put(next, entry, "back", why)


static func _begun(attempt: float, entry: LabEvent) -> Dictionary:
	return {
		"attempt": attempt,
		"startSeq": entry.seq,
		"startedAt": entry.at,
		"endSeq": null,
		"endedAt": null,
		"outcome": null,
		"next": null,
		"turns": 0,
	}


static func _ended(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var people: Array = next.people
	var phase := Fields.one_of(data, "phase", Wire.PHASES)
	var after := Fields.one_of(data, "next", Wire.PHASES)
	if Fields.id(data, "next") == "end":
		after = "end"
	var ended := {
		"endSeq": entry.seq,
		"endedAt": entry.at,
		"outcome": Outcomes.in_field(data, "outcome"),
		"next": null if after.is_empty() else after,
	}
	next.phase = null
	if not phase.is_empty():
		var attempt: Variant = Fields.number_or_null(data, "attempt")
		next.phases = _with_attempts(next, phase, func(list: Array) -> Array: return _closed(list, attempt, ended))
	next.people = OpenTurns.let_go(people)


static func _closed(attempts: Array, number: Variant, ended: Dictionary) -> Array:
	for place: int in range(attempts.size() - 1, -1, -1):
		var attempt: Dictionary = attempts[place]
		if number != null and attempt.attempt == number:
			return Lists.replaced(attempts, place, Lists.with(attempt, ended))
	return attempts


static func _with_attempts(state: Dictionary, name: String, change: Callable) -> Array:
	var phases: Array = state.phases
	var place := Lists.first(phases, "name", name)
	var phase: Dictionary = phases[place]
	return Lists.replaced(phases, place, Lists.with(phase, {"attempts": change.call(phase.attempts)}))
