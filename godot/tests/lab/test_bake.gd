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
