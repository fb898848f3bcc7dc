class_name Mark
extends RefCounted
## A moment on the timeline.


static func put(next: Dictionary, entry: LabEvent, kind: String, text: String) -> void:
	var marks: Array = next.marks
	var head := Utf16.head(text, Bounds.HEAD_CHARS)
	next.marks = Lists.appended(marks, {"seq": entry.seq, "at": entry.at, "kind": kind, "text": head})
