class_name EventDecoder
extends RefCounted
## Texts from outside to frames and entries. Nothing that comes in can make it fail: what is no frame gives null and a reason.

## Why the last text gave nothing; empty when it gave something.
var reason: String = ""


## A text message to its JSON object; empty when it is none, and `reason` says why.
func frame(_text: String) -> Dictionary:
	return {}


## An event frame, or a line of an exported record (the same without `type`), to an entry; null when it is none.
func event(_frame: Dictionary) -> LabEvent:
	return null
