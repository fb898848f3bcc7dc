class_name Teller
extends RefCounted
## Which sentence an entry gets and what stands in its slots. Any event has one, also when its texts were cut; of a type
## that is new to this viewer it is the type.

## Entries of which one sentence tells all: its key, and for each slot the field whose first words fill it.
const PLAIN: Dictionary[String, Array] = {
	"run-start": ["run", {"topic": "topic"}],
	"model-choose": ["model", {"model": "model", "why": "why"}],
	"run-resume": ["resumed", {}],
	"run-halt": ["halted", {"why": "why"}],
	"pause-ask": ["pause", {"by": "by"}],
	"stop-ask": ["stop", {"by": "by"}],
	"answer-give": ["answer", {"by": "by", "answer": "answer"}],
	"role-brief": ["brief", {"text": "text"}],
	"turns-condense": ["condensed", {}],
	"turn-fault": ["modelFault", {"why": "fault.message"}],
	"paper-read": ["paperRead", {"id": "id"}],
	"paper-add": ["paperAdded", {"id": "id", "note": "note"}],
	"plan-accept": ["plan", {"text": "text"}],
	"dataset-accept": ["dataset", {"language": "language"}],
	"interpretation-accept": ["interpretation", {"text": "text"}],
	"reflection-add": ["lesson", {"text": "text"}],
	"readme-write": ["readme", {"text": "text"}],
	"agent-start": ["agentStart", {"agent": "agent", "by": "by"}],
	"agent-act": ["agentAct", {"action": "function_name", "result": "result"}],
}

static var _special: Dictionary[String, Callable] = {}


static func tell(event: LabEvent) -> String:
	var told := telling(event)
	if told == null:
		return event.type
	var text := Words.fill(Words.template(told.key), told.slots)
	return event.type if text.strip_edges().is_empty() else text


## Null for a type that is new to this viewer.
static func telling(event: LabEvent) -> Telling:
	if _special.is_empty():
		for some: Dictionary[String, Callable] in [TellerRun.all(), TellerTurn.all(), TellerStudy.all()]:
			_special.merge(some)
	if _special.has(event.type):
		return _special[event.type].call(event.data)
	if not PLAIN.has(event.type):
		return null
	var slots: Dictionary = {}
	var fields: Dictionary = PLAIN[event.type][1]
	for slot: String in fields:
		slots[slot] = said(event.data, str(fields[slot]))
	return Telling.of(str(PLAIN[event.type][0]), slots)


## The first words of a field; "fault.message" is a field in a field.
static func said(data: Dictionary, path: String, chars: int = 240) -> String:
	var value: Variant = data
	for key: String in path.split("."):
		value = Loose.field(value, key)
	return Loose.first_words(value, chars)


## A key of the sentences and its slots.
class Telling:
	var key: String
	var slots: Dictionary

	static func of(a_key: String, some_slots: Dictionary = {}) -> Telling:
		var made := Telling.new()
		made.key = a_key
		made.slots = some_slots
		return made
