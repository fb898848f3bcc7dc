class_name ListedTimeline
extends RunTimeline
## A timeline of entries that stand in a list: what the clock needs of one, and nothing that is folded.

var list: Array[LabEvent] = []


## Entries of these types, `gap` seconds apart, from seq 1.
static func create(types: Array, gap: float = 0.0) -> ListedTimeline:
	var timeline := ListedTimeline.new()
	for type: String in types:
		timeline.add(type, gap)
	return timeline


func add(type: String, gap: float = 0.0) -> void:
	var event := LabEvent.new()
	event.seq = list.size() + 1
	event.time = gap * event.seq
	event.type = type
	event.data = {"type": type}
	list.append(event)
	head = list.size()


func event_at(seq: int) -> LabEvent:
	return list[seq - 1] if seq >= 1 and seq <= list.size() else null


func whole_from() -> int:
	return 1
