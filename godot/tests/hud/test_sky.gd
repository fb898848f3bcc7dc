extends HudCase
## What stands in the sky: cards beside the roof, and words that are read over nobody's head.

const SIZES: Array[Vector2i] = [Vector2i(1280, 720), Vector2i(1920, 1080), Vector2i(1000, 640), Vector2i(390, 844)]


func test_cards_in_the_sky_lie_beside_the_roof_not_over_it() -> void:
	for size: Vector2i in SIZES:
		await open(begun(), {}, size)
		hud._actions.open_drawer("log")
		await frames(3)
		for open_drawer: bool in [true, false]:
			if not open_drawer:
				hud.stage.drawer.close()
				await frames(3)
			_check_over_no_roof(size)
		window.free()


func test_a_long_topic_takes_two_lines_and_is_whole_in_its_tooltip() -> void:
	await open(begun())
	var topic := hud.stage.top._topic
	check_eq(topic.text.count("\n"), 1)
	check(topic.text.length() > 60, topic.text)
	check_eq(topic.tooltip_text, LONG)
	check_eq(topic.text.replace("\n", " "), LONG)


func test_a_short_topic_takes_one_line() -> void:
	await open([start("Does it help?")] as Array[LabEvent])
	check_eq(hud.stage.top._topic.text, "Does it help?")


func test_a_question_of_a_recording_is_written_over_no_room() -> void:
	for size: Vector2i in SIZES:
		await open(asking(), {}, size)
		await frames(3)
		var toasts := hud.stage.toasts.get_children()
		check_eq(toasts.size(), 1)
		var rect := (toasts[0] as Control).get_global_rect()
		var sky := FreeSky.over(hud.free_rect())
		check(rect.end.y <= sky.floor_of_sky() + 1.0, "%s: %s is lower than %s" % [size, rect, sky.floor_of_sky()])
		check(rect.size.x >= 200.0 and rect.end.x <= size.x, "%s: %s" % [size, rect])
		check(rect.position.y >= hud.stage.top.right_foot(), "%s: under the buttons" % size)
		_check_over_no_roof(size)
		window.free()


func test_what_a_person_notes_and_answers_is_read_when_it_comes() -> void:
	await open(asking())
	_step("note-add", {"by": "web", "text": "Mind the noise."}, Moment.Kind.NOTE)
	check(find("A person: Mind the noise.") != hud)
	_step("answer-give", {"by": "web", "question": "q1", "answer": "go on"}, Moment.Kind.ANSWER)
	check(find("A person answered: go on") != hud)


func test_only_what_was_written_here_is_said_to_be_yours() -> void:
	await open(begun())
	connect_link()
	hud._actions._note("Use three seeds.", "")
	_step("note-add", {"by": LabLink.CLIENT, "text": "Use three seeds."}, Moment.Kind.NOTE)
	check(find("You: Use three seeds.") != hud)
	_step("note-add", {"by": LabLink.CLIENT, "text": "Use four."}, Moment.Kind.NOTE)
	check(find("A person: Use four.") != hud)


func test_a_very_long_note_is_cut_and_leads_to_its_entry() -> void:
	await open(begun())
	_step("note-add", {"by": "web", "text": "word ".repeat(400)}, Moment.Kind.NOTE)
	await frames(3)
	var panel: Control = hud.stage.toasts.get_child(0)
	check(panel.size.y < 120.0, str(panel.size))
	await press(panel)
	check_eq([hud.stage.drawer.what, picks[-1].seq], ["log", 4])


func test_words_of_a_later_moment_do_not_stay_after_a_jump_back() -> void:
	await open(begun())
	_step("note-add", {"by": "web", "text": "Mind the noise."}, Moment.Kind.NOTE)
	check_eq(hud.stage.toasts.get_child_count(), 1)
	hud.clock.seek(2)
	check_eq(hud.stage.toasts.get_child_count(), 0)


func test_the_timeline_names_the_phase_of_an_entry() -> void:
	await open(begun())
	var track := hud.stage.bar.track
	check_eq([track.phase_at(1), track.phase_at(3)], ["", "literature-review"])
	hud._actions._hover(3, Vector2(300, 0))
	check(hud.stage._hint_text.text.begins_with(Words.phase("literature-review")), hud.stage._hint_text.text)


func test_the_score_display_says_in_words_what_its_count_is() -> void:
	var point := {"attempt": 1.0, "program": "g1", "score": 0.5, "best": true, "seq": 4.0}
	var state := {"curve": [point, point, point]}
	var words := HoverWords.of(Pick.create("scores"), state)
	check(words.contains("×3") and words.contains("programs were judged"), words)
	check_eq(HoverWords.of(Pick.create("scores"), {}), "")
	check_eq(HoverWords.of(Pick.create("plan"), state), "")
	check_eq(HoverWords.of(null, state), "")


func test_the_whole_track_is_in_the_window() -> void:
	for size: Vector2i in SIZES:
		await open(begun(40), {}, size)
		check(hud.stage.bar.track.get_global_rect().end.x <= size.x, "%s" % size)
		window.free()


func _step(type: String, fields: Dictionary, kind: Moment.Kind) -> void:
	var seq := hud.timeline.head + 1
	var made := event(seq, type, fields)
	hud.timeline.put([made] as Array[LabEvent])
	var moment := Moment.create(kind, made, "", str(fields.get("text", fields.get("answer"))))
	hud.show_moments([moment] as Array[Moment])
	hud.clock.seek(seq)


func _check_over_no_roof(size: Vector2i) -> void:
	var sky := FreeSky.over(hud.free_rect())
	for card: Rect2 in hud.covers():
		for slope: PackedVector2Array in Section.roof():
			var seen := PackedVector2Array()
			for point: Vector2 in slope:
				seen.append(sky.at(point))
			var both := Geometry2D.intersect_polygons(seen, Brush.corners(card))
			check(both.is_empty(), "%s: %s lies over the roof" % [size, card])
