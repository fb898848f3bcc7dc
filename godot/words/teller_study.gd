class_name TellerStudy
extends RefCounted
## Sentences about searches, programs, the paper and its reviews, where one sentence does not do for all.

## Names of measures that are told; of more, these and an ellipsis.
const MOST_NAMES := 4


static func all() -> Dictionary[String, Callable]:
	return {
		"search-end": _search,
		"dataset-search": _dataset_search,
		"program-start": _program_start,
		"program-end": _program_end,
		"program-score": _program_score,
		"section-write": _section,
		"report-score": _report_score,
		"review-give": _review,
		"refinement-decide": _decide,
	}


static func _search(e: Dictionary) -> Teller.Telling:
	return _searched(e, "papers", "searched", "searchFailed")


static func _dataset_search(e: Dictionary) -> Teller.Telling:
	return _searched(e, "datasets", "datasetsSearched", "datasetsFailed")


static func _searched(e: Dictionary, found: String, key: String, failed: String) -> Teller.Telling:
	var slots := {
		"query": Teller.said(e, "query"),
		"count": Numbers.figure(Loose.count(e.get(found))),
		"why": Words.named("searchFaults", e.get("status")),
	}
	return Teller.Telling.of(key if e.get("status") in [null, "ok"] else failed, slots)


static func _program_start(e: Dictionary) -> Teller.Telling:
	var slots := {
		"what": Words.named("operators", e.get("operator")),
		"language": Teller.said(e, "language"),
		"parent": Teller.said(e, "parent"),
	}
	return Teller.Telling.of("programStart" if e.get("parent") == null else "programStartFrom", slots)


static func _program_end(e: Dictionary) -> Teller.Telling:
	var seconds := Numbers.figure(Loose.number(e.get("seconds")), 1)
	if e.get("fault") != null:
		return Teller.Telling.of("programFailed", {"seconds": seconds, "why": Teller.said(e, "fault.message")})
	var slots := {"seconds": seconds, "names": _names(e.get("metrics"))}
	return Teller.Telling.of("programOk" if Loose.count(e.get("metrics")) > 0 else "programSilent", slots)


static func _program_score(e: Dictionary) -> Teller.Telling:
	return Teller.Telling.of("programScore", {"score": _score(e, 3), "why": Teller.said(e, "why")})


static func _section(e: Dictionary) -> Teller.Telling:
	var slots := {
		"section": Words.named("sections", e.get("section")),
		"chars": Numbers.figure(Loose.length(e.get("text"))),
		"text": Teller.said(e, "text"),
	}
	return Teller.Telling.of("section", slots)


static func _report_score(e: Dictionary) -> Teller.Telling:
	return Teller.Telling.of("reportScore", {"score": _score(e, 2), "text": Teller.said(e, "form.summary")})


static func _review(e: Dictionary) -> Teller.Telling:
	var slots := {
		"reviewer": Teller.said(e, "reviewer", 60),
		"score": _score(e, 2),
		"decision": Words.named("decisions", Loose.field(e.get("form"), "decision")),
		"text": Teller.said(e, "form.summary"),
	}
	return Teller.Telling.of("review", slots)


static func _decide(e: Dictionary) -> Teller.Telling:
	return Teller.Telling.of("revise" if e.get("decision") == "revise" else "finish", {"why": Teller.said(e, "why")})


static func _score(e: Dictionary, digits: int) -> String:
	return Numbers.figure(Loose.number(e.get("score")), digits)


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
