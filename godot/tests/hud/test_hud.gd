extends HudCase
## What a person does with the panels, by hand and by key, and what comes of it.


func test_dragging_the_playhead_seeks() -> void:
	await open(begun(40))
	var track := hud.stage.bar.track
	var from := track.global_position + Vector2(track.x_of(43), 20)
	_mouse(from, true)
	var drag := InputEventMouseMotion.new()
	drag.position = track.global_position + Vector2(track.x_of(10), 20)
	drag.global_position = drag.position
	drag.button_mask = MOUSE_BUTTON_MASK_LEFT
	window.push_input(drag, true)
	_mouse(drag.position, false)
	await frames(2)
	check_eq(hud.clock.seq, 10)
	check(not hud.clock.live, "a moment of the past is no live one")


func test_arrows_step_and_space_plays_also_after_a_button_of_the_bar_was_pressed() -> void:
	await open(begun(40))
	connect_link()
	hud.clock.seek(20)
	hud.clock.pause()
	type_key(window, KEY_RIGHT)
	check_eq(hud.clock.seq, 21)
	await press(hud.stage.bar._back)
	check_eq(hud.clock.seq, 20, "the button")
	type_key(window, KEY_LEFT)
	check_eq(hud.clock.seq, 19, "an arrow after the button")
	type_key(window, KEY_SPACE)
	check(hud.clock.playing, "space plays")
	type_key(window, KEY_SPACE)
	check(not hud.clock.playing, "space holds")
	type_key(window, KEY_HOME)
	check_eq(hud.clock.seq, 1)
	type_key(window, KEY_F)
	check(hud.clock.live and hud.clock.seq == 43, "F follows")


func test_escape_closes_the_log_at_the_first_press() -> void:
	await open(begun())
	type_key(window, KEY_L)
	await frames(3)
	check_eq(window.gui_get_focus_owner(), hud.log_panel.search)
	type_key(window, KEY_ESCAPE)
	await frames(2)
	check(not hud.stage.drawer.visible, "it is closed")


func test_at_the_end_of_a_finished_run_the_button_plays_it_again() -> void:
	var events := begun(20)
	events.append(event(24, "run-end", {"outcome": {"kind": "complete"}}))
	await open(events)
	hud.clock.follow_live()
	hud.stage.bar.refresh()
	check_eq(hud.stage.bar._play.tooltip_text, Words.of("timeline.again"))
	await press(hud.stage.bar._play)
	check_eq([hud.clock.seq, hud.clock.playing], [1, true])
	check_eq(hud.stage.bar._play.tooltip_text, Words.of("timeline.pause"))


func test_without_a_server_nothing_that_needs_one_is_offered() -> void:
	await open(asking())
	for button: Control in [hud.stage.top._pause, hud.stage.top._stop, hud.stage.top._note]:
		check(not button.visible, "offered without a server")
	check(find(Words.of("connection.replay")) != hud)


func test_pausing_and_resuming_are_commands_for_the_shown_run() -> void:
	await open(begun())
	connect_link()
	await frames(3)
	await press(hud.stage.top._pause)
	hud.show_state(hud.shown().merged({"halted": {"cause": "pause", "why": "w", "seq": 3.0}}, true))
	await frames(2)
	await press(hud.stage.top._pause)
	check_eq(commands, [["run.pause", {"run": RUN}], ["run.resume", {"run": RUN}]])


func test_a_note_is_sent_with_its_phase_and_kept_when_it_was_not_taken() -> void:
	await open(begun())
	connect_link()
	type_key(window, KEY_N)
	await frames(3)
	hud.note_box.words.text = "Use three seeds."
	await press(find(Words.of("note.send")))
	check_eq(commands, [["run.note", {"run": RUN, "text": "Use three seeds."}]])
	hud.show_result("run.note", {"ok": false, "error": {"message": "no"}})
	check_eq(hud.note_box.words.text, "Use three seeds.")
	hud.show_result("run.note", {"ok": true, "result": {}})
	check_eq(hud.note_box.words.text, "")


func test_keys_turn_the_camera_to_rooms_and_people_and_escape_lets_go() -> void:
	await open(begun())
	var seen: Array[String] = []
	hud.room_wanted.connect(func(phase: String) -> void: seen.append(phase))
	hud.person_wanted.connect(func(role: String) -> void: seen.append(role))
	hud.house_wanted.connect(func() -> void: seen.append("house"))
	type_key(window, KEY_4)
	await frames(2)
	check_eq(seen, ["running-experiments"] as Array[String])
	type_key(window, KEY_TAB)
	await frames(2)
	check_eq([picks[-1].kind, picks[-1].id], ["role", "phd-student"])
	type_key(window, KEY_F)
	await frames(2)
	check_eq(seen[-1], "phd-student", "who is selected is followed")
	type_key(window, KEY_ESCAPE)
	await frames(2)
	check(not hud.stage.drawer.visible, "escape closes the card")
	check_eq(picks[-1].kind, "")
	type_key(window, KEY_ESCAPE)
	await frames(2)
	check_eq(seen[-1], "house", "and then goes back to the whole house")


func test_a_line_of_the_log_selects_the_entry_everywhere() -> void:
	await open(begun(30))
	type_key(window, KEY_L)
	await frames(4)
	var list := hud.log_panel.list
	click(window, list.global_position + Vector2(60, list.row_height() * 1.5))
	await frames(3)
	var seq := picks[-1].seq
	check(seq > 0 and picks[-1].kind == "event", "an entry is picked")
	check_eq(hud.stage.bar.track.chosen, seq)
	hud.show_pick(Pick.create("event", "", 5))
	check_eq(list.selected, 5, "a pick from elsewhere is selected in the log")


func test_the_log_is_searched_and_narrowed() -> void:
	await open(begun(30))
	type_key(window, KEY_L)
	await frames(4)
	check_eq(hud.log_panel.list.rows.size(), 33)
	hud.log_panel.search.text = "number 7 "
	hud.log_panel.search.text_changed.emit("number 7 ")
	check_eq(hud.log_panel.list.rows.size(), 1)
	hud.log_panel.search.text_changed.emit("")
	hud.log_panel.filter.item_selected.emit(1 + EntryKinds.ALL.find("phases"))
	check_eq(hud.log_panel.list.rows.size(), 1)


func test_fifty_thousand_entries_cost_no_frame_more_than_a_tenth_of_a_second() -> void:
	var events := begun(49_997)
	await open(events.slice(0, 3))
	type_key(window, KEY_L)
	for seq: int in range(4, events.size(), 1000):
		hud.index.put(events.slice(seq - 1, seq + 999))
	var worst := 0
	for i: int in 30:
		var before := Time.get_ticks_msec()
		hud.log_panel._process(0.016)
		hud.log_panel.list._bar.value += 40_000.0
		worst = maxi(worst, Time.get_ticks_msec() - before)
		await get_tree().process_frame
	check(worst < 100, "a frame took %d ms" % worst)


func test_a_run_is_begun_with_topic_and_language() -> void:
	await open([] as Array[LabEvent])
	connect_link()
	hud._actions.open_sheet("new")
	await frames(3)
	check(hud.new_run._start.disabled, "nothing to begin without a topic")
	hud.new_run.topic.text = "Does it help?"
	hud.new_run.topic.text_changed.emit()
	await press(find(Words.of("new.start")))
	check_eq(commands, [["run.start", {"topic": "Does it help?", "config": {"language": "en"}}]])
	hud.show_result("run.start", {"ok": true, "result": {"run": "b"}})
	check(not hud.stage.sheet.visible, "the sheet closes")


func test_runs_and_servers_are_chosen() -> void:
	await open([] as Array[LabEvent])
	connect_link()
	hud._actions.open_sheet("runs")
	check_eq(commands, [["run.list", {}]])
	hud.show_runs([{"run": "b", "topic": "Second", "status": "running", "at": "2026-01-05T09:00:00.000Z"}])
	await frames(4)
	await press(find("Second"))
	hud._actions.open_sheet("runs")
	hud.runs._url.text = "ws://other:1"
	hud.runs._token.text = "t"
	await frames(4)
	await press(find(Words.of("server.connect")))
	check_eq(wishes, PackedStringArray(["run b", "server ws://other:1 t"]))


func test_of_very_many_runs_the_newest_can_be_chosen() -> void:
	await open([] as Array[LabEvent])
	connect_link()
	var many: Array[Dictionary] = []
	for i: int in 150:
		many.append({"run": "run-%03d" % i, "topic": "topic %03d" % i, "status": "running", "at": ""})
	hud._actions.open_sheet("runs")
	hud.show_runs(many)
	await frames(4)
	await press(find("topic 149"))
	check_eq(wishes, PackedStringArray(["run run-149"]))


func test_without_server_and_run_there_are_three_choices() -> void:
	await open([] as Array[LabEvent])
	var link := connect_link()
	link.state = LabLink.State.WAITING
	hud.show_link(link)
	await frames(4)
	check_eq(hud.stage.sheet.what, "first")
	type_key(window, KEY_ESCAPE)
	check_eq(hud.stage.sheet.what, "first", "there is nothing behind it")
	await press(find(Words.of("first.again")))
	await press(find(Words.of("first.example")))
	check_eq(wishes, PackedStringArray(["again", "example"]))
	check(not hud.stage.sheet.visible, "the example takes its place")


func test_a_topic_cannot_turn_the_direction_of_reading_or_break_its_lines() -> void:
	var line := {"run": RUN, "seq": 1, "at": "2026-01-05T09:00:00.000Z", "event": {"type": "run-start"}}
	(line.event as Dictionary).topic = "Is it\u202e safe\n\nhere?"
	var decoder := EventDecoder.new()
	await open([decoder.event(decoder.frame(JSON.stringify(line)))] as Array[LabEvent])
	find("Is it· safe here?")


func test_before_any_phase_it_begins_and_only_later_it_is_between_two() -> void:
	await open([start()] as Array[LabEvent])
	find(Words.of("top.begins"))
	var ended := event(3, "phase-end", {"phase": "literature-review", "attempt": 1.0, "outcome": {"kind": "complete"}})
	var between: Array[LabEvent] = [start(), begun()[1], ended]
	show(between)
	await frames(3)
	find(Words.of("top.between"))


func test_of_a_record_in_a_file_nothing_is_live() -> void:
	await open(begun(20))
	find(Words.of("connection.replay"))
	check(ConnectionBadge.SHAPES["replay"] != "play", "it is no button")
	hud.clock.pause()
	hud.clock.seek(2)
	type_key(window, KEY_F)
	await frames(3)
	check_eq(hud.clock.seq, 2)
	for text: Control in TextRects.texts_under(hud):
		var live: Array[String] = [Words.of("timeline.live"), Words.of("timeline.following")]
		check(not text.is_visible_in_tree() or TextRects.words(text) not in live, TextRects.words(text))
	connect_link()
	await frames(3)
	find(Words.of("timeline.live"))


func test_a_record_that_cannot_be_read_is_told_in_the_window() -> void:
	await open([] as Array[LabEvent])
	hud.show_record_fault("/tmp/x.jsonl cannot be read: it is empty")
	await frames(4)
	find(Words.of("first.record"))
	find("/tmp/x.jsonl cannot be read: it is empty")
	find(Words.of("connection.unreadable"))
	for text: Control in TextRects.texts_under(hud):
		check(not text.is_visible_in_tree() or TextRects.words(text) != Words.of("first.what"))
	await press(find(Words.of("first.example")))
	check_eq(wishes, PackedStringArray(["example"]))


func test_that_a_record_breaks_off_stays_in_the_sky_until_another_run_is_shown() -> void:
	await open(begun())
	hud.show_broken_record("it breaks off at line 4")
	for i: int in Toasts.MOST + 1:
		hud.stage.toasts.tell("note %d" % i)
	await get_tree().create_timer(9.0).timeout
	find("it breaks off at line 4")
	hud.settings.choose({"font_scale": 1.2} as Dictionary[String, Variant])
	await frames(3)
	find("it breaks off at line 4")
	show(begun(1))
	await frames(2)
	for text: Control in TextRects.texts_under(hud):
		check(TextRects.words(text) != "it breaks off at line 4")


func test_the_drawer_moves_the_free_part_and_gives_it_back() -> void:
	await open(begun())
	var whole := hud.free_rect()
	var seen: Array[Rect2] = []
	hud.free_changed.connect(func(rect: Rect2) -> void: seen.append(rect))
	type_key(window, KEY_L)
	await frames(3)
	check(hud.free_rect().end.x < whole.end.x - 300.0, "the drawer needs room")
	check(not seen.is_empty() and seen[-1] == hud.free_rect(), "the change is told")
	type_key(window, KEY_L)
	await frames(3)
	check_eq(hud.free_rect(), whole)


func test_every_menu_entry_does_what_it_says() -> void:
	await open(begun())
	for what: String in ["runs", "new", "settings", "help"]:
		hud._actions._on_menu(HudActions.MENU.find_custom(func(row: Array) -> bool: return row[0] == what))
		await frames(2)
		check_eq(hud.stage.sheet.what, what)
		type_key(window, KEY_ESCAPE)
		await frames(2)
		check(not hud.stage.sheet.visible, "%s closes" % what)


func _mouse(at: Vector2, down: bool) -> void:
	var button := InputEventMouseButton.new()
	button.button_index = MOUSE_BUTTON_LEFT
	button.position = at
	button.global_position = at
	button.pressed = down
	window.push_input(button, true)
