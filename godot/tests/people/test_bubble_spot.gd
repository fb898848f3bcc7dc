extends TestCase
## Where a bubble goes.

const ROOM := Rect2(0, 0, 340, 208)
const BOX := Rect2(110, 30, 120, 50)


func test_in_an_empty_room_it_is_right_over_its_speaker() -> void:
	var spot := BubbleSpot.find(BOX, 170.0, ROOM, [])
	check_eq(spot.shift, Vector2.ZERO)
	check_eq(spot.blocked, 0.0)


func test_it_gives_way_to_a_face() -> void:
	var face := Rect2(100, 50, 34, 34)
	var spot := BubbleSpot.find(BOX, 170.0, ROOM, [face])
	check(not Rect2(BOX.position + spot.shift, BOX.size).intersects(face), "shifted by %s" % spot.shift)
	check_eq(spot.blocked, 0.0)


func test_it_stays_in_its_room() -> void:
	var spot := BubbleSpot.find(Rect2(-20, 30, 120, 50), 40.0, ROOM, [])
	check(ROOM.encloses(Rect2(Vector2(-20, 30) + spot.shift, BOX.size)), "shifted by %s" % spot.shift)


func test_it_leaves_a_board_free_where_there_is_another_place() -> void:
	var board := Rect2(100, 20, 100, 60)
	var spot := BubbleSpot.find(BOX, 170.0, ROOM.grow(90), [], [board])
	check(not Rect2(BOX.position + spot.shift, BOX.size).intersects(board), "shifted by %s" % spot.shift)
	check_eq(BubbleSpot.find(BOX, 170.0, ROOM, [], [ROOM]).blocked, 0.0, "else it may be over it")


func test_it_goes_to_the_neighbours_wall_before_it_hides_what_the_room_shows() -> void:
	var board := Rect2(0, 0, 340, 70)
	var neighbour := ROOM.merge(Rect2(340, 0, 300, 208))
	var spot := BubbleSpot.find(Rect2(230, 10, 120, 50), 290.0, ROOM, [], [board], neighbour)
	check(not Rect2(Vector2(230, 10) + spot.shift, BOX.size).intersects(board), "shifted by %s" % spot.shift)


func test_it_hides_one_thing_at_most() -> void:
	var pages := Rect2(0, 0, 340, 40)
	var tag := Rect2(200, 50, 44, 20)
	var wall := Rect2(0, 60, 340, 148)
	var spot := BubbleSpot.find(BOX, 170.0, ROOM, [wall], [pages, tag])
	var there := Rect2(BOX.position + spot.shift, BOX.size)
	check_eq(spot.blocked, 0.0)
	check(not (there.intersects(pages) and there.intersects(tag)), "%s" % there)


func test_the_clock_of_who_waits_is_beside_the_head_and_off_the_own_bubble() -> void:
	var cast := _speaking()
	var open := PeopleStates.turn("literature-review.1.1.0", "thinking", null, 0, 1)
	var said := PeopleStates.done("literature-review.1.0.0", '{"command":"dialogue","text":"It is so."}', 8)
	cast.show_state(
		PeopleStates.with_person(
			PeopleStates.quiet("literature-review"), "phd-student", {"last": said, "open": [open]}
		),
		false
	)
	await frames(3)
	var one := cast.figure("phd-student")
	check(one.over_rect().has_area(), "it waits")
	check(absf(one.over_rect().get_center().x - one.face_rect().get_center().x) > 30.0, "beside the head")
	for box: Rect2 in cast.bubble_boxes():
		check(not box.intersects(one.over_rect()), "%s over %s" % [box, one.over_rect()])


func test_it_says_so_when_there_is_no_room() -> void:
	check(BubbleSpot.find(BOX, 170.0, ROOM, [ROOM]).blocked > 40.0)


func test_a_bubble_beside_a_clock_that_hangs_over_a_neighbour_leaves_it_readable() -> void:
	var cast := Cast.new()
	add_child(cast)
	var open: Array = [
		PeopleStates.turn("report-refinement.1.0.0", "thinking", null, 0, 1),
		PeopleStates.turn("report-refinement.1.0.1", "acting", "The figures agree with the record.", 1)
	]
	var state := PeopleStates.quiet("report-refinement")
	cast.show_state(PeopleStates.with_person(state, "reviewer", {"open": open}), false)
	await frames(3)
	check_eq(cast.bubble_boxes().size(), 1)
	check(not cast.bubble_boxes()[0].intersects(cast.figure("reviewer", 0).over_rect()), "the clock is covered")


func test_a_bubble_keeps_off_the_cards_over_the_house() -> void:
	var before := Bubbles.cards
	var cast := _speaking()
	await frames(2)
	var free := cast.bubble_boxes()[0]
	Bubbles.cards = [free]
	cast.pass_time(Bubbles.LOOK)
	check_eq(cast.bubble_boxes().size(), 1)
	check(not cast.bubble_boxes()[0].intersects(free), "%s" % cast.bubble_boxes())
	Bubbles.cards = before


func test_the_bubble_of_somebody_who_walks_away_is_closed() -> void:
	var cast := _speaking()
	await frames(2)
	check_eq(cast.bubble_boxes().size(), 1)
	var one := cast.figure("phd-student")
	one.walk(FloorPlan.route(one.position, FloorPlan.spot("report-writing", 0)))
	for i: int in 90:
		cast.pass_time(1.0 / 60.0)
	check_eq(cast.bubble_boxes().size(), 0)


func _speaking() -> Cast:
	var cast := Cast.new()
	add_child(cast)
	var said := PeopleStates.done("literature-review.1.0.0", '{"command":"dialogue","text":"It is so."}', 8)
	cast.show_state(
		PeopleStates.with_person(PeopleStates.quiet("literature-review"), "phd-student", {"last": said}), false
	)
	return cast
