extends TestCase
## What is rendered once, and when it is rendered again.


func test_what_changed_is_drawn_anew_with_what_holds_it_and_nothing_beside_it() -> void:
	var house := Bake.create(Rect2(0, 0, 1280, 720), false)
	var clock := Bake.around(Rect2(440, 500, 30, 30))
	var shelf := Bake.around(Rect2(262, 70, 200, 130))
	var hands := Node2D.new()
	clock.put(hands)
	house.put(clock)
	house.put(shelf)
	stage(house)
	await frames(3)
	var anew: Array[Bake] = []
	for bake: Bake in [house, clock, shelf] as Array[Bake]:
		bake.refreshed.connect(func() -> void: anew.append(bake))
	hands.queue_redraw()
	await frames(2)
	check(anew.has(clock) and anew.has(house), "the clock and the house")
	check(not anew.has(shelf), "not the shelf")


func test_a_part_lies_on_whole_pixels_at_every_scale_of_the_camera() -> void:
	var bake := Bake.around(Rect2(441, 503, 77, 3))
	var region := bake.region
	bake.free()
	check(region.encloses(Rect2(441, 503, 77, 3)))
	for edge: float in [region.position.x, region.position.y, region.end.x, region.end.y]:
		check_eq(fmod(edge, LabCamera.STEP), 0.0)


func test_from_near_only_what_is_seen_is_rendered_and_as_finely_as_it_is_seen() -> void:
	var house := Bake.create(Rect2(0, 0, 1280, 720), false)
	var shelf := Bake.around(Rect2(262, 70, 200, 130))
	var clock := Bake.around(Rect2(1040, 500, 30, 30))
	house.put(shelf)
	house.put(clock)
	stage(house)
	await frames(1)
	var seen := Rect2(200, 50, 480, 270)
	house.fit(house.region, 2.65, seen)
	check_eq(house.sharpness, 2.65)
	check_eq(shelf.sharpness, 2.65)
	check(house.window.encloses(seen) and house.window.get_area() < 2.0 * seen.get_area(), "%s" % house.window)
	check(not clock.visible and clock._port.size.x < 10, "what is not seen takes no room")
	house.fit(house.region, 1.0)
	check_eq(house._port.size, Vector2i(1280, 720))
	check(clock.visible)


func test_no_texture_is_larger_than_its_bound_however_large_the_window() -> void:
	var house := Bake.create(Rect2(0, 0, 1280, 720), false)
	stage(house)
	for row: Array in [[Rect2(0, 0, 1280, 720), 3.0], [Rect2(200, 50, 480, 270), 7.9]]:
		house.fit(house.region, row[1] as float, row[0] as Rect2)
		var size := Vector2(house._port.size)
		check(size.x * size.y <= Bake.MOST_PIXELS * 1.01, "%s" % size)
		check_eq(house.texture_filter, CanvasItem.TEXTURE_FILTER_LINEAR)


func test_what_is_seen_as_before_is_not_rendered_again() -> void:
	var house := Bake.create(Rect2(0, 0, 1280, 720), false)
	stage(house)
	await frames(1)
	house.fit(house.region, 2.0)
	var anew: Array[int] = [0]
	house.refreshed.connect(func() -> void: anew[0] += 1)
	house.fit(house.region, 2.0)
	check_eq(anew[0], 0)
	house.fit(house.region, 1.0)
	check_eq(anew[0], 1)
