class_name TellerPeople
extends RefCounted
## Sentences about what people who look on ask, note and answer.


static func all() -> Dictionary[String, Callable]:
	return {
		"pause-ask": func(e: Dictionary) -> Teller.Telling: return Teller.Telling.of("pause", {"by": _said(e, "by")}),
		"stop-ask": func(e: Dictionary) -> Teller.Telling: return Teller.Telling.of("stop", {"by": _said(e, "by")}),
		"note-add": func(e: Dictionary) -> Teller.Telling:
			var slots := {"by": _said(e, "by"), "text": _said(e, "text"), "phase": Words.named("phases", e.get("phase"))}
			return Teller.Telling.of("noteForPhase" if e.get("phase") != null else "note", slots),
		"question-ask": _question,
		"answer-give": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("answer", {"by": _said(e, "by"), "answer": _said(e, "answer")}),
	}


static func _question(e: Dictionary) -> Teller.Telling:
	var choices: PackedStringArray = []
	for option: Variant in Loose.items(e.get("options")):
		choices.append(Loose.first_words(option, 60))
	var slots := {"text": _said(e, "text"), "options": " / ".join(choices)}
	return Teller.Telling.of("question" if choices.is_empty() else "choice", slots)


static func _said(e: Dictionary, key: String) -> String:
	return Loose.first_words(e.get(key))
