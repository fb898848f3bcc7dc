extends TestCase
## Who is where in a state.


func test_a_role_with_a_turn_is_in_the_room_of_the_phase_and_thinks_before_it_waits() -> void:
	var open := PeopleStates.turn("plan-formulation.1.0.0", "thinking")
	var state := PeopleStates.with_person(PeopleStates.quiet("plan-formulation"), "professor", {"open": [open]})
	var professor := _of(state, "professor")
	check_eq(professor.room, "plan-formulation")
	check_eq(professor.pose, Figure.Pose.THINK)
	open = PeopleStates.turn("plan-formulation.1.0.0", "thinking", null, 0, 2)
	state = PeopleStates.with_person(state, "professor", {"open": [open]})
	check_eq(_of(state, "professor").pose, Figure.Pose.WAIT)


func test_a_command_that_is_carried_out_is_told_by_the_pose() -> void:
	var poses: Dictionary[String, Figure.Pose] = {
		"read-paper": Figure.Pose.READ,
		"run-code": Figure.Pose.TYPE,
		"dialogue": Figure.Pose.TALK,
		"plan": Figure.Pose.WRITE,
	}
	for command: String in poses:
		var open := PeopleStates.turn("data-preparation.1.0.0", "acting", '{"command":"%s","text":"A. B' % command)
		var state := PeopleStates.with_person(PeopleStates.quiet("data-preparation"), "postdoc", {"open": [open]})
		check_eq(_of(state, "postdoc").pose, poses[command], command)


func test_nobody_shares_a_spot_whatever_the_phase() -> void:
	for phase: String in Wire.PHASES:
		var state := PeopleStates.quiet(phase)
		for role: String in PeopleStates.ROLES:
			var open: Array = [PeopleStates.turn(phase + ".1.0.0", "thinking")]
			if role == "reviewer":
				open.append(PeopleStates.turn(phase + ".1.0.1", "thinking", null, 1))
				open.append(PeopleStates.turn(phase + ".1.0.2", "thinking", null, 2))
			state = PeopleStates.with_person(state, role, {"open": open})
		var spots: Array[Vector2] = []
		for place: Place in Casting.of(state):
			check_eq(place.room, phase)
			check(place.spot() not in spots, "%s %s stands where another does" % [phase, place.key()])
			check_eq(FloorPlan.room_at(place.spot()), phase)
			spots.append(place.spot())
		check_eq(spots.size(), 8)


func test_without_a_turn_one_is_at_home_and_naps_after_a_while() -> void:
	var state := PeopleStates.quiet("literature-review")
	var engineer := _of(state, "ml-engineer")
	check_eq(engineer.room, "running-experiments")
	check_eq(engineer.pose, Figure.Pose.IDLE)
	state = PeopleStates.with(state, {"at": "2026-01-05T09:10:00.000Z"})
	check_eq(_of(state, "ml-engineer").pose, Figure.Pose.REST)


func test_who_took_part_in_the_phase_stays_there() -> void:
	var last := {"last": PeopleStates.done("plan-formulation.1.0.0", '{"command":"dialogue","text":"Yes."}', 8)}
	var state := PeopleStates.with_person(PeopleStates.quiet("plan-formulation"), "phd-student", last)
	check_eq(_of(state, "phd-student").room, "plan-formulation")
	check_eq(_of(PeopleStates.with(state, {"attempt": 2.0}), "phd-student").room, "literature-review")


func test_three_reviewers_sit_in_the_court_and_one_waits_otherwise() -> void:
	var reviewers := func(phase: String) -> int:
		return (
			Casting
			. of(PeopleStates.quiet(phase))
			. filter(func(place: Place) -> bool: return place.role == "reviewer" and place.room == phase)
			. size()
		)
	check_eq(reviewers.call("report-refinement"), 3)
	check_eq(reviewers.call("report-writing"), 0)
	check_eq(_of(PeopleStates.quiet("report-writing"), "reviewer").room, "hall")


func test_the_last_three_sentences_of_the_phase_are_in_bubbles() -> void:
	var state := PeopleStates.quiet("plan-formulation")
	for i: int in 4:
		var said := '{"command":"dialogue","text":"First. This is number %d."}' % i
		var done := PeopleStates.done("plan-formulation.1.%d.0" % i, said, 5 + i)
		state = PeopleStates.with_person(state, PeopleStates.ROLES[i], {"last": done})
	check_eq(_of(state, PeopleStates.ROLES[0]).bubble, "", "the oldest of four")
	check_eq(_of(state, PeopleStates.ROLES[3]).bubble, "This is number 3.")
	check_eq(_of(state, PeopleStates.ROLES[3]).pose, Figure.Pose.TALK)
	check_eq(_of(PeopleStates.with(state, {"phase": "data-preparation"}), PeopleStates.ROLES[3]).bubble, "")


func test_a_halted_run_lets_everybody_rest() -> void:
	var open := {"held": [PeopleStates.turn("plan-formulation.1.0.0", "thinking")]}
	var state := PeopleStates.with_person(PeopleStates.quiet("plan-formulation"), "postdoc", open)
	state = PeopleStates.with(state, {"halted": {"cause": "pause", "why": "", "seq": 9.0}})
	for place: Place in Casting.of(state):
		check_eq(place.pose, Figure.Pose.REST, place.key())


func test_the_end_is_cheered_only_when_it_is_complete() -> void:
	for end: Array in [["complete", Figure.Pose.CHEER], ["partial", Figure.Pose.IDLE], ["failed", Figure.Pose.SLUMP]]:
		var state := PeopleStates.with(PeopleStates.quiet(""), {"outcome": {"kind": end[0], "why": "x"}})
		for place: Place in Casting.of(state):
			check_eq(place.pose, end[1], place.key())
			check(place.room in ["results-interpretation", "hall"], place.key())


func test_who_asks_the_person_stands_at_the_front_door() -> void:
	var question := {"id": "q1", "text": "Which data?", "options": [], "blocks": true, "answer": null}
	var open := {"open": [PeopleStates.turn("plan-formulation.1.0.0", "acting")]}
	var state := PeopleStates.with_person(PeopleStates.quiet("plan-formulation"), "postdoc", open)
	state = PeopleStates.with(state, {"questions": [question]})
	var postdoc := _of(state, "postdoc")
	check_eq([postdoc.room, postdoc.slot, postdoc.pose], ["hall", FloorPlan.DOORSTEP, Figure.Pose.RAISE])
	var answered := question.duplicate()
	answered.answer = {"text": "these", "by": "web"}
	check_eq(_of(PeopleStates.with(state, {"questions": [answered]}), "postdoc").room, "plan-formulation")


func test_a_state_without_people_has_everybody_at_home() -> void:
	check_eq(Casting.of({"run": "r", "seq": 0.0}).size(), 6)


func test_nobody_at_rest_stands_before_what_a_room_has_to_say() -> void:
	var ended := PeopleStates.with(PeopleStates.quiet(""), {"outcome": {"kind": "complete", "why": "x"}})
	for state: Dictionary in [PeopleStates.quiet("report-writing"), ended]:
		for place: Place in Casting.of(state):
			if place.sits():
				continue
			var body := Rect2(place.spot() - Vector2(21, 98), Vector2(42, 104))
			for board: Rect2 in FloorPlan.boards(place.room):
				check(not body.intersects(board), "%s in %s" % [place.key(), place.room])


func test_at_the_end_nobody_stands_in_another() -> void:
	var ended := PeopleStates.with(PeopleStates.quiet(""), {"outcome": {"kind": "complete", "why": "x"}})
	var places := Casting.of(ended)
	for a: Place in places:
		for b: Place in places:
			check(a == b or a.spot().distance_to(b.spot()) > 25.0, "%s and %s" % [a.key(), b.key()])


func test_two_reviewers_at_the_bench_stand_apart() -> void:
	var open: Array = []
	for seat: int in 2:
		open.append(PeopleStates.turn("running-experiments.1.1.%d" % seat, "thinking", null, seat))
	var state := PeopleStates.with_person(PeopleStates.quiet("running-experiments"), "reviewer", {"open": open})
	var at: Array[float] = []
	for place: Place in Casting.of(state):
		if place.role == "reviewer":
			at.append(place.spot().x)
	check_eq(at.size(), 2)
	check(absf(at[0] - at[1]) >= Palette.ELBOW_ROOM, "%s" % [at])


func test_a_clock_is_on_the_side_where_nobody_stands() -> void:
	var state := PeopleStates.quiet("report-writing")
	for role: String in ["phd-student", "professor"]:
		var open := PeopleStates.turn("report-writing.1.0.0", "thinking")
		state = PeopleStates.with_person(state, role, {"open": [open]})
	check_eq(_of(state, "phd-student").clock_side, 1.0)
	check_eq(_of(state, "professor").clock_side, -1.0)


func test_a_role_with_two_turns_says_so() -> void:
	var state := PeopleStates.quiet("running-experiments")
	var one := PeopleStates.turn("running-experiments.1.0.0", "acting", "It runs.")
	var two := PeopleStates.turn("running-experiments.1.1.0", "acting", "It still runs.")
	state = PeopleStates.with_person(state, "ml-engineer", {"open": [one]})
	check_eq(_of(state, "ml-engineer").bubble, "It runs.")
	state = PeopleStates.with_person(state, "ml-engineer", {"open": [one, two]})
	check_eq(_of(state, "ml-engineer").bubble, "×2 It still runs.")
	check_eq(Casting.of(state).size(), 6)


func test_two_roles_at_work_are_two_figures_and_neither_counts_the_other() -> void:
	var state := PeopleStates.quiet("data-preparation")
	for role: String in ["ml-engineer", "software-engineer"]:
		var open := PeopleStates.turn("data-preparation.1.0.0", "acting", "It runs.")
		state = PeopleStates.with_person(state, role, {"open": [open]})
	var seen: Array[String] = []
	for place: Place in Casting.of(state):
		if place.at_work:
			seen.append("%s %s %s" % [place.key(), place.room, place.bubble])
	seen.sort()
	check_eq(
		seen,
		["ml-engineer#0 data-preparation It runs.", "software-engineer#0 data-preparation It runs."] as Array[String]
	)


func _of(state: Dictionary, role: String) -> Place:
	for place: Place in Casting.of(state):
		if place.role == role and place.seat == 0:
			return place
	return null
