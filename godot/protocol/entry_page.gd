class_name EntryPage
extends RefCounted
## Entries out of a text: lines of a record, an event frame, a page of REST, or the result of events.get. Made for a
## worker thread: it touches nothing but what it is given.

var events: Array[LabEvent] = []
## Where the server has more: the next seq; 0 when there is none, or none was told.
var next: int = 0
## Why the text, or the first wrong line of it, is no record; empty when all of it was read.
var reason: String = ""
## The line that `reason` is about, from 1.
var line: int = 0

var _decoder := EventDecoder.new()


static func read(bytes: PackedByteArray) -> EntryPage:
	var page := EntryPage.new()
	var from := 0
	var count := 0
	while from < bytes.size() and page.reason.is_empty():
		var end := bytes.find(10, from)
		end = bytes.size() if end < 0 else end
		count += 1
		page.take_line(bytes.slice(from, end), count)
		from = end + 1
	return page


## One line of the text; an empty one is left out.
func take_line(bytes: PackedByteArray, number: int) -> void:
	if bytes.is_empty() or (bytes.size() == 1 and bytes[0] == 13):
		return
	line = number
	var frame := _decoder.frame_of(bytes)
	reason = _decoder.reason
	if reason.is_empty():
		_take_frame(frame, bytes.size())


func _take_frame(frame: Dictionary, size: int) -> void:
	var holder := Fields.object(frame, "result") if Fields.id(frame, "type") == "result" else frame
	if holder.get("events") is Array:
		next = Fields.whole(holder, "next")
		for inner: Dictionary in Fields.objects(holder, "events"):
			_take_event(inner, size)
		return
	_take_event(frame, size)


func _take_event(frame: Dictionary, size: int) -> void:
	var event := _decoder.event(frame)
	if event == null:
		reason = _decoder.reason
		return
	if size > CutTexts.MOST:
		event.shorten()
	events.append(event)
