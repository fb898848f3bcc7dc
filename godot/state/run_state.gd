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

## What a limit of the budget is called in what was spent, where the words differ.
const _SPENT_AS := {"money": "cost"}


static func run(state: Dictionary) -> String:
	return Fields.text(state, "run")


static func seq(state: Dictionary) -> int:
	return Fields.whole(state, "seq")


static func topic(state: Dictionary) -> String:
	return Fields.text(state, "topic")


static func model(state: Dictionary) -> String:
	return Fields.text(state, "model")


## When the last entry was written, in seconds since 1970; 0 before any.
static func time(state: Dictionary) -> float:
	return IsoTime.seconds(Fields.id(state, "at"))


static func started_at(state: Dictionary) -> float:
	return IsoTime.seconds(Fields.id(state, "startedAt"))


## Seconds in which a driver was at work: the time of a pause is not in it.
static func worked_seconds(state: Dictionary) -> float:
	return Fields.number(spent(state), "seconds")


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


## The seven phases, in their order: {name, attempts, spent}.
static func phases(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "phases")


static func phase_view(state: Dictionary, name: String) -> Dictionary:
	return _with(phases(state), "name", name)


## The last time that a phase was begun; empty when it never was.
static func last_attempt(state: Dictionary, name: String) -> Dictionary:
	var attempts := Fields.objects(phase_view(state, name), "attempts")
	return {} if attempts.is_empty() else attempts[-1]


## The six roles, in their order: {role, open, held, last, turns, spent}.
static func people(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "people")


static func person(state: Dictionary, role: String) -> Dictionary:
	return _with(people(state), "role", role)


## The turns that a role has before it: {turn, seat, ask, doing, since, seq, said, fault}.
static func open_turns(state: Dictionary, role: String) -> Array[Dictionary]:
	return Fields.objects(person(state, role), "open")


static func programs(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "programs")


static func programs_of_attempt(state: Dictionary) -> Array[Dictionary]:
	var now := attempt(state)
	var is_now := func(one: Dictionary) -> bool: return Fields.whole(one, "attempt") == now
	return programs(state).filter(is_now)


## The last program with that id: of equal ids of several attempts the newest.
static func program(state: Dictionary, id: String) -> Dictionary:
	var all := programs(state)
	all.reverse()
	return _with(all, "id", id)


## The program that leads this attempt; empty when none does.
static func best(state: Dictionary) -> Dictionary:
	return program(state, Fields.text(state, "best")) if Fields.has(state, "best") else {}


## Each score as it was given: {seq, at, attempt, program, score, best}.
static func curve(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "curve")


static func papers(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "papers")


## Those papers that have come so far: found, read or added.
static func papers_with(state: Dictionary, status_name: String) -> Array[Dictionary]:
	return papers(state).filter(func(paper: Dictionary) -> bool: return paper.get("status") == status_name)


## The draft of this attempt: {name, seq, turn, chars, head}.
static func sections(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "sections")


static func reviews(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "reviews")


static func reviews_of_attempt(state: Dictionary) -> Array[Dictionary]:
	var now := attempt(state)
	return reviews(state).filter(func(review: Dictionary) -> bool: return Fields.whole(review, "attempt") == now)


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


## The moments worth finding again: {seq, at, kind, text}.
static func marks(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "marks")


## {calls, input, output, cost, seconds}
static func spent(state: Dictionary) -> Dictionary:
	return Fields.object(state, "spent")


static func tokens(state: Dictionary) -> int:
	return Fields.whole(spent(state), "input") + Fields.whole(spent(state), "output")


## {calls, tokens, money, seconds}, each null where there is no limit.
static func budget(state: Dictionary) -> Dictionary:
	return Fields.object(state, "budget")


## How much of a limit is spent, from 0 to 1 and above; -1 where there is no limit. `kind`: calls, tokens, money or
## seconds.
static func spent_share(state: Dictionary, kind: String) -> float:
	var limit := Fields.number(budget(state), kind)
	if limit <= 0.0:
		return -1.0
	if kind == "tokens":
		return tokens(state) / limit
	var word: String = _SPENT_AS.get(kind, kind)
	return Fields.number(spent(state), word) / limit


static func _with(list: Array[Dictionary], key: String, text: String) -> Dictionary:
	for item: Dictionary in list:
		if item.get(key) == text:
			return item
	return {}
