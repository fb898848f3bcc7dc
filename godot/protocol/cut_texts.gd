class_name CutTexts
extends RefCounted
## Long texts of an entry to {chars, head}, and long lists and records to {entries, head}, as the server cuts them for a
## small screen: a run of many thousand entries must fit the memory, and the whole entry is on the log.

## Characters of each text that stay. A state takes 600 of them.
const MOST := 2000
## Entries of a list that stay: as many as a state takes of the longest.
const MOST_ENTRIES := Bounds.METRICS
## Fewer where each becomes a thing on the screen, by the key of the list.
const MOST_OF: Dictionary[String, int] = {"options": 200}
## Fields of a record that stay, and characters of the name of one.
const MOST_FIELDS := 1000
const MOST_OF_NAME := 200


## The same value where nothing in it is too long; `value` itself is not changed. What lies deeper than a frame may be
## is left out.
static func of(value: Variant, key: String = "", deeper: int = EventDecoder.DEEPEST) -> Variant:
	if value is String:
		var text: String = value
		return text if text.length() <= MOST else {"chars": Utf16.length(text), "head": text.left(MOST)}
	if value is Array and deeper > 0:
		var list: Array = value
		return _list(list, key, deeper - 1)
	if value is Dictionary and deeper > 0:
		var object: Dictionary = value
		return _object(object, key, deeper - 1)
	return null if value is Array or value is Dictionary else value


## An event frame with its event shortened; any other frame as it is. For the thread that reads it.
static func frame(from: Dictionary) -> Dictionary:
	if Fields.id(from, "type") != "event" or not from.get("event") is Dictionary:
		return from
	var whole: Dictionary = from.event
	var short: Variant = of(whole)
	return from if is_same_as(whole, short) else from.merged({"event": short, "cut": true}, true)


static func is_same_as(value: Variant, other: Variant) -> bool:
	return hash(value) == hash(other)


static func _text(value: Dictionary) -> Dictionary:
	var made := {"chars": value.chars, "head": Fields.id(value, "head").left(MOST)}
	if value.get("blob") is String:
		made.blob = Fields.id(value, "blob").left(MOST_OF_NAME)
	return made


static func _list(value: Array, key: String, deeper: int) -> Variant:
	var most: int = MOST_OF.get(key, MOST_ENTRIES)
	var made := value.slice(0, most).map(func(item: Variant) -> Variant: return of(item, key, deeper))
	return made if value.size() <= most else {"entries": value.size(), "head": made}


static func _object(value: Dictionary, key: String, deeper: int) -> Dictionary:
	# A text that is cut already keeps the length that it says; only its head is shortened.
	if Fields.number_or_null(value, "chars") != null and value.get("head") is String:
		return _text(value)
	var is_cut := Fields.number_or_null(value, "entries") != null
	var made := {}
	for name: Variant in value:
		if made.size() == MOST_FIELDS:
			return {"entries": value.size(), "head": made}
		var short := str(name).left(MOST_OF_NAME)
		made[short] = of(value[name], key if is_cut and short == "head" else short, deeper)
	# A list that is cut already and is still too long was cut once more.
	if is_cut and value.get("head") is Array and made.head is Dictionary:
		made.head = Fields.list(made, "head")
	return made
