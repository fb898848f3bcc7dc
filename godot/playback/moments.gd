class_name Moments
extends RefCounted
## Which moments an entry brought: pure, from the entry and the states before and after it.

## Entries that are one moment whatever they say, and the field that says most.
const PLAIN: Dictionary[String, Array] = {
	"plan-accept": [Moment.Kind.PLAN_ACCEPTED, ""],
	"dataset-accept": [Moment.Kind.DATASET_ACCEPTED, ""],
	"data-card": [Moment.Kind.DATASET_ACCEPTED, ""],
	"program-start": [Moment.Kind.PROGRAM_STARTED, "id"],
	"interpretation-accept": [Moment.Kind.INTERPRETED, ""],
	"section-write": [Moment.Kind.SECTION_WRITTEN, "section"],
	"question-ask": [Moment.Kind.QUESTION, "text"],
	"answer-give": [Moment.Kind.ANSWER, "answer"],
	"note-add": [Moment.Kind.NOTE, "text"],
	"phase-end": [Moment.Kind.PHASE_ENDED, "phase"],
	"run-resume": [Moment.Kind.RESUMED, ""],
	"run-halt": [Moment.Kind.HALTED, "why"],
	"turn-fault": [Moment.Kind.FAULT, ""],
	"paper-add": [Moment.Kind.PAPER_ADDED, ""],
	"report-score": [Moment.Kind.REPORT_SCORED, ""],
	"review-give": [Moment.Kind.REVIEW, ""],
	"run-end": [Moment.Kind.ENDED, ""],
}


static func of(event: LabEvent, before: Dictionary, after: Dictionary) -> Array[Moment]:
	var found: Array[Moment] = []
	for kind: Moment.Kind in _kinds(event, before, after):
		var moment := Moment.create(kind, event, _role(event, before), _text(event, after))
		moment.seat = _seat(event, before)
		moment.phase = Fields.text(after, "phase", Fields.text(before, "phase"))
		found.append(moment)
	return found


static func _kinds(event: LabEvent, before: Dictionary, after: Dictionary) -> Array[Moment.Kind]:
	var kinds: Array[Moment.Kind] = []
	if PLAIN.has(event.type):
		kinds.append(PLAIN[event.type][0])
	elif event.type == "program-end":
		kinds.append(Moment.Kind.PROGRAM_FAILED if Fields.has(event.data, "fault") else Moment.Kind.PROGRAM_DONE)
	elif event.type in ["program-score", "program-judge"] and _takes_the_lead(event, before, after):
		kinds.append(Moment.Kind.NEW_BEST)
	elif event.type == "phase-start":
		if _goes_back(event):
			kinds.append(Moment.Kind.BACK)
		kinds.append(Moment.Kind.PHASE_STARTED)
	return kinds


static func _takes_the_lead(event: LabEvent, before: Dictionary, after: Dictionary) -> bool:
	var best := Fields.text(after, "best")
	return best == _judged(event) and best != Fields.text(before, "best")


## The program that a score or a judgement is about.
static func _judged(event: LabEvent) -> String:
	return Fields.text(event.data, "program" if event.type == "program-judge" else "id")


static func _goes_back(event: LabEvent) -> bool:
	return Fields.text(event.data, "phase") == "plan-formulation" and Fields.whole(event.data, "attempt", 1) > 1


static func _text(event: LabEvent, after: Dictionary) -> String:
	match event.type:
		"paper-add":
			return _title(after, Fields.text(event.data, "id"))
		"program-end":
			return Fields.text(event.data, "id")
		"program-score", "report-score", "review-give":
			return String.num(Fields.number(event.data, "score"), 2)
		"program-judge":
			var spread := Fields.object(_program(after, _judged(event)), "spread")
			return "" if spread.is_empty() else String.num(Fields.number(spread, "mean"), 3)
		"phase-start":
			return Fields.text(event.data, "phase")
		"run-end":
			return Fields.text(Fields.object(after, "outcome"), "kind")
	if not PLAIN.has(event.type):
		return ""
	var field: String = PLAIN[event.type][1]
	return Fields.text(event.data, field) if field else ""


static func _program(state: Dictionary, id: String) -> Dictionary:
	for program: Dictionary in Fields.objects(state, "programs"):
		if Fields.text(program, "id") == id:
			return program
	return {}


static func _title(state: Dictionary, id: String) -> String:
	for paper: Dictionary in Fields.objects(state, "papers"):
		if Fields.text(paper, "id") == id:
			return Fields.text(paper, "title")
	return id


## The turn that an entry belongs to: most name it, a program's end and a score name the program.
static func _turn(event: LabEvent, before: Dictionary) -> String:
	if event.type in ["turn-fault"]:
		return Fields.text(event.data, "id")
	if Fields.has(event.data, "turn"):
		return Fields.text(event.data, "turn")
	if event.type == "program-end":
		for program: Dictionary in Fields.objects(before, "programs"):
			if Fields.text(program, "id") == Fields.text(event.data, "id"):
				return Fields.text(program, "turn")
	return ""


static func _role(event: LabEvent, before: Dictionary) -> String:
	if event.type in ["program-score", "program-judge"]:
		# The one who wrote it is glad, not the one who judged it.
		var program := _program(before, _judged(event))
		if not program.is_empty():
			return Fields.text(program, "role")
	if Fields.has(event.data, "role"):
		return Fields.text(event.data, "role")
	return Fields.text(_holder(_turn(event, before), before), "role")


static func _seat(event: LabEvent, before: Dictionary) -> int:
	return Fields.whole(_holder(_turn(event, before), before), "seat")


## Who has this turn before them or had it last: {role, seat}; empty when nobody.
static func _holder(turn: String, state: Dictionary) -> Dictionary:
	if turn.is_empty():
		return {}
	for person: Dictionary in Fields.objects(state, "people"):
		var turns := Fields.objects(person, "open") + Fields.objects(person, "held")
		turns.append(Fields.object(person, "last"))
		for one: Dictionary in turns:
			if Fields.text(one, "turn") == turn:
				return {"role": Fields.text(person, "role"), "seat": Fields.whole(one, "seat")}
	return {}
