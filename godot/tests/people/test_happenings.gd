extends TestCase
## What moments do to the things of the house.


func test_a_program_that_failed_shows_at_the_rack_and_round_its_own_node_and_is_over() -> void:
	var cast := _cast()
	var asked: Array[Pick] = []
	cast.happenings.areas = func(pick: Pick) -> Array[Rect2]:
		asked.append(pick)
		return [Rect2(10, 10, 43, 20), Rect2(0, 0, 214, 98)]
	cast.act(PeopleStates.moment(Moment.Kind.PROGRAM_FAILED, "ml-engineer", "", "g1"))
	check_eq([asked[0].kind, asked[0].id], ["program", "g1"])
	check_eq(_happenings(cast).size(), 1)
	check_eq(_happenings(cast)[0].areas, [Rect2(10, 10, 43, 20)] as Array[Rect2], "not the whole board")
	for i: int in 60 * 4:
		cast.pass_time(1.0 / 60.0)
	await frames(2)
	check_eq(_happenings(cast).size(), 0)


func test_moments_that_are_told_apart_look_different() -> void:
	var looks: Dictionary[String, bool] = {}
	var kinds: Array[Moment.Kind] = [
		Moment.Kind.NOTE,
		Moment.Kind.RESUMED,
		Moment.Kind.FAULT,
		Moment.Kind.PROGRAM_STARTED,
		Moment.Kind.PROGRAM_DONE,
		Moment.Kind.PROGRAM_FAILED,
		Moment.Kind.ANSWER,
	]
	for kind: Moment.Kind in kinds:
		var pose: Figure.Pose = Gestures.TABLE[kind][0]
		looks["%d %s %s" % [pose, Signs.DRAW.get(pose, ""), Happening.PARTS.get(kind, [])]] = true
	check_eq(looks.size(), kinds.size())


func test_every_part_has_a_drawing() -> void:
	for kind: Moment.Kind in Happening.PARTS:
		var happening := Happening.create(kind, [Rect2(0, 0, 43, 20)], kind == Moment.Kind.FAULT, 61.0)
		for name: String in Happening.PARTS[kind]:
			check(happening.has_method(name), name)
		stage(happening)
		for part: int in 5:
			happening.pass_time(0.5)
			await frames(1)
		happening.free()


func test_the_same_once_more_begins_anew_and_a_jump_ends_all() -> void:
	var cast := _cast()
	for time: int in 3:
		cast.act(PeopleStates.moment(Moment.Kind.PROGRAM_DONE, "ml-engineer"))
	cast.act(PeopleStates.moment(Moment.Kind.RESUMED))
	await frames(2)
	check_eq(_happenings(cast).size(), 2)
	cast.show_state(PeopleStates.quiet("running-experiments"), false)
	await frames(2)
	check_eq(_happenings(cast).size(), 0)


func test_without_motion_it_is_one_still_picture() -> void:
	var cast := _cast()
	cast.settings.reduced_motion = true
	cast.act(PeopleStates.moment(Moment.Kind.PROGRAM_FAILED, "ml-engineer"))
	check(_happenings(cast)[0].still)


func _cast() -> Cast:
	var cast := Cast.new()
	cast.settings = Settings.load_from("")
	add_child(cast)
	cast.show_state(PeopleStates.quiet("running-experiments"), false)
	return cast


func _happenings(cast: Cast) -> Array[Happening]:
	var found: Array[Happening] = []
	for child: Node in cast.get_children():
		if child is Happening:
			found.append(child as Happening)
	return found
