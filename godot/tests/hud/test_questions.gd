extends HudCase
## What the lab asks a person: shown at once, answered once, read in a recording.


func test_answering_with_an_option_gives_the_command_with_the_question() -> void:
	await open(asking())
	connect_link()
	hud.show_state(hud.shown())
	await frames(3)
	await press(find(Words.of("needs.you")))
	await press(find("Yes, begin"))
	check_eq(commands, [["run.answer", {"run": RUN, "question": "q1", "answer": "Yes, begin"}]])
	check(not Words.of("answer.sent").is_empty() and find(Words.of("answer.sent")) != hud)


func test_a_question_that_holds_the_run_opens_by_itself_and_closes_once_it_is_answered() -> void:
	var events := asking()
	await open(events.slice(0, 3))
	connect_link()
	check_eq(hud.stage.drawer.what, "")
	show(events)
	await frames(3)
	check_eq(hud.stage.drawer.what, "question")
	check(find("Shall it begin?") != hud)
	check(hud.stage.top._stands.text.contains(Words.of("halted.question")), hud.stage.top._stands.text)
	hud.stage.drawer.close()
	hud.show_state(hud.shown().merged({"seq": 5.0}, true))
	check_eq(hud.stage.drawer.what, "", "who closed it is not asked again")
	type_key(window, KEY_Q)
	events.append(event(5, "answer-give", {"question": "q1", "answer": "Yes", "by": "somebody"}))
	show(events)
	await frames(3)
	check_eq(hud.stage.drawer.what, "")


func test_a_question_does_not_come_under_the_hands_of_somebody_who_writes() -> void:
	var events := asking()
	await open(events.slice(0, 3))
	connect_link()
	type_key(window, KEY_N)
	await frames(3)
	hud.note_box.words.grab_focus()
	hud.timeline.put([events[3]] as Array[LabEvent])
	hud.clock.follow_live()
	hud.show_state(hud.timeline.state_at(4))
	await frames(3)
	check_eq(hud.stage.drawer.what, "note")
	hud.note_box.words.release_focus()
	await frames(3)
	check_eq(hud.stage.drawer.what, "question")


func test_in_a_recording_a_question_is_read_and_not_answered() -> void:
	await open(asking())
	check_eq(hud.stage.drawer.what, "")
	await press(find(Words.of("needs.read")))
	check(find("Shall it begin?") != hud)
	check(find(Words.of("question.only_read")) != hud)
	check(hud.questions.find_children("*", "BaseButton", true, false).is_empty(), "nothing to press")


func test_a_refused_answer_can_be_given_again_and_says_why() -> void:
	await open(asking())
	connect_link()
	type_key(window, KEY_Q)
	await frames(3)
	await press(find("No, wait"))
	hud.show_result("run.answer", {"ok": false, "error": {"code": "x", "message": "The log is closed."}})
	await frames(3)
	check(find("The log is closed.") != hud)
	await press(find("No, wait"))
	check_eq(commands.size(), 2)
