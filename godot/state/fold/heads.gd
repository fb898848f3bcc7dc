class_name Heads
extends RefCounted
## Texts as a state holds them: their beginning, and how long they are.


static func of(from: Dictionary, key: String) -> String:
	return Utf16.head(Fields.text(from, key), Bounds.HEAD_CHARS)


static func sized(from: Dictionary, key: String) -> Dictionary:
	return {"head": of(from, key), "chars": Fields.chars(from, key)}


## A text that a turn wrote.
static func view(from: Dictionary, key: String, entry: LabEvent) -> Dictionary:
	return {
		"seq": entry.seq,
		"turn": Fields.text(from, "turn"),
		"head": of(from, key),
		"chars": Fields.chars(from, key),
	}
