extends LinkCase
## What comes over the connection: entries, snapshots, results, and what is none of these.

const AT := "2026-01-05T09:00:00.000Z"


func test_a_gap_in_the_entries_is_subscribed_for_again() -> void:
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	_server.say_event(1, {"type": "note-add"})
	_server.say_event(3, {"type": "note-add"})
	await until(func() -> bool: return _server.of_type("subscribe").size() == 2)
	check_eq(Fields.whole(_server.of_type("subscribe")[1], "after"), 1)


func test_what_is_no_frame_is_left_out_with_a_line_and_the_rest_goes_on() -> void:
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	_server.say("{not json")
	_server.say("[1, 2]")
	_server.say('"text"')
	_server.say_bytes(PackedByteArray([1, 2, 3]))
	_server.say('{"type":"hologram","of":"the future"}')
	_server.say('{"type":7}')
	_server.say('{"type":"event"}')
	_server.say('{"type":"result","id":"nobody"}')
	_server.say('{"type":"event","run":"the-run","seq":1,"text":"%s"}' % "x".repeat(9_000_000 / 2))
	_server.say_event(1, {"type": "of-the-future", "more": [1]})
	await until(_has(1), 10.0)
	check_eq(_odd.size(), 9, "\n".join(_odd))
	check_eq(_link.state, LabLink.State.OPEN)
	check_eq(_events[0].type, "of-the-future")


func test_a_frame_beyond_the_buffer_ends_the_connection_and_says_so() -> void:
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	_server.say("x".repeat(9_000_000))
	await until(_is(LabLink.State.WAITING), 8.0)
	check_eq(_link.why, Words.of("link.too-long", {"n": 8}))


func test_a_server_that_floods_each_time_is_left_alone_after_a_few_tries() -> void:
	_link.follow("latest")
	_server.answers_with = "x".repeat(9_000_000)
	_link.open(_server.url())
	await until(_is(LabLink.State.REFUSED), 30.0)
	check_eq(_server.connections, LabLink.MOST_FLOODS + 1)
	check_eq(_link.why, Words.of("link.too-long", {"n": 8}))


func test_a_message_of_this_viewer_that_was_too_long_is_told_as_its_own() -> void:
	await _open()
	_server.hang_up(1009, "a frame may hold 64 KiB")
	await until(_is(LabLink.State.REFUSED))
	check(_link.why.contains("of this viewer") and _link.why.contains("64 KiB"), _link.why)


func test_a_gap_that_stays_is_asked_for_less_and_less_often_and_told_once() -> void:
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	_server.say_event(1, {"type": "note-add"})
	await until(_has(1))
	_server.answers_with = '{"type":"event","run":"the-run","seq":3,"at":"%s","event":{"type":"note-add"}}' % AT
	_server.say_event(3, {"type": "note-add"})
	await rest(2.5)
	var asked := _server.of_type("subscribe").size()
	check(asked >= 3 and asked <= 7, "asked %d times in 2.5 s" % asked)
	var line := Words.of("link.hole", {"n": 1})
	check_eq([_said.count(line), _link.why], [1, line])
	_server.answers_with = ""
	_server.say_event(2, {"type": "note-add"})
	await until(_has(2))
	check_eq(_link.why, "")


func test_another_log_behind_the_same_name_each_time_is_no_hot_loop() -> void:
	_server.refusal = {"code": "bad-after", "message": "it does not reach to 1"}
	_link.not_followed.connect(func(run: String, _error: Dictionary) -> void: _link.follow(run))
	_link.follow("the-run", 1)
	await _open()
	await rest(1.5)
	check(_server.of_type("subscribe").size() <= 6, str(_server.of_type("subscribe").size()))


func test_a_server_of_another_version_is_told_and_left_alone() -> void:
	_server.protocol = "gal.v9"
	_link.open(_server.url())
	await until(_is(LabLink.State.REFUSED))
	check_eq(_link.why, "This server speaks gal.v9, this viewer gal.v1: update one of the two.")
	await rest(0.6)
	check_eq(_server.connections, 1)


func test_a_complaint_of_any_shape_is_told_in_words() -> void:
	await _open()
	_server.say('{"type":"error","error":{"code":"odd","message":"what"}}')
	_server.say('{"type":"error","code":"bad-frame","message":"no id"}')
	await until(func() -> bool: return _said.size() >= 4)
	check(_said[-2].contains('"message":"what"'), _said[-2])
	check_eq(_said[-1], Words.of("link.complaint", {"error": "bad-frame: no id"}))


func test_a_text_beyond_ascii_survives_in_both_directions() -> void:
	var text := "¿Qué tal, señor Ñandú? 🧪 文"
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	_server.say_event(1, {"type": "note-add", "text": text})
	await until(_has(1))
	check_eq(Fields.text(_events[0].data, "text"), text)
	@warning_ignore("missing_await")
	_ask_into({}, "run.note", {"run": "the-run", "text": text})
	await until(func() -> bool: return not _server.of_type("run.note").is_empty())
	check_eq(_server.of_type("run.note")[0].text, text)


func test_results_are_matched_with_their_commands() -> void:
	await _open()
	var answers: Dictionary[String, Dictionary] = {}
	for type: String in ["run.list", "run.get"]:
		@warning_ignore("missing_await")
		_ask_into(answers, type)
	await until(func() -> bool: return _server.frames.size() == 3)
	var list: String = _server.of_type("run.list")[0].id
	var one: String = _server.of_type("run.get")[0].id
	_server.say_result(one, {"run": "b"})
	_server.say('{"type":"result","id":"%s","ok":false,"error":{"code":"defect","message":"why"}}' % list)
	await until(func() -> bool: return answers.size() == 2)
	check_eq(answers["run.get"], {"ok": true, "result": {"run": "b"}})
	var error := {"code": "defect", "message": "why", "retryable": false}
	check_eq(answers["run.list"], {"ok": false, "error": error})


func test_a_command_without_a_connection_is_answered_at_once() -> void:
	var answer := await _link.ask("run.list")
	check_eq(answer.ok, false)
	check_eq(Fields.text(Fields.object(answer, "error"), "code"), "offline")


func test_a_command_whose_connection_is_lost_is_answered() -> void:
	await _open()
	var answers: Dictionary[String, Dictionary] = {}
	@warning_ignore("missing_await")
	_ask_into(answers, "run.list")
	await until(func() -> bool: return not _server.of_type("run.list").is_empty())
	_server.die()
	await until(func() -> bool: return answers.has("run.list"))
	check_eq(Fields.text(Fields.object(answers["run.list"], "error"), "code"), "offline")


func test_a_snapshot_in_parts_comes_before_the_entries_after_it() -> void:
	var order: PackedStringArray = []
	_link.snapshot_came.connect(
		func(run: String, state: Dictionary) -> void:
			order.append("%s %d %s" % [run, Fields.whole(state, "seq"), Fields.text(state, "topic").left(1)])
	)
	_link.event_came.connect(func(event: LabEvent) -> void: order.append(str(event.seq)))
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	var state := JSON.stringify({"run": "the-run", "seq": 20000, "topic": "é".repeat(100_000)})
	for part: int in 2:
		var piece := state.substr(part * 60_000, 60_000)
		var of := {"run": "the-run", "seq": 20000, "part": part + 1, "parts": 2, "state": piece, "type": "snapshot"}
		_server.say(JSON.stringify(of))
	_server.say_event(20001, {"type": "note-add"})
	await until(_has(1), 5.0)
	check_eq(order, PackedStringArray(["the-run 20000 é", "20001"]))
	check_eq(_link.following.last, 20001)


func test_ten_thousand_entries_in_one_breath_all_come_in_order() -> void:
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	for seq: int in range(1, 10001):
		_server.say_event(seq, {"type": "turn-reply", "id": "t", "text": "x".repeat(300)})
	await until(_has(10000), 15.0)
	check_eq(_events.size(), 10000)
	check_eq(_events[-1].seq, 10000)
	check_eq(_server.of_type("subscribe").size(), 1)
