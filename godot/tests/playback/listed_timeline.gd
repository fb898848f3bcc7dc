class_name ListedTimeline
extends RefCounted
## Timelines of entries that differ in type and time alone: all that the clock looks at.


## Entries of these types, `gap` seconds apart, from seq 1.
static func create(types: Array, gap: float = 0.0) -> RunTimeline:
	var timeline := RunTimeline.new("listed")
	for type: String in types:
		add(timeline, type, gap)
	return timeline


static func add(timeline: RunTimeline, type: String, gap: float = 0.0) -> void:
	var event := LabEvent.new()
	event.run = timeline.run
	event.seq = timeline.head + 1
	event.time = gap * event.seq
	event.at = Time.get_datetime_string_from_unix_time(int(event.time)) + ".000Z"
	event.type = type
	event.data = {"type": type}
	timeline.put([event] as Array[LabEvent])
