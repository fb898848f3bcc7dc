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
			return _of_program(pick.id, state)
	return ""


## What its marks on the chalkboard mean.
static func _of_program(id: String, state: Dictionary) -> String:
	var told: PackedStringArray = []
	for program: Dictionary in Fields.objects(state, "programs"):
		if Fields.text(program, "id") == id:
			told = [ProgramWords.spread(program, state), ProgramWords.judged(program)]
			told.append_array(ProgramWords.doubts(program))
	if _ran_unjudged(id, state):
		told.append(Words.of("hover.unscored"))
	return "\n".join(Array(told).filter(func(part: String) -> bool: return not part.is_empty()))


## Scores of the attempt that is shown, as the display counts them.
static func _judged(state: Dictionary) -> int:
	return Fields.whole(DisplayData.of(state), "count")


## Its node on the chalkboard bears a dash.
static func _ran_unjudged(id: String, state: Dictionary) -> bool:
	for chip: Dictionary in Fields.objects(BenchData.of(state), "chips"):
		if Fields.text(chip, "id") == id:
			return Fields.text(chip, "text").is_empty() and Fields.text(chip, "kind") not in ["failed", "running"]
	return false
