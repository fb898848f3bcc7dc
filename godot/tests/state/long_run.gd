class_name LongRun
extends RefCounted
## A made-up run of any length: turns and programs in one phase after another, back to planning after the last.

const RUN := "long"
## Turns of one phase.
const TURNS := 600

const _FORM := {
	"originality": 2,
	"quality": 2,
	"clarity": 2,
	"significance": 2,
	"soundness": 2,
	"presentation": 2,
	"contribution": 2,
	"overall": 5,
	"confidence": 3,
	"decision": "reject",
}


## The first `count` entries.
static func events(count: int) -> Array[LabEvent]:
	var made: Array[LabEvent] = []
	_put(made, {"type": "run-start", "topic": "a long run", "seed": 1, "language": "en", "version": "0", "config": {}})
	var turn := 0
	while made.size() < count:
		@warning_ignore("integer_division")
		var phase := turn / TURNS
		@warning_ignore("integer_division")
		var attempt := 1 + phase / Wire.PHASES.size()
		var name := Wire.PHASES[phase % Wire.PHASES.size()]
		if turn % TURNS == 0:
			_put(made, {"type": "phase-start", "phase": name, "attempt": attempt})
		_put_turn(made, turn, "%s.%d.%d.0" % [name, attempt, turn % TURNS])
		turn += 1
		if turn % TURNS == 0:
			_put(made, {"type": "phase-end", "phase": name, "attempt": attempt, "outcome": {"kind": "complete"}})
	return made.slice(0, count)


## The same as the lines of a record.
static func lines(from: Array[LabEvent]) -> String:
	var texts: PackedStringArray = []
	for event: LabEvent in from:
		texts.append(JSON.stringify({"run": event.run, "seq": event.seq, "at": event.at, "event": event.data}))
	return "\n".join(texts)


static func _put_turn(made: Array[LabEvent], turn: int, id: String) -> void:
	var role := Wire.ROLES[turn % Wire.ROLES.size()]
	_put(made, {"type": "turn-start", "id": id, "role": role, "ask": "go"})
	_put(made, {"type": "turn-reply", "id": id, "text": "turn %d" % turn, "usage": {"input": 800, "output": 120}})
	if turn % 10 == 0:
		_put(made, {"type": "program-start", "id": id, "role": "ml-engineer", "operator": "improve"})
		_put(made, {"type": "program-end", "id": id, "metrics": [{"name": "accuracy", "value": 0.5}], "seconds": 2})
		_put(made, {"type": "program-score", "id": id, "score": (turn * 37 % 101) / 100.0})
	if turn % 50 == 0:
		_put(made, {"type": "paper-add", "id": "arxiv:%d" % turn, "note": "what was learnt"})
		_put(made, {"type": "review-give", "turn": id, "reviewer": "reviewer 1", "form": _FORM, "score": 5})
	_put(made, {"type": "turn-end", "id": id, "command": "go", "ok": true})


static func _put(made: Array[LabEvent], event: Dictionary) -> void:
	var seconds := 1767600000 + made.size()
	var at := "%s.000Z" % Time.get_datetime_string_from_unix_time(seconds)
	made.append(LabEvent.create(RUN, made.size() + 1, at, event))
