class_name ProgramFold
extends RefCounted
## What entries about the programs of the experiments change.

const LANGUAGES: Array[String] = ["javascript", "python"]
const OPERATORS: Array[String] = ["dataset", "try", "draft", "improve", "repair", "confirm", "final"]

static var effects: Dictionary[String, Callable] = {
	"program-start": _started,
	"program-end": _ended,
	"program-score": _scored,
	"program-judge": _judged,
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
	if data.has("seeds"):
		program.seeds = Fields.length(data, "seeds")
	var programs: Array = next.programs
	next.programs = Lists.appended(programs, program)
	KeptPrograms.keep(next)


static func _ended(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var place := _place_of(next, Fields.id(data, "id"))
	if place < 0:
		return
	var failed := Fields.says_yes(data, "fault")
	var metrics := Metrics.in_field(data, "metrics")
	var ended := {
		"status": "failed" if failed else "ok",
		"metrics": metrics,
		"files": Array(Fields.texts(data, "files")),
		"sandbox": Fields.text(data, "sandbox"),
		"endSeq": entry.seq,
		"endedAt": entry.at,
		"seconds": Fields.number_or_null(data, "seconds"),
	}
	var why := Heads.of(Fields.object(data, "fault"), "message")
	if failed:
		ended.why = why
	var flags := Flags.in_field(data, "flags")
	if not flags.is_empty():
		ended.flags = flags
	_measure(next, place, ended, entry)
	_change(next, place, ended)
	KeptPrograms.keep_numbers(next, place)
	KeptScores.keep(next)
	if failed:
		Mark.put(next, entry, "fault", why)


static func _scored(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var id := Fields.id(data, "id")
	var place := _place_of(next, id)
	var score: Variant = Fields.number_or_null(data, "score")
	if place < 0 or score == null:
		return
	_change(next, place, {"score": score, "scoreSeq": entry.seq})
	var former: Variant = next.best
	_lead(next, id, entry)
	var leads: bool = next.best == id and former != id
	if not _is_by_measure(next):
		_put_point(next, entry, id, score, leads)
		KeptScores.keep(next)


static func _judged(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var id := Fields.text(data, "program")
	var place := _place_of(next, Fields.id(data, "program"))
	if place < 0:
		return
	var against := Fields.id(data, "best")
	var judged := {
		"seq": entry.seq,
		"accepted": Fields.flag(data, "accepted"),
		"against": null if against.is_empty() else against,
		"p": Fields.number_or_null(data, "p"),
		"difference": Fields.number_or_null(data, "difference"),
		"pairs": Fields.number(data, "pairs"),
		"level": Fields.number_or_null(data, "level"),
	}
	_change(next, place, {"judged": judged})
	if judged.accepted:
		_mark_point(next, id)
	_lead(next, id, entry)


## The program that leads now; `id` was scored or judged. One that led until now has its numbers no longer
## than any other of its age.
static func _lead(next: Dictionary, id: String, entry: LabEvent) -> void:
	var programs: Array = next.programs
	var attempt: float = next.attempt
	var former: Variant = next.best
	next.best = BestProgram.of(programs, attempt).get("id")
	if former == next.best:
		return
	if former != null:
		var former_id: String = former
		KeptPrograms.lighten(next, _place_of(next, former_id))
	if next.best == id:
		Mark.put(next, entry, "best", id)


## Where the lab scores programs on labels that it keeps, their measure stands in the curve and not what somebody thinks
## of them.
static func _is_by_measure(state: Dictionary) -> bool:
	return Fields.id(Fields.object(state, "contract"), "evaluation") == "hold-out"


static func _measure(next: Dictionary, place: int, ended: Dictionary, entry: LabEvent) -> void:
	if next.contract == null:
		return
	var programs: Array = next.programs
	var program: Dictionary = programs[place]
	var contract: Dictionary = next.contract
	var metrics: Array = ended.metrics
	var operator: String = program.operator
	var spread := Spread.of(contract, operator, metrics)
	if spread.is_empty():
		return
	ended.spread = spread
	if _is_by_measure(next) and BestProgram.is_competing(operator):
		_put_point(next, entry, Fields.id(program, "id"), spread.mean, false)


static func _put_point(next: Dictionary, entry: LabEvent, id: String, score: Variant, leads: bool) -> void:
	var point := {
		"seq": entry.seq, "at": entry.at, "attempt": next.attempt, "program": id, "score": score, "best": leads
	}
	var curve: Array = next.curve
	next.curve = Lists.appended(curve, point)


## The last point of a program of this attempt is one of those that led.
static func _mark_point(next: Dictionary, id: String) -> void:
	var curve: Array = next.curve
	for place: int in range(curve.size() - 1, -1, -1):
		var point: Dictionary = curve[place]
		if point.program == id and point.attempt == next.attempt:
			next.curve = Lists.replaced(curve, place, Lists.with(point, {"best": true}))
			return


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
