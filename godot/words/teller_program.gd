class_name TellerProgram
extends RefCounted
## Sentences about programs: begun, ended, judged, learnt from.

## Names of measures that are told; of more, these and an ellipsis.
const MOST_NAMES := 4


static func all() -> Dictionary[String, Callable]:
	return {
		"program-start": func(e: Dictionary) -> Teller.Telling:
			var slots := {
				"what": Words.named("operators", e.get("operator")),
				"language": Loose.first_words(e.get("language")),
				"parent": Loose.first_words(e.get("parent")),
			}
			return Teller.Telling.of("programStart" if e.get("parent") == null else "programStartFrom", slots),
		"program-end": _end,
		"program-score": func(e: Dictionary) -> Teller.Telling:
			var score := Numbers.figure(Loose.number(e.get("score")), 3)
			return Teller.Telling.of("programScore", {"score": score, "why": Loose.first_words(e.get("why"))}),
		"reflection-add": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("lesson", {"text": Loose.first_words(e.get("text"))}),
	}


static func _end(e: Dictionary) -> Teller.Telling:
	var seconds := Numbers.figure(Loose.number(e.get("seconds")), 1)
	var fault: Variant = e.get("fault")
	if fault != null:
		var why := Loose.first_words(Loose.field(fault, "message"))
		return Teller.Telling.of("programFailed", {"seconds": seconds, "why": why})
	var slots := {"seconds": seconds, "names": _names(e.get("metrics"))}
	return Teller.Telling.of("programOk" if Loose.count(e.get("metrics")) > 0 else "programSilent", slots)


## The names of what was measured, each once; the first few of many.
static func _names(metrics: Variant) -> String:
	var names: PackedStringArray = []
	for metric: Variant in Loose.items(metrics):
		var name := Loose.first_words(Loose.field(metric, "name"), 40)
		if not names.has(name):
			names.append(name)
	var shown := names.slice(0, MOST_NAMES)
	if names.size() > MOST_NAMES:
		shown.append("…")
	return ", ".join(shown)
