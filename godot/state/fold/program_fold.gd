class_name ProgramFold
extends RefCounted
## What entries about the programs of the experiments change.

const LANGUAGES: Array[String] = ["javascript", "python"]
const OPERATORS: Array[String] = ["dataset", "try", "draft", "improve", "repair", "final"]

static var effects: Dictionary[String, Callable] = {
	"program-start": _started,
	"program-end": _ended,
	"program-score": _scored,
	"reflection-add": Silence.keep,
}


static func language_in(data: Dictionary) -> String:
	var language := Fields.one_of(data, "language", LANGUAGES)
	return "javascript" if language.is_empty() else language


static func _started(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var id := Fields.id(data, "id")
	var role := Fields.one_of(data, "role", Wire.ROLES)
	if id.is_empty() or role.is_empty() or _place_of(next, id) >= 0:
		return
	var operator := Fields.one_of(data, "operator", OPERATORS)
	var program := {
		"id": id,
		"attempt": next.attempt,
		"operator": "try" if operator.is_empty() else operator,
		"parent": Fields.text_or_null(data, "parent"),
		"role": role,
		"turn": Fields.text(data, "turn"),
		"language": language_in(data),
		"status": "running",
		"why": null,
		"score": null,
		"metrics": [],
		"files": [],
		"sandbox": "",
		"startSeq": entry.seq,
		"startedAt": entry.at,
		"endSeq": null,
		"endedAt": null,
		"seconds": null,
		"scoreSeq": null,
	}
	var programs: Array = next.programs
	next.programs = Lists.appended(programs, program)
	KeptPrograms.keep(next)


static func _ended(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var place := _place_of(next, Fields.id(data, "id"))
	if place < 0:
		return
	var failed := Fields.says_yes(data, "fault")
	var ended := {
		"status": "failed" if failed else "ok",
		"metrics": Metrics.in_field(data, "metrics"),
		"files": Array(Fields.texts(data, "files")),
		"sandbox": Fields.text(data, "sandbox"),
		"endSeq": entry.seq,
		"endedAt": entry.at,
		"seconds": Fields.number_or_null(data, "seconds"),
	}
	var why := Heads.of(Fields.object(data, "fault"), "message")
	if failed:
		ended.why = why
	_change(next, place, ended)
	KeptPrograms.keep_numbers(next, place)
	if failed:
		Mark.put(next, entry, "fault", why)


static func _scored(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var id := Fields.id(data, "id")
	var place := _place_of(next, id)
	var score: Variant = Fields.number_or_null(data, "score")
	if place < 0 or score == null:
		return
	_change(next, place, {"score": score, "scoreSeq": entry.seq})
	var programs: Array = next.programs
	var attempt: float = next.attempt
	var former: Variant = next.best
	next.best = BestProgram.of(programs, attempt).get("id")
	var leading: bool = next.best == id and former != id
	var point := {
		"seq": entry.seq, "at": entry.at, "attempt": next.attempt, "program": id, "score": score, "best": leading
	}
	var curve: Array = next.curve
	next.curve = Lists.appended(curve, point)
	# A program that led until now has its numbers no longer than any other of its age.
	if former != null and former != next.best:
		var former_id: String = former
		KeptPrograms.lighten(next, _place_of(next, former_id))
	KeptScores.keep(next)
	if leading:
		Mark.put(next, entry, "best", id)


## Where a program of this attempt is in the list: ids are looked up in the attempt at work alone. -1 when it is not
## there.
static func _place_of(state: Dictionary, id: String) -> int:
	var programs: Array = state.programs
	var attempt: float = state.attempt
	for place: int in range(programs.size() - 1, -1, -1):
		var program: Dictionary = programs[place]
		if program.id == id and program.attempt == attempt:
			return place
	return -1


static func _change(next: Dictionary, place: int, changes: Dictionary) -> void:
	var programs: Array = next.programs
	var program: Dictionary = programs[place]
	next.programs = Lists.replaced(programs, place, Lists.with(program, changes))
