extends TestCase
## The cast: walking, bubbles, picking.

const MOST_STEP := 12.0


func test_an_animated_state_brings_everybody_to_their_rooms_without_a_jump() -> void:
	var cast := _cast(PeopleStates.quiet("literature-review"))
	var state := _talking()
	var before := cast.figure("phd-student").position
	cast.show_state(state, true)
	check_eq(cast.figure("phd-student").position, before, "at once")
	var worst := 0.0
	for i: int in 900:
		cast.pass_time(1.0 / 60.0)
		worst = maxf(worst, cast.figure("phd-student").position.distance_to(before))
		before = cast.figure("phd-student").position
		if not cast.figure("phd-student").walking():
			break
	check_eq(cast.room_of(cast.figure("phd-student")), "plan-formulation")
	check(worst > 0.5 and worst < MOST_STEP, "steps of %.1f" % worst)


func test_a_new_target_on_the_way_is_gone_to_from_where_one_is() -> void:
	var cast := _cast(PeopleStates.quiet("literature-review"))
	var phd := cast.figure("phd-student")
	cast.show_state(_talking(), true)
	var before := phd.position
	for i: int in 150:
		cast.pass_time(1.0 / 60.0)
		check(phd.position.distance_to(before) < MOST_STEP, "jumps")
		before = phd.position
	cast.show_state(PeopleStates.quiet("literature-review"), true)
	for i: int in 900:
		cast.pass_time(1.0 / 60.0)
		check(phd.position.distance_to(before) < MOST_STEP, "jumps by %.1f" % phd.position.distance_to(before))
		before = phd.position
		if not phd.walking():
			break
	check_eq(cast.room_of(phd), "literature-review")


func test_without_animation_everybody_is_there_at_once() -> void:
	var cast := _cast(PeopleStates.quiet("literature-review"))
	cast.show_state(_talking(), false)
	check_eq(cast.room_of(cast.figure("phd-student")), "plan-formulation")
	check(not cast.figure("phd-student").walking())


func test_the_first_state_brings_everybody_through_the_front_door() -> void:
	var cast := _cast({})
	cast.show_state(PeopleStates.quiet(""), true)
	for role: String in PeopleStates.ROLES:
		check_eq(cast.figure(role).position, FloorPlan.DOOR)
	_pass(cast, 1200.0 / 60.0)
	check_eq(cast.room_of(cast.figure("reviewer")), "hall")
	check_eq(cast.room_of(cast.figure("software-engineer")), "data-preparation")
	check_eq(cast.figure("software-engineer").modulate.a, 1.0)


func test_further_reviewers_come_and_go_by_the_door() -> void:
	var cast := _cast(PeopleStates.quiet("report-writing"))
	check_eq(cast.figure("reviewer", 2), null)
	var used: Array[bool] = []
	cast.door_used.connect(func(open: bool) -> void: used.append(open))
	cast.show_state(PeopleStates.quiet("report-refinement"), true)
	_pass(cast, 900.0 / 60.0)
	check_eq(cast.room_of(cast.figure("reviewer", 2)), "report-refinement")
	cast.show_state(PeopleStates.quiet("report-writing"), true)
	check_eq(cast.figure("reviewer", 2), null)
	_pass(cast, 900.0 / 60.0)
	await frames(2)
	check_eq(cast.get_child_count(), 7, "six figures and the bubbles")
	check_eq(used, [true, false, true, false] as Array[bool])


func test_the_door_is_open_while_people_come_in_and_shut_after() -> void:
	var cast := _cast({})
	var used: Array[bool] = []
	cast.door_used.connect(func(open: bool) -> void: used.append(open))
	cast.show_state(PeopleStates.quiet("literature-review"), true)
	check_eq(used, [true] as Array[bool])
	_pass(cast, 240.0 / 60.0)
	check_eq(used, [true, false] as Array[bool])


func test_a_seek_while_people_come_and_go_leaves_six_and_a_shut_door() -> void:
	var cast := _cast(PeopleStates.quiet("report-refinement"))
	var used: Array[bool] = []
	cast.door_used.connect(func(open: bool) -> void: used.append(open))
	cast.show_state(PeopleStates.quiet("report-writing"), true)
	await frames(5)
	cast.show_state(PeopleStates.quiet("report-writing"), false)
	await frames(5)
	check_eq(cast.get_child_count(), 7)
	check_eq(used, [true, false] as Array[bool])


func test_at_a_high_rate_people_are_quicker_and_still_do_not_jump() -> void:
	var seconds: Array[int] = []
	for rate: float in [1.0, 8.0]:
		var cast := _cast(PeopleStates.quiet("literature-review"))
		cast.rate = rate
		cast.show_state(_talking(), true)
		var phd := cast.figure("phd-student")
		var before := phd.position
		var taken := 0
		while phd.walking() and taken < 900:
			cast.pass_time(1.0 / 60.0)
			taken += 1
			check(phd.position.distance_to(before) < 45.0, "jumps by %.1f" % phd.position.distance_to(before))
			before = phd.position
		seconds.append(taken)
	check(seconds[1] * 4 < seconds[0], str(seconds))


func test_the_plan_is_carried_to_the_data_store() -> void:
	var cast := _cast(PeopleStates.quiet("plan-formulation"))
	var state := PeopleStates.with(PeopleStates.quiet("data-preparation"), {"plan": {"seq": 8.0, "head": "p"}})
	cast.show_state(state, true)
	cast.act(PeopleStates.moment(Moment.Kind.PHASE_STARTED, "", "data-preparation"))
	var postdoc := cast.figure("postdoc")
	check_eq(postdoc.carrying, Things.Kind.PLAN)
	var seen: Array[String] = []
	for i: int in 1500:
		cast.pass_time(1.0 / 60.0)
		var room := cast.room_of(postdoc)
		if seen.is_empty() or seen[-1] != room:
			seen.append(room)
	check("data-preparation" in seen, str(seen))
	check_eq(seen[-1], "plan-formulation")
	check_eq(postdoc.carrying, Things.Kind.NONE)


func test_bubbles_cover_no_face_no_label_and_no_other_bubble() -> void:
	for phase: String in Wire.PHASES:
		var state := PeopleStates.quiet(phase)
		var texts: Array[String] = [
			"¿Y si medimos también el acarreo? Así veremos si el error está en los dígitos largos.",
			"Il manque les barres d'erreur ; la comparaison n'est ni juste ni claire, à mon avis.",
			"Yes."
		]
		for i: int in 3:
			var said := '{"command":"dialogue","text":"%s"}' % texts[i]
			var done := PeopleStates.done(phase + ".1.%d.0" % i, said, 5 + i)
			state = PeopleStates.with_person(state, PeopleStates.ROLES[i], {"last": done})
		var cast := _cast(state)
		await frames(3)
		var boxes := cast.bubble_boxes()
		check(boxes.size() >= 1 and boxes.size() <= 3, "%s: %d bubbles" % [phase, boxes.size()])
		for box: Rect2 in boxes:
			for figure: Node in cast.get_children():
				if figure is Figure:
					check(not box.grow(-2).intersects((figure as Figure).face_rect()), "%s: over a face" % phase)
			for plate: Rect2 in FloorPlan.plates():
				check(not box.grow(-1).intersects(plate), "%s: over a label" % phase)
			for other: Rect2 in boxes:
				check(other == box or not box.intersects(other), "%s: over a bubble" % phase)


func test_live_words_stream_into_the_bubble_and_give_way_to_the_sentence() -> void:
	var open := PeopleStates.turn("plan-formulation.1.0.0", "thinking")
	var state := PeopleStates.with_person(PeopleStates.quiet("plan-formulation"), "postdoc", {"open": [open]})
	var cast := _cast(state)
	check_eq(_texts(cast), [])
	cast.show_words("postdoc", 0, '{"command":"dialogue","text":"I would')
	check_eq(_texts(cast), ["I would"])
	cast.show_words("postdoc", 0, '{"command":"dialogue","text":"I would ask first')
	check_eq(_texts(cast), ["I would ask first"])
	var said := {"open": [], "last": PeopleStates.done("plan-formulation.1.0.0", "So. I would ask first.", 11)}
	cast.show_state(PeopleStates.with_person(state, "postdoc", said), true)
	check_eq(_texts(cast), ["I would ask first."])


func test_a_click_on_a_figure_picks_its_role() -> void:
	var cast := Cast.new()
	var viewport := stage(cast)
	cast.show_state(PeopleStates.quiet("literature-review"), false)
	var picks: Array[Pick] = []
	cast.picked.connect(func(pick: Pick) -> void: picks.append(pick))
	await frames(2)
	click(viewport, cast.figure("professor").position - Vector2(0, 50))
	click(viewport, Vector2(5, 5))
	check_eq(picks.size(), 1)
	check_eq([picks[0].kind, picks[0].id], ["role", "professor"])
	cast.show_pick(picks[0])
	check(cast.figure("professor").chosen and not cast.figure("postdoc").chosen)


func test_the_next_role_goes_round_all_six() -> void:
	var cast := _cast({})
	var role := ""
	var seen: Array[String] = []
	for i: int in 6:
		role = cast.next_role(role)
		seen.append(role)
	check_eq(cast.next_role(role), seen[0])
	for name: String in PeopleStates.ROLES:
		check(name in seen, name)


func test_a_gesture_is_made_and_is_over() -> void:
	var cast := _cast(PeopleStates.quiet("running-experiments"))
	cast.act(PeopleStates.moment(Moment.Kind.NEW_BEST, "ml-engineer"))
	check_eq(cast.figure("ml-engineer").shown(), Figure.Pose.CHEER)
	check_eq(cast.figure("professor").shown(), Figure.Pose.CHEER)
	_pass(cast, 240.0 / 60.0)
	check_eq(cast.figure("ml-engineer").shown(), Figure.Pose.IDLE)


func test_reduced_motion_places_people_and_keeps_them_still() -> void:
	var cast := _cast(PeopleStates.quiet("literature-review"))
	cast.settings.reduced_motion = true
	cast.set_settings(cast.settings)
	cast.show_state(_talking(), true)
	var phd := cast.figure("phd-student")
	check(not phd.walking())
	check_eq(cast.room_of(phd), "plan-formulation")
	var clock := phd.clock
	await frames(30)
	check_eq(phd.clock, clock)


func _cast(state: Dictionary) -> Cast:
	var cast := Cast.new()
	add_child(cast)
	if not state.is_empty():
		cast.show_state(state, false)
	return cast


func _talking() -> Dictionary:
	var open := PeopleStates.turn("plan-formulation.1.0.0", "thinking")
	return PeopleStates.with_person(PeopleStates.quiet("plan-formulation"), "phd-student", {"open": [open]})


func _pass(cast: Cast, seconds: float) -> void:
	for i: int in roundi(seconds * 60.0):
		cast.pass_time(1.0 / 60.0)


func _texts(cast: Cast) -> Array:
	var found: Array = []
	for child: Node in cast.get_child(0).get_children():
		found.append((child as Bubble).text)
	return found
