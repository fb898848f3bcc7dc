class_name EventDecoder
extends RefCounted
## Texts from outside to frames and entries. Nothing that comes in can make it fail: what is no frame gives nothing
## and a reason. Frames and events that it does not know are given as they are: whoever reads them leaves out what is
## new.

## The most characters of one text: no answer of a server is longer, and a line of a record is far shorter.
const LONGEST := 8 * 1024 * 1024
## Lists and records in one another. The server takes 32 and sends fewer.
const DEEPEST := 64
## No run has as many entries; what counts further comes from no log.
const HIGHEST_SEQ := 1_000_000_000.0

## Why the last text gave nothing; empty when it gave something.
var reason: String = ""

var _json := JSON.new()


## A text message to its JSON object; empty when it is none, and `reason` says why.
func frame(text: String) -> Dictionary:
	reason = ""
	if text.length() > LONGEST:
		return _refused("it is longer than %d characters" % LONGEST)
	if text.strip_edges().is_empty():
		return _refused("it is empty")
	if _parse(text) != OK:
		return _refused("it is not JSON: %s" % _json.get_error_message())
	if _may_be_deep(text) and _is_deep(_json.data, DEEPEST):
		return _refused("it is deeper than %d" % DEEPEST)
	if not _json.data is Dictionary:
		return _refused("it is no JSON object")
	var found: Dictionary = _json.data
	return found if found else _refused("the object is empty")


## The same for the bytes of a message or of a line.
func frame_of(bytes: PackedByteArray) -> Dictionary:
	if bytes.size() > LONGEST:
		return _refused("it is longer than %d bytes" % LONGEST)
	return frame(bytes.get_string_from_utf8()) if Utf8.is_text(bytes) else _refused("it is no text in UTF-8")


## An event frame, or a line of an exported record (the same without `type`), to an entry; null when it is none.
func event(from: Dictionary) -> LabEvent:
	reason = _wrong_in(from)
	if not reason.is_empty():
		return null
	var stored: Dictionary = from.event
	var made := LabEvent.create(Fields.id(from, "run"), Fields.whole(from, "seq"), Fields.id(from, "at"), stored)
	made.cut = Fields.flag(from, "cut")
	return made


static func _wrong_in(from: Dictionary) -> String:
	if Fields.id(from, "type") not in ["", "event"]:
		return "it is a frame of another kind: %s" % Fields.id(from, "type").left(80)
	if Fields.id(from, "run").is_empty():
		return "it names no run"
	var seq := Fields.number(from, "seq")
	if seq < 1.0 or seq > HIGHEST_SEQ or seq != floorf(seq):
		return "its seq is no whole number from 1 to 1000000000"
	if IsoTime.milliseconds(Fields.id(from, "at")) == IsoTime.NONE:
		return "its time is not as 2026-01-05T09:00:00.000Z"
	var stored: Variant = from.get("event")
	if not stored is Dictionary or Fields.id(Fields.object(from, "event"), "type").is_empty():
		return "there is no event with a type in it"
	return ""


## Without as many brackets nothing is as deep: most texts need no second look.
static func _may_be_deep(text: String) -> bool:
	return text.count("[") + text.count("{") > DEEPEST


## The parser itself ends at a depth that is harmless to it; whoever reads what it gave goes no deeper than this.
static func _is_deep(value: Variant, left: int) -> bool:
	var inner: Array = []
	if value is Dictionary:
		var object: Dictionary = value
		inner = object.values()
	elif value is Array:
		inner = value
	else:
		return false
	return left == 0 or inner.any(func(item: Variant) -> bool: return _is_deep(item, left - 1))


func _parse(text: String) -> Error:
	# The engine's texts hold no NUL, and it says so aloud.
	var plain := Harmless.text(text)
	if plain.contains("\\u0000") or Harmless.may_spell(plain):
		plain = WellFormed.json(plain)
	var result := _json.parse(plain)
	return _json.parse(WellFormed.json(plain)) if result != OK and text.containsn("\\ud") else result


func _refused(why: String) -> Dictionary:
	reason = why
	return {}
