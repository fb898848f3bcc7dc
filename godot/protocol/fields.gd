class_name Fields
extends RefCounted
## Reads typed values out of JSON objects: the only place that touches a Variant from JSON. Nothing is taken for
## granted: a value may be old, cut for the wire, or newer than this program. Texts that came as {chars, head} and
## lists and records that came as {entries, head} are read as far as they came.

## No number of a log is greater: what is, counts as this, so that sums stay finite.
const HIGHEST := 1e15


static func text(from: Dictionary, key: String, otherwise: String = "") -> String:
	return _text_of(from.get(key), otherwise)


## The text, or null when there is none: for what goes back into a JSON object.
static func text_or_null(from: Dictionary, key: String) -> Variant:
	return text(from, key) if has_text(from, key) else null


static func has_text(from: Dictionary, key: String) -> bool:
	return _has_text(from.get(key))


## Length of the whole text in UTF-16 units, as the server counts, wherever the rest of it is.
static func chars(from: Dictionary, key: String) -> int:
	var value: Variant = from.get(key)
	if value is Dictionary:
		var cut: Dictionary = value
		if number_or_null(cut, "chars") != null:
			return whole(cut, "chars")
	return Utf16.length(text(from, key))


## An id; empty when it is missing. Unlike a text it is never cut.
static func id(from: Dictionary, key: String) -> String:
	var value: Variant = from.get(key)
	return value if value is String else ""


## The value when it is one of the names; empty for anything else, such as a name that only a newer gal knows.
static func one_of(from: Dictionary, key: String, names: Array[String]) -> String:
	var found := id(from, key)
	return found if names.has(found) else ""


static func number(from: Dictionary, key: String, otherwise: float = 0.0) -> float:
	var value: Variant = number_or_null(from, key)
	if value == null:
		return otherwise
	var found: float = value
	return found


## A float of at most HIGHEST, or null when there is no finite number.
static func number_or_null(from: Dictionary, key: String) -> Variant:
	var value: Variant = from.get(key)
	if value is int:
		var count: int = value
		return clampf(count, -HIGHEST, HIGHEST)
	if value is float:
		var found: float = value
		return clampf(found, -HIGHEST, HIGHEST) if is_finite(found) else null
	return null


static func whole(from: Dictionary, key: String, otherwise: int = 0) -> int:
	return roundi(number(from, key, otherwise))


static func flag(from: Dictionary, key: String) -> bool:
	var value: Variant = from.get(key)
	return value is bool and value


static func object(from: Dictionary, key: String) -> Dictionary:
	return object_of(from.get(key))


## The fields of an object, as far as they came; none when it is no object.
static func object_of(value: Variant) -> Dictionary:
	if not value is Dictionary:
		return {}
	var found: Dictionary = value
	return found.head if _is_cut(found) and found.head is Dictionary else found


## The objects of a list; whatever else is in it is left out.
static func objects(from: Dictionary, key: String) -> Array[Dictionary]:
	var found: Array[Dictionary] = []
	for value: Variant in list(from, key):
		if value is Dictionary:
			found.append(object_of(value))
	return found


static func list(from: Dictionary, key: String) -> Array:
	var value: Variant = from.get(key)
	if value is Array:
		return value
	if value is Dictionary:
		var cut: Dictionary = value
		return cut.head if _is_cut(cut) and cut.head is Array else []
	return []


## How many entries a list had before it was cut.
static func length(from: Dictionary, key: String) -> int:
	var value: Variant = from.get(key)
	if value is Dictionary:
		var cut: Dictionary = value
		if _is_cut(cut):
			return whole(cut, "entries")
	return list(from, key).size()


static func texts(from: Dictionary, key: String) -> PackedStringArray:
	var found: PackedStringArray = []
	for value: Variant in list(from, key):
		if _has_text(value):
			found.append(_text_of(value, ""))
	return found


## Whether there is something at all: absent and null are nothing.
static func has(from: Dictionary, key: String) -> bool:
	return from.get(key) != null


## Whether JavaScript would take it for yes: everything but absent, null, false, 0 and the empty text.
static func says_yes(from: Dictionary, key: String) -> bool:
	var value: Variant = from.get(key)
	return true if value is Dictionary or value is Array or value else false


static func _is_cut(value: Dictionary) -> bool:
	return number_or_null(value, "entries") != null and (value.get("head") is Dictionary or value.get("head") is Array)


static func _has_text(value: Variant) -> bool:
	if value is Dictionary:
		var cut: Dictionary = value
		return _has_text(cut.get("head"))
	return value is String


static func _text_of(value: Variant, otherwise: String) -> String:
	if value is String:
		return value
	if value is Dictionary:
		var cut: Dictionary = value
		return _text_of(cut.get("head"), otherwise)
	return otherwise
