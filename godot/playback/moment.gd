class_name Moment
extends RefCounted
## Something worth seeing that one entry brought: it gets a gesture, a sound, a log line and a mark.

enum Kind {
	PAPER_ADDED,
	PLAN_ACCEPTED,
	DATASET_ACCEPTED,
	PROGRAM_STARTED,
	PROGRAM_FAILED,
	PROGRAM_DONE,
	NEW_BEST,
	INTERPRETED,
	SECTION_WRITTEN,
	REPORT_SCORED,
	QUESTION,
	ANSWER,
	NOTE,
	REVIEW,
	BACK,
	PHASE_STARTED,
	PHASE_ENDED,
	FAULT,
	HALTED,
	RESUMED,
	ENDED,
}

var kind: Kind
var seq: int
## Who did it; empty when nobody of the six.
var role: String = ""
var seat: int = 0
var phase: String = ""
## Data of the log, short: a title, a score, a question.
var text: String = ""


static func create(a_kind: Kind, event: LabEvent, a_role: String = "", a_text: String = "") -> Moment:
	var moment := Moment.new()
	moment.kind = a_kind
	moment.seq = event.seq
	moment.role = a_role
	moment.text = a_text
	return moment
