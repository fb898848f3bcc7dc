extends TestCase
## The house as a whole: lamps, hour, picks, camera.

var _lab: Lab
var _window: SubViewport


func _state(phase: Variant, more: Dictionary = {}) -> Dictionary:
	var state := RunReducer.empty("r").duplicate()
	state.merge({"phase": phase}, true)
	state.merge(more, true)
	return state


func _open(size: Vector2i = Vector2i(1280, 720)) -> void:
	_lab = Lab.new()
	_window = stage(_lab, size)
	await frames(2)


## Where in the window this point of the house is seen.
func _seen(at: Vector2) -> Vector2:
	return _lab.transform * at


func test_a_state_shown_without_animation_is_right_at_once() -> void:
	await _open()
	_lab.show_state(_state("plan-formulation"), true)
	_lab.show_state(_state("report-writing", {"spent": {"seconds": 3600.0}}), false)
	for id: String in FloorPlan.ROOMS:
		check_eq(_lab._lights.lamps[id].power, 1.0 if id == "report-writing" else 0.0, id)
	check_eq(_lab.hour, Day.EVENING)


func test_with_animation_lamp_and_hour_take_their_time_and_arrive() -> void:
	await _open()
	_lab.show_state(_state(null), false)
	_lab.show_state(_state("report-writing", {"spent": {"seconds": 1800.0}}), true)
	var lamp := _lab._lights.lamps["report-writing"]
	check(lamp.power < 0.5)
	await until(func() -> bool: return lamp.power > 0.99 and absf(_lab.hour - 15.0) < 0.1, 6.0)


func test_reduced_motion_shows_everything_at_once_and_keeps_clouds_still() -> void:
	await _open()
	var settings := Settings.new()
	settings.reduced_motion = true
	_lab.settings = settings
	_lab.show_state(_state("report-writing", {"spent": {"seconds": 3600.0}}), true)
	check_eq(_lab._lights.lamps["report-writing"].power, 1.0)
	check_eq(_lab.hour, Day.EVENING)
	check(_lab._clouds.still and _lab._smoke.still and _lab.camera.still)


func test_when_the_run_is_over_the_hall_is_lit_where_the_report_lies() -> void:
	await _open()
	_lab.show_state(_state("report-refinement"), false)
	_lab.show_state(_state(null, {"outcome": {"kind": "complete"}}), false)
	check_eq(_lab._lights.lamps["hall"].power, 1.0)
	check_eq(_lab._lights.lamps["report-refinement"].power, 0.0)
	_lab.show_state(_state(null), false)
	check_eq(_lab._lights.lamps["hall"].power, 0.0)


func test_smoke_rises_only_while_a_program_runs() -> void:
	await _open()
	_lab.show_state(_state(null, {"programs": [{"id": "a", "turn": "x", "status": "running"}]}), false)
	check(_lab._smoke.visible)
	_lab.show_state(_state(null, {"programs": [{"id": "a", "turn": "x", "status": "ok"}]}), false)
	check(not _lab._smoke.visible)


func test_a_click_picks_the_smallest_thing_under_the_hand() -> void:
	await _open()
	var papers: Array = [{"id": "p1", "status": "added", "readSeq": 5.0, "addedSeq": 6.0}]
	_lab.show_state(_state(null, {"papers": papers}), false)
	var picks: Array[String] = []
	_lab.picked.connect(func(pick: Pick) -> void: picks.append("%s:%s" % [pick.kind, pick.id]))
	var shelf := LabObjects.PLACES["shelf"]
	for at: Vector2 in [shelf + Vector2(8, -12), shelf + Vector2(150, -60), Vector2(640, 280), Vector2(760, 600)]:
		click(_window, _seen(at))
	check_eq(picks, ["paper:p1", "papers:", "room:data-preparation", "room:report-writing"] as Array[String])


func test_every_room_and_every_object_can_be_picked_and_is_outlined() -> void:
	await _open()
	_lab.show_state(_state(null), false)
	for id: String in FloorPlan.ROOMS:
		var corner := RoomShape.bounds(id).get_center() + Vector2(0, 80 if id == "literature-review" else 0)
		check(_lab.objects.pick_at(corner) != null, id)
	for name: String in _lab.objects.all:
		var thing := _lab.objects.all[name]
		var own := thing.pick()
		check(own.kind == "room" or not _lab.objects.areas_of(own).is_empty(), name)
		check(_lab.objects.pick_at(thing.position + thing.area().get_center()) != null, name)


func test_the_hand_over_an_object_outlines_it_and_leaves_again() -> void:
	await _open()
	_lab.show_state(_state(null), false)
	for row: Array in [[LabObjects.PLACES["gauges"] + Vector2(20, 20), "budget"], [Vector2(700, -40), ""]]:
		var move := InputEventMouseMotion.new()
		move.position = _seen(row[0] as Vector2)
		move.global_position = move.position
		_window.push_input(move, true)
		check_eq(_lab._outline.hovered.kind if _lab._outline.hovered else "", row[1])


func test_a_paper_that_is_not_on_the_shelf_outlines_the_shelf() -> void:
	await _open()
	_lab.show_state(_state(null), false)
	check_eq(_lab.objects.areas_of(Pick.create("paper", "nowhere")).size(), 1)


func test_at_home_the_house_fits_the_free_part_of_any_window() -> void:
	for size: Vector2i in [Vector2i(1280, 720), Vector2i(1680, 720), Vector2i(1024, 768), Vector2i(720, 1280)]:
		await _open(size)
		var free := Rect2(0, 40, size.x - 200, size.y - 90)
		_lab.camera.fit(free)
		check(free.grow(1).encloses(_lab.transform * Lab.HOUSE), "%s" % size)
		check((_lab.transform * _lab._sky.region).encloses(Rect2(Vector2.ZERO, size)), "land at %s" % size)
		_window.free()


func test_plates_keep_thirteen_pixels_beside_a_bar_at_the_foot() -> void:
	await _open()
	_lab.camera.fit(Rect2(0, 0, 1280, 672))
	check(roundi(Palette.TEXT_PLATE * _lab.camera.pixels()) >= 13)
	check(roundi(Palette.TEXT_LEAST * _lab.camera.pixels()) >= 13)


func test_the_camera_looks_at_a_room_and_comes_home() -> void:
	await _open()
	var home := _lab.transform
	_lab.camera.look_at_room("running-experiments")
	await until(func() -> bool: return _lab.scale.x > 2.0, 3.0)
	await until(func() -> bool: return _lab.camera._way == null or not _lab.camera._way.is_running(), 3.0)
	var room := _lab.transform * FloorPlan.ROOMS["running-experiments"]
	check(Rect2(0, 0, 1280, 720).encloses(room))
	_lab.camera.still = true
	_lab.camera.home()
	check(_lab.transform.is_equal_approx(home))


func test_from_near_a_room_is_as_sharp_as_the_window_and_shows_its_own_plate_alone() -> void:
	await _open()
	_lab.camera.still = true
	for phase: String in FloorPlan.ROOMS:
		_lab.camera.look_at_room(phase)
		check_eq(_lab._plates.only, phase)
		for bake: Bake in _lab._layers():
			check_eq(bake.sharpness, _lab.camera.pixels(), phase)
			check(not bake.visible or bake._port.size < Vector2i(2000, 1400), "%s: %s" % [phase, bake._port.size])
		check_eq(Brush.zoom, _lab.camera.pixels())
		var room := _lab.transform * FloorPlan.ROOMS[phase].grow_individual(0, 0, 0, Palette.SLAB)
		check(Rect2(0, 0, 1280, 720).encloses(room), "the room with its plate: %s" % room)
		check((_lab.transform * _lab._sky.region).encloses(Rect2(0, 0, 1280, 720)), "sky over the whole window")


func test_on_the_way_and_at_home_the_whole_house_is_there_as_before() -> void:
	await _open()
	var home := _lab.camera.home_pixels()
	_lab.camera.look_at_room("data-preparation")
	await until(func() -> bool: return _lab._back.sharpness > home, 3.0)
	_lab.camera.home()
	for bake: Bake in _lab._layers():
		check_eq(bake.window, bake.region)
		check_eq(bake.sharpness, home)
	check_eq(_lab._plates.only, "")


func test_beside_a_figure_that_is_followed_the_whole_house_is_drawn_finer() -> void:
	await _open()
	var walker := Node2D.new()
	walker.position = Vector2(1000, 420)
	_lab.add_child(walker)
	_lab.camera.follow(walker)
	await until(func() -> bool: return _lab._back.sharpness > 1.5, 3.0)
	check_eq(_lab._back.window, _lab._back.region)


func test_large_print_reaches_boards_and_plates() -> void:
	await _open()
	var settings := Settings.new()
	settings.font_scale = 1.6
	_lab.settings = settings
	check_eq(Brush.larger, Palette.BOARD_PRINT)
	_lab.settings = Settings.new()
	check_eq(Brush.larger, 1.0)


func test_the_camera_follows_a_figure() -> void:
	await _open()
	_lab.camera.still = true
	var walker := Node2D.new()
	walker.position = Vector2(1000, 420)
	_lab.add_child(walker)
	_lab.camera.follow(walker)
	await frames(2)
	var at := _seen(walker.position)
	check(Rect2(200, 100, 880, 560).has_point(at), "%s" % at)
	_lab.camera.home()
	check(_lab.camera.is_home())
