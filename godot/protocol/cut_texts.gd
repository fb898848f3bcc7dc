class_name CutTexts
extends RefCounted
## Long texts of an entry to {chars, head}, as the server cuts them for a small screen: a run of many thousand entries
## must fit the memory, and the whole text is on the log.

## Characters of each text that stay. A state takes 600 of them.
const MOST := 2000


## The same value where nothing in it is too long; `value` itself is not changed.
static func of(value: Variant) -> Variant:
	if value is String:
		var text: String = value
		return text if text.length() <= MOST else {"chars": Utf16.length(text), "head": text.left(MOST)}
	if value is Array:
		var list: Array = value
		return list.map(of)
	if value is Dictionary:
		var object: Dictionary = value
		return _object(object)
	return value


static func _object(value: Dictionary) -> Dictionary:
	# A text that is cut already keeps the length that it says; only its head is shortened.
	if Fields.number_or_null(value, "chars") != null and value.get("head") is String:
		return value.merged({"head": Fields.id(value, "head").left(MOST)}, true)
	var made := {}
	for key: Variant in value:
		made[key] = of(value[key])
	return made
