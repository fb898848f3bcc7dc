class_name TellerRun
extends RefCounted
## Sentences about the run, its phases and the people who look on, where one sentence does not do for all.


static func all() -> Dictionary[String, Callable]:
	return {
		"run-end": _run_end,
		"artifact-write": _artifact,
		"phase-start": _phase_start,
		"phase-end": _phase_end,
		"note-add": _note,
		"question-ask": _question,
	}


static func _run_end(e: Dictionary) -> Teller.Telling:
	var kind := Teller.said(e, "outcome.kind")
	return Teller.Telling.of(
		kind if kind in ["partial", "failed"] else "complete", {"why": Teller.said(e, "outcome.why")}
	)


static func _artifact(e: Dictionary) -> Teller.Telling:
	var bytes := Numbers.figure(Loose.number(e.get("bytes")))
	return Teller.Telling.of("file", {"name": Teller.said(e, "name"), "bytes": bytes})


static func _phase_start(e: Dictionary) -> Teller.Telling:
	return Teller.Telling.of("phaseStart", {"phase": _phase(e), "attempt": Loose.beginning(e.get("attempt"))})


static func _phase_end(e: Dictionary) -> Teller.Telling:
	var keys: Dictionary[String, String] = {"partial": "phasePartial", "failed": "phaseFailed"}
	var next := Loose.beginning(e.get("next"))
	var slots := {
		"phase": _phase(e),
		"attempt": Loose.beginning(e.get("attempt")),
		"why": _closed(Teller.said(e, "outcome.why")),
		"next": Words.of("end") if next == "end" else Words.phase(next),
	}
	return Teller.Telling.of(keys.get(Teller.said(e, "outcome.kind"), "phaseComplete") as String, slots)


static func _note(e: Dictionary) -> Teller.Telling:
	var slots := {"by": Teller.said(e, "by"), "text": Teller.said(e, "text"), "phase": _phase(e)}
	return Teller.Telling.of("noteForPhase" if e.get("phase") != null else "note", slots)


static func _question(e: Dictionary) -> Teller.Telling:
	var choices: PackedStringArray = []
	for option: Variant in Loose.items(e.get("options")):
		choices.append(Loose.first_words(option, 60))
	var slots := {"text": Teller.said(e, "text"), "options": " / ".join(choices)}
	return Teller.Telling.of("question" if choices.is_empty() else "choice", slots)


## A reason stands in the middle of these sentences, so it ends as one.
static func _closed(why: String) -> String:
	return why if why.is_empty() or why.right(1) in ".!?…" else why + "."


static func _phase(e: Dictionary) -> String:
	return Words.named("phases", e.get("phase"))
