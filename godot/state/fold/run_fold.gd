class_name RunFold
extends RefCounted
## What entries about the run as a whole change.

const CAUSES: Array[String] = ["pause", "stop", "question", "fault"]

static var effects: Dictionary[String, Callable] = {
	"run-start": _started,
	"model-choose": _model_chosen,
	"run-resume": _resumed,
	"run-halt": _halted,
	"run-end": _ended,
	"artifact-write": _artifact_written,
}


static func _started(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var budget := Fields.object(Fields.object(data, "config"), "budget")
	next.startedAt = entry.at
	next.topic = Fields.text(data, "topic")
	next.language = Fields.text(data, "language")
	next.seed = Fields.number(data, "seed")
	next.version = Fields.text(data, "version")
	next.changed = Array(Fields.texts(data, "changed"))
	next.budget = {
		"calls": Fields.number_or_null(budget, "calls"),
		"tokens": Fields.number_or_null(budget, "tokens"),
		"money": Fields.number_or_null(budget, "money"),
		"seconds": Fields.number_or_null(budget, "seconds"),
	}
	Mark.put(next, entry, "start", Fields.text(data, "topic"))


static func _model_chosen(next: Dictionary, data: Dictionary, _entry: LabEvent) -> void:
	next.model = Fields.text(data, "model")


static func _resumed(next: Dictionary, _data: Dictionary, entry: LabEvent) -> void:
	var people: Array = next.people
	next.halted = null
	next.asked = {"pause": null, "stop": null}
	next.people = OpenTurns.take_up(people, entry)


static func _halted(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var cause := Fields.one_of(data, "cause", CAUSES)
	if cause.is_empty():
		return
	var people: Array = next.people
	var asked: Dictionary = next.asked
	var why := Fields.text(data, "why")
	next.halted = {"cause": cause, "why": why, "seq": entry.seq, "by": asked.get(cause)}
	# What was asked has come with this halt; what else was asked still waits.
	if asked.has(cause):
		next.asked = Lists.with(asked, {cause: null})
	next.people = OpenTurns.put_aside(people)
	Mark.put(next, entry, "halt", why)


static func _ended(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var found: Variant = Outcomes.in_field(data, "outcome")
	if found == null:
		return
	var people: Array = next.people
	var outcome: Dictionary = found
	next.outcome = outcome
	next.halted = null
	next.asked = {"pause": null, "stop": null}
	next.people = OpenTurns.let_go(people)
	Mark.put(next, entry, "end", Fields.text(outcome, "why", Fields.text(outcome, "kind")))


static func _artifact_written(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var name := Fields.id(data, "name")
	if name.is_empty():
		return
	var artifacts: Array = next.artifacts
	var sha := Fields.text(data, "sha256")
	var artifact := {"name": name, "sha256": sha, "bytes": Fields.number(data, "bytes"), "seq": entry.seq}
	var place := Lists.first(artifacts, "name", name)
	next.artifacts = Lists.appended(artifacts, artifact) if place < 0 else Lists.replaced(artifacts, place, artifact)
