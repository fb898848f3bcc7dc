extends LinkCase
## The connection itself: hello, subscription, loss, back-off, close codes.


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


func test_where_nobody_listens_it_waits_and_says_when_it_tries_again() -> void:
	_server.die()
	_link.open(_server.url())
	await until(_is(LabLink.State.WAITING))
	check_eq(_link.why, Words.of("link.no-server", {"url": _server.url()}))
	check(_link.next_try > 0.0)
	await until(func() -> bool: return _link.tries == 3, 5.0)
	check(_link.next_try <= 1.0 and _link.next_try > 0.5, "third wait %f" % _link.next_try)


func test_while_nobody_listens_that_is_said_once() -> void:
	_server.die()
	_link.open(_server.url())
	await until(func() -> bool: return _link.tries == 3, 5.0)
	var slots := {"url": _server.url()}
	check_eq(_said, PackedStringArray([Words.of("link.connecting", slots), Words.of("link.no-server", slots)]))


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
	check_eq(_link.why, Words.of("link.timed-out", {"url": _link.url}))


func test_an_address_that_is_none_is_refused_in_words() -> void:
	_link.open("ftp://nowhere")
	check_eq(_link.state, LabLink.State.REFUSED)
	check(_link.why.contains("ftp://nowhere"))


func test_a_port_that_is_none_is_said_and_not_tried_again() -> void:
	_link.open("ws://127.0.0.1:99999999")
	check_eq(_link.state, LabLink.State.REFUSED)
	check(_link.why != "" and _said.has(_link.why), "shown and logged: %s" % _link.why)


func test_close_code_and_reason_are_shown() -> void:
	await _open()
	_server.hang_up(4308, "too slow")
	await until(_is(LabLink.State.WAITING))
	check(_link.why.contains("4308") and _link.why.contains("too slow"), _link.why)
	check(_said.has(_link.why), "the log has it")


func test_the_code_of_a_connection_that_is_closed_as_soon_as_it_is_open_is_shown_too() -> void:
	_server.closes_with = 4401
	_link.open(_server.url())
	OS.delay_msec(20)
	await until(_is(LabLink.State.REFUSED))
	check(_link.why.contains("4401") and _link.why.contains("at once"), _link.why)


func test_a_wrong_token_is_not_tried_again() -> void:
	await _open()
	_server.hang_up(4401, "the token is missing or wrong")
	await until(_is(LabLink.State.REFUSED))
	check(_link.why.begins_with(Words.of("link.close.no-token")), _link.why)
	var connections := _server.connections
	await get_tree().create_timer(0.6).timeout
	check_eq(_server.connections, connections)
	_link.try_now()
	await until(_is(LabLink.State.OPEN))


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


func test_a_second_without_a_drawn_frame_does_not_cost_the_connection() -> void:
	await _open()
	OS.delay_msec(1500)
	await frames(5)
	OS.delay_msec(1500)
	await frames(20)
	check_eq(_link.state, LabLink.State.OPEN)
	check_eq(_server.connections, 1)
