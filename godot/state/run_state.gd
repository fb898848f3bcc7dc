class_name RunState
extends RefCounted
## Typed readers over a state (a Dictionary in the shape of ViewerState): what several views ask of it is asked here
## once.

## How a run stands, as far as its log tells; empty before its first entry.
const RUNNING := "running"
## A question blocks it.
const WAITING := "waiting"
## The driver let go of it: see `halted`.
const HALTED := "halted"
const ENDED := "ended"


static func run(state: Dictionary) -> String:
	return Fields.text(state, "run")


static func seq(state: Dictionary) -> int:
	return Fields.whole(state, "seq")


## When the last entry was written, in seconds since 1970; 0 before any.
static func time(state: Dictionary) -> float:
	return IsoTime.seconds(Fields.id(state, "at"))


static func status(state: Dictionary) -> String:
	if Fields.has(state, "outcome"):
		return ENDED
	if not blocking_question(state).is_empty():
		return WAITING
	if Fields.has(state, "halted"):
		return HALTED
	return RUNNING if seq(state) > 0 else ""


## {kind: complete, partial or failed, why}; empty until the run has ended.
static func outcome(state: Dictionary) -> Dictionary:
	return Fields.object(state, "outcome")


## {cause, why, seq, by}; empty while somebody drives the run.
static func halted(state: Dictionary) -> Dictionary:
	return Fields.object(state, "halted")


## Which round from planning to reviews this is, from 1.
static func attempt(state: Dictionary) -> int:
	return Fields.whole(state, "attempt", 1)


## Name of the phase at work; empty before the first, between two and after the last.
static func phase(state: Dictionary) -> String:
	return Fields.text(state, "phase")


## The six roles, in their order: {role, open, held, last, turns, spent}.
static func people(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "people")


static func person(state: Dictionary, role: String) -> Dictionary:
	return _with(people(state), "role", role)


## The turns that a role has before it: {turn, seat, ask, doing, since, seq, said, fault}.
static func open_turns(state: Dictionary, role: String) -> Array[Dictionary]:
	return Fields.objects(person(state, role), "open")


## The draft of this attempt: {name, seq, turn, chars, head}.
static func sections(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "sections")


static func questions(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "questions")


## Those that nobody has answered yet.
static func open_questions(state: Dictionary) -> Array[Dictionary]:
	return questions(state).filter(func(question: Dictionary) -> bool: return not Fields.has(question, "answer"))


## The first open question without whose answer the work stands still; empty when none does.
static func blocking_question(state: Dictionary) -> Dictionary:
	for question: Dictionary in open_questions(state):
		if Fields.flag(question, "blocks"):
			return question
	return {}


static func _with(list: Array[Dictionary], key: String, text: String) -> Dictionary:
	for item: Dictionary in list:
		if item.get(key) == text:
			return item
	return {}
