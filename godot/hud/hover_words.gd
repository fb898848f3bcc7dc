class_name HoverWords
extends RefCounted
## What a thing in the house says of itself in plain words while the mouse is over it; most show enough.


static func of(pick: Pick, state: Dictionary) -> String:
	match pick.kind if pick else "":
		"scores":
			var count := _judged(state)
			return Words.counted("hover.scores", count) if count > 0 else ""
		"report":
			var score := Fields.text(PagesData.of(state), "score")
			return Words.of("hover.draft", {"score": score}) if score else ""
		"program":
			return Words.of("hover.unscored") if _ran_unjudged(pick.id, state) else ""
	return ""


## Scores of the attempt that is shown, as the display counts them.
static func _judged(state: Dictionary) -> int:
	return Fields.whole(DisplayData.of(state), "count")


## Its node on the chalkboard bears a dash.
static func _ran_unjudged(id: String, state: Dictionary) -> bool:
	for chip: Dictionary in Fields.objects(BenchData.of(state), "chips"):
		if Fields.text(chip, "id") == id:
			return Fields.text(chip, "text").is_empty() and Fields.text(chip, "kind") not in ["failed", "running"]
	return false
