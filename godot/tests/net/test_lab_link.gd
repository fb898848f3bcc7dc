extends TestCase
## The connection, against a server made of the engine's own parts, in real time.

var _server := StandIn.new()
var _link := LabLink.new()
var _events: Array[LabEvent] = []
var _odd: PackedStringArray = []
var _said: PackedStringArray = []
var _runs: PackedStringArray = []


func _ready() -> void:
	_server.speaks = true
	add_child(_server)
	add_child(_link)
	_link.event_came.connect(func(event: LabEvent) -> void: _events.append(event))
	_link.odd_frame.connect(func(why: String) -> void: _odd.append(why))
	_link.said.connect(func(line: String) -> void: _said.append(line))
	_link.followed.connect(func(run: String, after: int) -> void: _runs.append("%s %d" % [run, after]))


func _is(state: LabLink.State) -> Callable:
	return func() -> bool: return _link.state == state


func _open() -> void:
	_link.open(_server.url())
	await until(_is(LabLink.State.OPEN))


func _seqs() -> Array[int]:
	var seqs: Array[int] = []
	for event: LabEvent in _events:
		seqs.append(event.seq)
	return seqs


func _has(number: int) -> Callable:
	return func() -> bool: return _events.size() >= number


func test_hello_is_the_first_frame_and_a_text_with_valid_json() -> void:
	_link.open(_server.url(), "s3cret")
	_link.follow("latest", 7)
	await until(func() -> bool: return _server.frames.size() >= 2)
	check(_server.were_text[0])
	var hello := _server.frames[0]
	check_eq(hello.type, "hello")
	check_eq(hello.client, "godot")
	check_eq(hello.version, "gal.v1")
	check_eq(hello.token, "s3cret")
	check(Fields.whole(hello, "max_frame") >= 65536)
	check(Fields.text(hello, "id") != "")


func test_it_subscribes_after_the_last_entry_that_is_known() -> void:
	_link.open(_server.url())
	_link.follow("latest", 7)
	await until(func() -> bool: return not _runs.is_empty())
	var subscribe := _server.of_type("subscribe")[0]
	check_eq(subscribe.run, "latest")
	check_eq(Fields.whole(subscribe, "after"), 7)
	check_eq(Fields.whole(subscribe, "cut"), LabLink.CUT)
	check_eq(_runs, PackedStringArray(["the-run 7"]))


func test_after_a_lost_server_it_goes_on_after_the_last_entry_and_misses_none() -> void:
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	for seq: int in [1, 2, 3]:
		_server.say_event(seq, {"type": "note-add"})
	await until(_has(3))
	var port := _server.port
	_server.die()
	await until(_is(LabLink.State.WAITING))
	check(_link.next_try > 0.0 and _link.next_try <= 0.25, "next try in %f" % _link.next_try)
	_server.listen(port)
	await until(func() -> bool: return _runs.size() == 2, 5.0)
	var again := _server.of_type("subscribe")[1]
	check_eq(again.run, "the-run")
	check_eq(Fields.whole(again, "after"), 3)
	_server.say_event(4, {"type": "note-add"})
	await until(_has(4))
	check_eq(_seqs(), [1, 2, 3, 4] as Array[int])


func test_a_gap_in_the_entries_is_subscribed_for_again() -> void:
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	_server.say_event(1, {"type": "note-add"})
	_server.say_event(3, {"type": "note-add"})
	await until(func() -> bool: return _server.of_type("subscribe").size() == 2)
	check_eq(Fields.whole(_server.of_type("subscribe")[1], "after"), 1)


func test_where_nobody_listens_it_waits_and_says_when_it_tries_again() -> void:
	_server.die()
	_link.open(_server.url())
	await until(_is(LabLink.State.WAITING))
	check_eq(_link.why, LinkWords.of("link.no-server", {"url": _server.url()}))
	check(_link.next_try > 0.0)
	await until(func() -> bool: return _link.tries == 3, 5.0)
	check(_link.next_try <= 1.0 and _link.next_try > 0.5, "third wait %f" % _link.next_try)


func test_the_wait_is_counted_down_to_the_next_try() -> void:
	_server.die()
	_link.open(_server.url())
	await until(func() -> bool: return _link.tries == 4, 6.0)
	var told: Array[int] = []
	told.append(ceili(_link.next_try))
	_link.state_changed.connect(
		func() -> void:
			if _link.state == LabLink.State.WAITING and _link.tries == 4:
				told.append(ceili(_link.next_try))
	)
	await until(func() -> bool: return _link.tries == 5, 4.0)
	check_eq(told, [2, 1] as Array[int])


func test_a_server_that_takes_the_connection_and_says_nothing_is_given_up_after_three_seconds() -> void:
	var silent := TCPServer.new()
	silent.listen(0, "127.0.0.1")
	_link.open("ws://127.0.0.1:%d" % silent.get_local_port())
	await until(_is(LabLink.State.WAITING), 5.0)
	check_eq(_link.why, LinkWords.of("link.timed-out", {"url": _link.url}))


func test_an_address_that_is_none_is_refused_in_words() -> void:
	_link.open("ftp://nowhere")
	check_eq(_link.state, LabLink.State.REFUSED)
	check(_link.why.contains("ftp://nowhere"))


func test_the_engine_refusing_an_address_is_said_and_not_tried_again() -> void:
	expect_error("Invalid URL")
	_link.open("ws://127.0.0.1:99999999")
	check_eq(_link.state, LabLink.State.REFUSED)
	check(_link.why != "")


func test_close_code_and_reason_are_shown() -> void:
	await _open()
	_server.hang_up(4308, "too slow")
	await until(_is(LabLink.State.WAITING))
	check(_link.why.contains("4308") and _link.why.contains("too slow"), _link.why)
	check(_said.has(_link.why), "the log has it")


func test_a_wrong_token_is_not_tried_again() -> void:
	await _open()
	_server.hang_up(4401, "the token is missing or wrong")
	await until(_is(LabLink.State.REFUSED))
	check(_link.why.begins_with(LinkWords.of("link.close.no-token")), _link.why)
	var connections := _server.connections
	await get_tree().create_timer(0.6).timeout
	check_eq(_server.connections, connections)
	_link.try_now()
	await until(_is(LabLink.State.OPEN))


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
	await until(_is(LabLink.State.REFUSED), 8.0)
	check(_link.why.begins_with(LinkWords.of("link.close.too-long")), _link.why)


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


func _ask_into(answers: Dictionary[String, Dictionary], type: String, fields: Dictionary = {}) -> void:
	answers[type] = await _link.ask(type, fields)


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


func test_another_log_behind_the_same_name_is_told() -> void:
	var refused: PackedStringArray = []
	_link.not_followed.connect(
		func(run: String, error: Dictionary) -> void: refused.append(run + " " + Fields.text(error, "code"))
	)
	_server.refusal = {"code": "bad-after", "message": "it does not reach to 90"}
	_link.follow("the-run", 90)
	await _open()
	await until(func() -> bool: return not refused.is_empty())
	check_eq(refused, PackedStringArray(["the-run bad-after"]))
	_server.refusal = {}
	_link.follow("the-run")
	await until(func() -> bool: return not _runs.is_empty())
	check_eq(_runs, PackedStringArray(["the-run 0"]))


func test_a_token_for_looking_only_is_known_as_one() -> void:
	_server.access = "read-only"
	await _open()
	check(_link.read_only)


func test_another_run_is_followed_in_place_of_the_first() -> void:
	_link.follow("latest")
	await _open()
	await until(func() -> bool: return not _runs.is_empty())
	_server.run = "second"
	_link.follow("second")
	await until(func() -> bool: return _runs.size() == 2)
	check_eq(_server.of_type("unsubscribe")[0].run, "the-run")
	_server.say_event(1, {"type": "note-add"}, "the-run")
	_server.say_event(1, {"type": "plan-accept"}, "second")
	await until(_has(1))
	await frames(3)
	check_eq(_events.size(), 1)
	check_eq(_events[0].run, "second")


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


func test_a_second_without_a_drawn_frame_does_not_cost_the_connection() -> void:
	await _open()
	OS.delay_msec(1500)
	await frames(5)
	OS.delay_msec(1500)
	await frames(20)
	check_eq(_link.state, LabLink.State.OPEN)
	check_eq(_server.connections, 1)
