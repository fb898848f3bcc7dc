extends TestCase
## Which entries are worth a gesture, and whose it is.

const TURN := "running-experiments.1.3.0"
const STATE: Dictionary = {
	"phase": "running-experiments",
	"best": "p1",
	"programs": [{"id": "p2", "turn": TURN, "role": "ml-engineer"}],
	"papers": [{"id": "x:1", "title": "On walking"}],
	"people":
	[
		{"role": "ml-engineer", "open": [{"turn": TURN, "seat": 0.0}], "last": null},
		{"role": "reviewer", "open": [{"turn": "r.2", "seat": 2.0}], "last": null},
		{"role": "phd-student", "open": [], "last": {"turn": "l.1", "seat": 0.0}},
	],
}


func _event(type: String, data: Dictionary = {}) -> LabEvent:
	var event := LabEvent.new()
	event.seq = 7
	event.type = type
	event.data = data.merged({"type": type})
	return event


func _kinds(type: String, data: Dictionary = {}, after: Dictionary = STATE) -> Array[Moment.Kind]:
	var kinds: Array[Moment.Kind] = []
	for moment: Moment in Moments.of(_event(type, data), STATE, after):
		kinds.append(moment.kind)
	return kinds


func _one(type: String, data: Dictionary, after: Dictionary = STATE) -> Moment:
	var found := Moments.of(_event(type, data), STATE, after)
	check_eq(found.size(), 1, type)
	return found[0]


func test_a_paper_that_joins_the_review_is_the_readers_and_bears_its_title() -> void:
	var moment := _one("paper-add", {"turn": "l.1", "id": "x:1", "note": "…"})
	check_eq(moment.kind, Moment.Kind.PAPER_ADDED)
	check_eq(moment.role, "phd-student")
	check_eq(moment.text, "On walking")
	check_eq(moment.seq, 7)


func test_a_program_fails_or_is_done_and_its_author_feels_it() -> void:
	var failed := _one("program-end", {"id": "p2", "fault": {"kind": "exit-code", "message": "no"}})
	check_eq(failed.kind, Moment.Kind.PROGRAM_FAILED)
	check_eq(failed.role, "ml-engineer")
	check_eq(_one("program-end", {"id": "p2"}).kind, Moment.Kind.PROGRAM_DONE)


func test_only_a_score_that_takes_the_lead_is_a_new_best() -> void:
	var score := {"turn": "r.2", "id": "p2", "score": 0.7}
	check_eq(_kinds("program-score", score), [] as Array[Moment.Kind])
	var moment := _one("program-score", score, STATE.merged({"best": "p2"}, true))
	check_eq(moment.kind, Moment.Kind.NEW_BEST)
	check_eq(moment.role, "ml-engineer", "the author cheers, not the judge")
	check_eq(moment.text, "0.7")


func test_a_review_is_the_seats_that_gave_it() -> void:
	var moment := _one("review-give", {"turn": "r.2", "reviewer": "reviewer 3", "score": 4.57})
	check_eq(moment.role, "reviewer")
	check_eq(moment.seat, 2)
	check_eq(moment.text, "4.57")


func test_planning_again_is_a_way_back_and_planning_first_is_not() -> void:
	var plan := {"phase": "plan-formulation", "attempt": 1.0}
	check_eq(_kinds("phase-start", plan), [Moment.Kind.PHASE_STARTED] as Array[Moment.Kind])
	plan.attempt = 2.0
	check_eq(_kinds("phase-start", plan), [Moment.Kind.BACK, Moment.Kind.PHASE_STARTED] as Array[Moment.Kind])


func test_what_only_keeps_the_books_is_no_moment() -> void:
	for type: String in ["turn-start", "turn-reply", "turn-end", "role-brief", "artifact-write", "of-tomorrow"]:
		check_eq(_kinds(type), [] as Array[Moment.Kind], type)


func test_every_kind_is_brought_by_some_entry() -> void:
	var seen: Dictionary[int, bool] = {}
	var better := STATE.merged({"best": "p2"}, true)
	for type: String in Wire.EVENT_TYPES:
		for kind: Moment.Kind in _kinds(type, {"id": "p2", "turn": TURN, "score": 1.0}, better):
			seen[kind] = true
	seen[_kinds("program-end", {"fault": {}})[0]] = true
	seen[_kinds("phase-start", {"phase": "plan-formulation", "attempt": 2.0})[0]] = true
	for kind: int in Moment.Kind.values():
		check(seen.has(kind), "nothing brings %s" % Moment.Kind.find_key(kind))
