extends TestCase
## The whole viewer, wired, against a server of the engine's own parts.

var _server := StandIn.new()
var _main := Main.new()


func _ready() -> void:
	add_child(_server)


func _start(words: PackedStringArray) -> void:
	var url: PackedStringArray = ["--url=%s" % _server.url()]
	_main.launch = Launch.of_words(url + words)
	stage(_main)


func _say_start(seq: int) -> void:
	_server.say_event(seq, {"type": "run-start", "topic": "Why?", "language": "en", "config": {}})


func _caught_up(seq: int) -> void:
	_server.say('{"type":"caught-up","run":"%s","seq":%d}' % [_server.run, seq])


func _subscribed(number: int = 1) -> Callable:
	return func() -> bool: return _server.of_type("subscribe").size() >= number and _main.timeline.run == _server.run


func _shown(seq: int) -> Callable:
	return func() -> bool: return _main.stage.shown == seq


func test_where_a_named_run_is_to_be_followed_to_its_end_and_there_is_none_it_ends_at_once() -> void:
	_server.refusal = {"code": "unknown-run", "message": "there is no run nothing"}
	_start(["--run=nothing", "--quit-at-end"])
	await until(func() -> bool: return _main.ending.ended == Ending.EMPTY)


func test_a_run_that_is_joined_is_shown_as_it_is_now() -> void:
	_start([])
	await until(_subscribed())
	_say_start(1)
	_server.say_event(2, {"type": "phase-start", "phase": "literature-review", "attempt": 1})
	_caught_up(2)
	await until(_shown(2))
	check_eq(RunState.phase(_main.timeline.state_at(2)), "literature-review")
	check(_main.clock.live)


func test_another_log_behind_the_same_name_is_followed_from_its_beginning() -> void:
	_start(["--run=the-run"])
	await until(_subscribed())
	_say_start(1)
	_caught_up(1)
	await until(_shown(1))
	_server.refusal = {"code": "bad-after", "message": "it does not reach to 1"}
	_main.link.try_now()
	_server.hang_up(4308, "slow")
	await until(func() -> bool: return _server.of_type("subscribe").size() >= 2, 4.0)
	_server.refusal = {}
	await until(func() -> bool: return _server.of_type("subscribe").size() >= 3, 4.0)
	check_eq(Fields.whole(_server.of_type("subscribe")[-1], "after"), 0)


func test_where_there_is_no_run_yet_it_looks_again_and_follows_the_first() -> void:
	_server.refusal = {"code": "unknown-run", "message": "there is no run"}
	_start([])
	await until(func() -> bool: return not _server.of_type("run.list").is_empty(), 3.0)
	_server.refusal = {}
	_server.say_result(Fields.text(_server.of_type("run.list")[-1], "id"), {"runs": [{"run": "the-run"}], "total": 1})
	await until(_subscribed(2), 4.0)


func test_a_command_of_a_panel_goes_out_for_the_run_that_is_shown() -> void:
	_start([])
	await until(_subscribed())
	_main.hud.command.emit("run.pause", {})
	await until(func() -> bool: return not _server.of_type("run.pause").is_empty())
	check_eq(_server.of_type("run.pause")[0].run, "the-run")
	_main.hud.command.emit("run.start", {"topic": "Why?"})
	await until(func() -> bool: return not _server.of_type("run.start").is_empty())
	var start := _server.of_type("run.start")[0]
	check(Fields.text(start, "idempotency_key").length() > 8)


func test_a_run_that_the_person_chooses_is_followed() -> void:
	_start([])
	await until(_subscribed())
	_server.run = "second"
	_main.hud.run_chosen.emit("second")
	await until(_subscribed(2), 3.0)
	check_eq(_main.hud.timeline.run, "second")


func test_what_a_late_viewer_missed_is_fetched_page_by_page() -> void:
	_start([])
	await until(_subscribed())
	var state := RunReducer.empty("the-run")
	state.seq = 401
	var text := JSON.stringify(state)
	var part := {"type": "snapshot", "run": "the-run", "seq": 401, "part": 1, "parts": 1, "state": text}
	_server.say(JSON.stringify(part))
	_caught_up(401)
	await until(func() -> bool: return not _server.of_type("events.get").is_empty(), 3.0)
	var first := _server.of_type("events.get")[0]
	check_eq([Fields.whole(first, "from"), Fields.whole(first, "to")], [1, 200])
	var at := "2026-01-05T09:00:00.000Z"
	var page: Array[Dictionary] = []
	for seq: int in range(1, 151):
		var event := {"type": "note-add", "text": "x"}
		page.append({"type": "event", "run": "the-run", "seq": seq, "pos": seq, "at": at, "event": event})
	_server.say_result(Fields.text(first, "id"), {"events": page, "next": 151})
	await until(func() -> bool: return _server.of_type("events.get").size() == 2, 3.0)
	check_eq(Fields.whole(_server.of_type("events.get")[1], "from"), 151)
	check(_main.timeline.event_at(150) != null)


func test_a_run_whose_snapshots_are_refused_again_and_again_is_fetched_page_by_page_and_followed_on() -> void:
	_start([])
	await until(_subscribed())
	var part := {"type": "snapshot", "run": "the-run", "seq": 3, "part": 1, "parts": 1, "state": ""}
	part.state = '{"run":"the-run","seq":3,"phase":5}'
	for time: int in Following.MOST_IN_VAIN + 1:
		_server.say(JSON.stringify(part))
		_caught_up(3)
		await frames(8)
	await until(func() -> bool: return not _server.of_type("events.get").is_empty(), 3.0)
	var page := _server.of_type("events.get")[0]
	check_eq([Fields.whole(page, "from"), Fields.whole(page, "to")], [1, 3])
	var at := "2026-01-05T09:00:00.000Z"
	var events: Array[Dictionary] = []
	for seq: int in [1, 2, 3]:
		var event := {"type": "run-start", "topic": "Why?"} if seq == 1 else {"type": "note-add", "text": "x"}
		events.append({"type": "event", "run": "the-run", "seq": seq, "pos": seq, "at": at, "event": event})
	_server.say_result(Fields.text(page, "id"), {"events": events, "next": null})
	await until(func() -> bool: return Fields.whole(_server.of_type("subscribe")[-1], "after") == 3, 3.0)
	await until(_shown(3))
	check_eq(Fields.text(_main.timeline.state_at(3), "topic"), "Why?")
	await until(func() -> bool: return _main.link.following.last == 3)
	_server.say_event(4, {"type": "note-add", "text": "y"})
	await until(_shown(4))


func test_words_of_a_turn_that_nobody_has_are_shown_nowhere() -> void:
	_start([])
	await until(_subscribed())
	_say_start(1)
	_server.say_event(2, {"type": "turn-start", "id": "t1", "role": "postdoc", "seat": 0})
	_caught_up(2)
	await until(_shown(2))
	for turn: String in ["nobody", "t1"]:
		var words := {"turn": turn, "text": "I think"}
		_server.say(JSON.stringify({"type": "signal", "run": "the-run", "key": "delta", "data": words}))
	await until(func() -> bool: return _main.words.of("t1") == "I think")
	check_eq(_main.words.of("nobody"), "")


func test_where_the_run_is_gone_the_newest_one_is_followed() -> void:
	_start([])
	await until(_subscribed())
	_say_start(1)
	_caught_up(1)
	await until(_shown(1))
	_server.refusal = {"code": "unknown-run", "message": "there is no run the-run"}
	_server.hang_up(4308, "slow")
	await until(func() -> bool: return _server.of_type("subscribe").size() >= 3, 4.0)
	check_eq(_server.of_type("subscribe")[1].run, "the-run")
	check_eq(_server.of_type("subscribe")[2].run, "latest")
	check_eq(Fields.whole(_server.of_type("subscribe")[2], "after"), 0)
	check_eq(_main.timeline.head, 0)
	await until(func() -> bool: return _server.of_type("run.list").size() >= 2, 4.0)
	_server.refusal = {}
	_server.run = "another"
	_server.say_result(Fields.text(_server.of_type("run.list")[-1], "id"), {"runs": [{"run": "another"}], "total": 1})
	await until(func() -> bool: return _main.timeline.run == "another", 4.0)
	check_eq(_main.timeline.run, "another")
