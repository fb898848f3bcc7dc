extends TestCase
## Panels and house side by side: bubbles keep off cards, and a small window shows less, not smaller.


func test_cards_of_the_window_are_told_to_bubbles_in_the_house_s_own_units() -> void:
	var view := Transform2D(0.0, Vector2(0.5, 0.5), 0.0, Vector2(100, 50))
	var there := HouseView.in_house([Rect2(100, 50, 20, 10)] as Array[Rect2], view)
	check_eq(there, [Rect2(0, 0, 40, 20)] as Array[Rect2])


func test_bubbles_know_where_the_cards_are() -> void:
	var main := Main.new()
	main.launch = Launch.of_words(["--replay=res://example/rehearsal.jsonl", "--at=20"])
	stage(main)
	await until(func() -> bool: return main.stage.shown == 20, 20.0)
	await frames(3)
	var cards := main.hud.stage.top.cards()
	check(cards.size() >= 3, str(cards))
	check_eq(Bubbles.cards.size(), cards.size())
	var first := main.lab.get_global_transform_with_canvas() * Bubbles.cards[0]
	check(first.position.distance_to(cards[0].position) < 1.0, "%s %s" % [first, cards[0]])


func test_after_a_change_of_language_the_same_state_is_read_again() -> void:
	var main := Main.new()
	main.launch = Launch.of_words(["--replay=res://example/rehearsal.jsonl", "--at=20", "--language=en"])
	stage(main)
	await until(func() -> bool: return main.stage.shown == 20, 20.0)
	main.clock.seek(20)
	main.clock.pause()
	await frames(2)
	var gauges := main.lab.objects.all["gauges"]
	var before := str(gauges.data)
	main.settings.choose({"language": "es"} as Dictionary[String, Variant])
	await frames(2)
	var fresh := str(gauges.read(main.timeline.state_at(20)))
	check_eq(str(gauges.data), fresh)
	check_eq(main.stage.shown, 20)
	check(before.length() > 0)
	main.settings.choose({"language": "en"} as Dictionary[String, Variant])


func test_a_small_window_keeps_its_print_and_shows_fewer_units() -> void:
	check_eq(WindowFit.units(Vector2i(1920, 1080), 1.0), Vector2i(1280, 720))
	check_eq(WindowFit.units(Vector2i(390, 844), 1.0), Vector2i(390, 720))
	check_eq(WindowFit.units(Vector2i(1170, 2532), 3.0), Vector2i(390, 720))
	check_eq(WindowFit.units(Vector2i(100, 100), 1.0), WindowFit.LEAST)
