class_name HoverWords
extends RefCounted
## What a thing in the house says of itself in plain words while the mouse is over it; most show enough.


static func of(pick: Pick, state: Dictionary) -> String:
	if pick == null or pick.kind != "scores":
		return ""
	var count := _judged(state)
	return Words.counted("hover.scores", count) if count > 0 else ""


## Scores of the attempt that is shown, as the display counts them.
static func _judged(state: Dictionary) -> int:
	return Fields.whole(DisplayData.of(state), "count")
