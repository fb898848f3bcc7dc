class_name EntryKinds
extends RefCounted
## The groups that the log can be narrowed to. Every entry belongs to one.

const ALL: Array[String] = [
	"phases",
	"turns",
	"replies",
	"papers",
	"plans",
	"programs",
	"scores",
	"report",
	"reviews",
	"people",
	"faults",
	"run"
]
const OF_TYPE: Dictionary[String, String] = {
	"run-start": "run",
	"model-choose": "run",
	"run-resume": "run",
	"run-halt": "run",
	"run-end": "run",
	"artifact-write": "run",
	"pause-ask": "people",
	"stop-ask": "people",
	"note-add": "people",
	"question-ask": "people",
	"answer-give": "people",
	"phase-start": "phases",
	"phase-end": "phases",
	"role-brief": "turns",
	"turns-condense": "turns",
	"turn-start": "turns",
	"turn-end": "turns",
	"turn-reply": "replies",
	"turn-fault": "faults",
	"search-end": "papers",
	"paper-read": "papers",
	"paper-add": "papers",
	"plan-accept": "plans",
	"dataset-search": "plans",
	"dataset-accept": "plans",
	"data-card": "plans",
	"effect-note": "papers",
	"interpretation-accept": "plans",
	"program-start": "programs",
	"program-end": "programs",
	"reflection-add": "programs",
	"program-score": "scores",
	"program-judge": "scores",
	"report-score": "scores",
	"section-write": "report",
	"readme-write": "report",
	"review-give": "reviews",
	"refinement-decide": "reviews",
	"agent-start": "turns",
	"agent-act": "turns",
	"agent-end": "turns",
}


## The group of an entry: a fault is one whatever its type. A type that is new to this viewer belongs to the run.
static func of(event: LabEvent) -> String:
	return "faults" if _is_fault(event) else OF_TYPE.get(event.type, "run")


static func _is_fault(event: LabEvent) -> bool:
	if event.data.get("fault") != null:
		return true
	if event.type in ["search-end", "dataset-search"]:
		return Fields.text(event.data, "status", "ok") != "ok"
	var ok: Variant = event.data.get("ok")
	return event.type == "turn-end" and ok is bool and not ok
