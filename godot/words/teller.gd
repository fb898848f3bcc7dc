class_name Teller
extends RefCounted
## Which sentence an entry gets and what stands in its slots. Any event has one, also when its texts were cut; of a type that
## is new to this viewer it is the type.

static var _tellers: Dictionary[String, Callable] = {}


static func tell(event: LabEvent) -> String:
	if _tellers.is_empty():
		for some: Dictionary[String, Callable] in [
			TellerRun.all(), TellerPeople.all(), TellerTurn.all(), TellerStudy.all(), TellerProgram.all(), TellerReport.all()
		]:
			_tellers.merge(some)
	if not _tellers.has(event.type):
		return event.type
	var told: Telling = _tellers[event.type].call(event.data)
	var text := Words.fill(Words.template(told.key), told.slots)
	return text if not text.strip_edges().is_empty() else event.type


static func knows(type: String) -> bool:
	return type in _tellers


## A key of the sentences and its slots.
class Telling:
	var key: String
	var slots: Dictionary

	static func of(a_key: String, some_slots: Dictionary = {}) -> Telling:
		var telling := Telling.new()
		telling.key = a_key
		telling.slots = some_slots
		return telling
