class_name TellerRun
extends RefCounted
## Sentences about the run and its phases.


static func all() -> Dictionary[String, Callable]:
	return {
		"run-start": func(e: Dictionary) -> Teller.Telling: return _of("run", {"topic": _said(e, "topic")}),
		"model-choose": func(e: Dictionary) -> Teller.Telling:
			return _of("model", {"model": _said(e, "model"), "why": _said(e, "why")}),
		"run-resume": func(_e: Dictionary) -> Teller.Telling: return _of("resumed"),
		"run-halt": func(e: Dictionary) -> Teller.Telling: return _of("halted", {"why": _said(e, "why")}),
		"run-end": _end,
		"artifact-write": func(e: Dictionary) -> Teller.Telling:
			return _of("file", {"name": _said(e, "name"), "bytes": Numbers.figure(Loose.number(e.get("bytes")))}),
		"phase-start": func(e: Dictionary) -> Teller.Telling:
			return _of("phaseStart", {"phase": _phase(e), "attempt": Loose.beginning(e.get("attempt"))}),
		"role-brief": func(e: Dictionary) -> Teller.Telling: return _of("brief", {"text": _said(e, "text")}),
		"turns-condense": func(_e: Dictionary) -> Teller.Telling: return _of("condensed"),
		"phase-end": _phase_end,
	}


static func _end(e: Dictionary) -> Teller.Telling:
	var outcome: Variant = e.get("outcome")
	var kind := Loose.beginning(Loose.field(outcome, "kind"))
	var why := Loose.first_words(Loose.field(outcome, "why"))
	return _of(kind if kind in ["partial", "failed"] else "complete", {"why": why})


static func _phase_end(e: Dictionary) -> Teller.Telling:
	var outcome: Variant = e.get("outcome")
	var keys: Dictionary[String, String] = {"partial": "phasePartial", "failed": "phaseFailed"}
	var key: String = keys.get(Loose.beginning(Loose.field(outcome, "kind")), "phaseComplete")
	var next := Loose.beginning(e.get("next"))
	var slots := {
		"phase": _phase(e),
		"attempt": Loose.beginning(e.get("attempt")),
		"why": _closed(Loose.first_words(Loose.field(outcome, "why"))),
		"next": Words.of("end") if next == "end" else Words.phase(next),
	}
	return _of(key, slots)


## A reason stands in the middle of these sentences, so it ends as one.
static func _closed(why: String) -> String:
	return why if why.is_empty() or why.right(1) in ".!?…" else why + "."


static func _phase(e: Dictionary) -> String:
	return Words.named("phases", e.get("phase"))


static func _said(e: Dictionary, key: String) -> String:
	return Loose.first_words(e.get(key))


static func _of(key: String, slots: Dictionary = {}) -> Teller.Telling:
	return Teller.Telling.of(key, slots)
