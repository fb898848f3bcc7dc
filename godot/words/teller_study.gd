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
		"program-judge": _program_judge,
		"data-card": _data_card,
		"effect-note": _effect,
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
	if Loose.count(e.get("flags")) > 0:
		slots["why"] = doubts(e.get("flags"))
		return Teller.Telling.of("programDoubted", slots)
	return Teller.Telling.of("programOk" if Loose.count(e.get("metrics")) > 0 else "programSilent", slots)


static func _program_score(e: Dictionary) -> Teller.Telling:
	return Teller.Telling.of("programScore", {"score": _score(e, 3), "why": Teller.said(e, "why")})


## Without a test there is nothing that a program was held against.
static func _program_judge(e: Dictionary) -> Teller.Telling:
	var accepted: bool = Fields.flag(e, "accepted")
	var slots := {
		"program": Teller.said(e, "program"),
		"best": Teller.said(e, "best"),
		"p": Numbers.figure(Loose.number(e.get("p")), 3),
		"pairs": Numbers.figure(Loose.number(e.get("pairs"))),
	}
	if e.get("best") == null or Fields.number_or_null(e, "p") == null:
		return Teller.Telling.of("judgedFirst" if accepted else "judgedOut", slots)
	return Teller.Telling.of("judgedBetter" if accepted else "judgedNotBetter", slots)


static func _data_card(e: Dictionary) -> Teller.Telling:
	var card: Variant = e.get("card")
	var problems := Loose.items(Loose.field(card, "problems"))
	var problem := "" if problems.is_empty() else Loose.first_words(problems[0], 240)
	var slots := {
		"source": Teller.said(e, "card.source"),
		"rows": Numbers.figure(Loose.number(Loose.field(card, "rows"))),
		"columns": Numbers.figure(Loose.count(Loose.field(card, "columns"))),
		"target": Teller.said(e, "card.target"),
		"problem": problem,
	}
	return Teller.Telling.of("dataCard" if problem.is_empty() else "dataCardProblem", slots)


static func _effect(e: Dictionary) -> Teller.Telling:
	var slots := {}
	for key: String in ["outcome", "unit", "paper"]:
		slots[key] = Teller.said(e, key)
	for key: String in ["estimate", "low", "high"]:
		slots[key] = Numbers.figure(Loose.number(e.get(key)), 3)
	return Teller.Telling.of("effect", slots)


## Why its numbers are doubted: a word of the viewer's for each reason.
static func doubts(flags: Variant) -> String:
	var told: PackedStringArray = []
	for flag: Variant in Loose.items(flags):
		told.append(Words.named("flags", Loose.field(flag, "kind")))
	return ", ".join(told)


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
