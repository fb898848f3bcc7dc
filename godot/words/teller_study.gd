class_name TellerStudy
extends RefCounted
## Sentences about the literature and the plan: what the lab takes from others and means to do with it.


static func all() -> Dictionary[String, Callable]:
	return {
		"search-end": func(e: Dictionary) -> Teller.Telling: return _search(e, "papers", "searched", "searchFailed"),
		"paper-read": func(e: Dictionary) -> Teller.Telling: return Teller.Telling.of("paperRead", {"id": _said(e, "id")}),
		"paper-add": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("paperAdded", {"id": _said(e, "id"), "note": _said(e, "note")}),
		"plan-accept": func(e: Dictionary) -> Teller.Telling: return Teller.Telling.of("plan", {"text": _said(e, "text")}),
		"dataset-search": func(e: Dictionary) -> Teller.Telling:
			return _search(e, "datasets", "datasetsSearched", "datasetsFailed"),
		"dataset-accept": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("dataset", {"language": _said(e, "language")}),
		"interpretation-accept": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("interpretation", {"text": _said(e, "text")}),
	}


static func _search(e: Dictionary, found: String, key: String, failed: String) -> Teller.Telling:
	var slots := {
		"query": _said(e, "query"),
		"count": Numbers.figure(Loose.count(e.get(found))),
		"why": Words.named("searchFaults", e.get("status")),
	}
	return Teller.Telling.of(key if e.get("status") in [null, "ok"] else failed, slots)


static func _said(e: Dictionary, key: String) -> String:
	return Loose.first_words(e.get(key))
