class_name TellerReport
extends RefCounted
## Sentences about the paper and its reviews.


static func all() -> Dictionary[String, Callable]:
	return {
		"section-write": func(e: Dictionary) -> Teller.Telling:
			var chars := Numbers.figure(Loose.length(e.get("text")))
			var slots := {"section": Words.named("sections", e.get("section")), "chars": chars, "text": _said(e, "text")}
			return Teller.Telling.of("section", slots),
		"report-score": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("reportScore", {"score": _score(e), "text": _summary(e)}),
		"readme-write": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("readme", {"text": _said(e, "text")}),
		"review-give": func(e: Dictionary) -> Teller.Telling:
			var slots := {
				"reviewer": Loose.first_words(e.get("reviewer"), 60),
				"score": _score(e),
				"decision": Words.named("decisions", Loose.field(e.get("form"), "decision")),
				"text": _summary(e),
			}
			return Teller.Telling.of("review", slots),
		"refinement-decide": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("revise" if e.get("decision") == "revise" else "finish", {"why": _said(e, "why")}),
	}


static func _score(e: Dictionary) -> String:
	return Numbers.figure(Loose.number(e.get("score")), 2)


static func _summary(e: Dictionary) -> String:
	return Loose.first_words(Loose.field(e.get("form"), "summary"))


static func _said(e: Dictionary, key: String) -> String:
	return Loose.first_words(e.get(key))
