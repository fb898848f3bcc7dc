extends TestCase
## Entries come in any order, many or few, and every moment can be asked for.

const MANY := 50_000


func test_any_moment_of_a_run_can_be_asked_for() -> void:
	var events := LongRun.events(1300)
	var timeline := await _loaded(events)
	var state := RunReducer.empty(LongRun.RUN)
	for event: LabEvent in events:
		state = RunReducer.fold(state, event)
		if event.seq in [1, 2, 499, 500, 501, 999, 1300]:
			check_eq(SameValue.difference(timeline.state_at(event.seq), state), "", "state_at(%d)" % event.seq)
	check_eq(timeline.event_at(700).seq, 700)
	check_eq(timeline.event_at(1301), null)
	check_eq(timeline.whole_from(), 1)


func test_before_any_entry_there_is_the_empty_state() -> void:
	var timeline := RunTimeline.new("r")
	check_eq(SameValue.difference(timeline.state_at(5), RunReducer.empty("r")), "")
	check_eq([timeline.head, timeline.whole_from(), timeline.event_at(1)], [0, 1, null])


func test_entries_may_come_in_any_order_and_twice() -> void:
	var events := LongRun.events(60)
	var whole := (await _loaded(events)).state_at(60)
	var timeline := RunTimeline.new(LongRun.RUN)
	timeline.put(events.slice(30, 60))
	check_eq([timeline.head, timeline.whole_from(), timeline.folded_to()], [60, 31, 0])
	timeline.put(events.slice(10, 40))
	check_eq(timeline.whole_from(), 11)
	var first := events.slice(0, 10)
	first.reverse()
	timeline.put(first)
	check_eq(timeline.whole_from(), 1)
	await until(func() -> bool: return timeline.folded_to() == 60)
	check_eq(SameValue.difference(timeline.state_at(60), whole), "")


func test_entries_of_another_run_are_left_out_and_an_unnamed_timeline_takes_the_name_of_its_first() -> void:
	var timeline := RunTimeline.new()
	timeline.put(LongRun.events(2))
	timeline.put([LabEvent.create("other", 3, "2026-01-05T09:00:00.000Z", {"type": "run-end"})])
	check_eq([timeline.run, timeline.head], [LongRun.RUN, 2])


func test_a_snapshot_is_shown_at_once_and_entries_after_it_are_folded_on_to_it() -> void:
	var events := LongRun.events(900)
	var snapshot := FoldStretch.of(RunReducer.empty(LongRun.RUN), events.slice(0, 850)).last
	var timeline := RunTimeline.new(LongRun.RUN)
	timeline.put_snapshot(snapshot)
	check_eq([timeline.head, timeline.whole_from()], [850, 851])
	check_eq(RunState.seq(timeline.state_at(850)), 850)
	check_eq(RunState.seq(timeline.state_at(20)), 850, "nothing is nearer than the snapshot:")
	timeline.put(events.slice(850, 860))
	await until(func() -> bool: return RunState.seq(timeline.state_at(860)) == 860)
	check_eq(SameValue.difference(timeline.state_at(860), FoldStretch.of(snapshot, events.slice(850, 860)).last), "")
	timeline.put(events.slice(0, 850))
	await until(func() -> bool: return timeline.folded_to() >= 860)
	check_eq(timeline.whole_from(), 1)
	check_eq(RunState.seq(timeline.state_at(20)), 20)


func test_until_the_fold_has_caught_up_the_snapshot_rules_and_then_the_fold_does() -> void:
	var events := LongRun.events(40)
	var snapshot := FoldStretch.of(RunReducer.empty(LongRun.RUN), events).last
	var timeline := RunTimeline.new(LongRun.RUN)
	timeline.put_snapshot(snapshot.merged({"topic": "as the server says"}, true))
	timeline.put(events.slice(0, 39))
	await until(func() -> bool: return timeline.folded_to() == 39)
	check_eq(timeline.state_at(40).topic, "as the server says")
	timeline.put(events)
	await until(func() -> bool: return timeline.folded_to() == 40)
	check_eq(timeline.state_at(40).topic, "a long run")
	timeline.put_snapshot(snapshot.merged({"topic": "too late"}, true))
	check_eq(timeline.state_at(40).topic, "a long run")


func test_what_is_no_state_is_not_taken_for_a_snapshot() -> void:
	var timeline := RunTimeline.new("r")
	var sound := RunReducer.empty("r").merged({"seq": 9}, true)
	for broken: Dictionary in [{"phases": []}, {"people": "all"}, {"seq": "9"}, {"run": 3}, {"marks": null}]:
		timeline.put_snapshot(sound.merged(broken, true))
	timeline.put_snapshot({})
	check_eq(timeline.head, 0)
	timeline.put_snapshot(sound)
	check_eq(timeline.head, 9)


func test_a_page_of_the_server_is_read_beside_the_main_thread_and_says_where_there_is_more() -> void:
	var timeline := RunTimeline.new(LongRun.RUN)
	var told: Array[Array] = []
	timeline.page_taken.connect(func(next: int, reason: String) -> void: told.append([next, reason]))
	var entries: Array = LongRun.events(3).map(_frame)
	timeline.take_page(
		JSON.stringify({"type": "result", "id": "h", "ok": true, "result": {"events": entries, "next": 4}})
	)
	timeline.take_page("no page")
	check_eq(timeline.head, 0)
	await until(func() -> bool: return told.size() == 2)
	check_eq([timeline.head, told[0]], [3, [4, ""]])
	check_eq(told[1][0], 0)
	check(str(told[1][1]).contains("not JSON"))


func test_a_timeline_may_go_while_its_history_is_still_read() -> void:
	var timeline := RunTimeline.new()
	timeline.take_record("res://example/rehearsal.jsonl")
	timeline = null
	await frames(5)


func test_a_record_is_read_and_what_is_none_is_told() -> void:
	var timeline := RunTimeline.new()
	var told: Array[String] = []
	timeline.record_taken.connect(
		func(reason: String, line: int) -> void: told.append(reason if line == 0 else "%d %s" % [line, reason])
	)
	timeline.take_record("res://example/rehearsal.jsonl")
	await until(func() -> bool: return told.size() == 1 and timeline.folded_to() == timeline.head, 10.0)
	check_eq(told, [""] as Array[String])
	check_eq(RunState.status(timeline.state_at(timeline.head)), RunState.ENDED)
	timeline.take_record("res://project.godot")
	timeline.take_record("res://not/there.jsonl")
	await until(func() -> bool: return told.size() == 3)
	told.sort()
	check(told[1].begins_with("1 it is not JSON"), told[1])
	check_eq(told[2], "there is no such file")


func test_fifty_thousand_entries_are_loaded_without_holding_up_a_frame_and_then_any_moment_is_there_soon() -> void:
	var events := LongRun.events(MANY)
	var snapshot := FoldStretch.of(RunReducer.empty(LongRun.RUN), events).last
	var timeline := RunTimeline.new(LongRun.RUN)
	timeline.take_snapshot(JSON.stringify(snapshot))
	await until(func() -> bool: return RunState.seq(timeline.state_at(MANY)) == MANY, 5.0)
	for from: int in range(0, MANY, 200):
		timeline.take_page(LongRun.lines(events.slice(from, from + 200)))
	var longest := 0.0
	while timeline.folded_to() < MANY:
		var before := CpuTime.milliseconds()
		await get_tree().process_frame
		longest = maxf(longest, CpuTime.milliseconds() - before)
	check_eq(SameValue.difference(timeline.state_at(MANY), snapshot), "")
	var slowest := 0.0
	for place: int in 50:
		var seq := (place * 7919) % MANY + 1
		var before := CpuTime.milliseconds()
		check_eq(RunState.seq(timeline.state_at(seq)), seq)
		slowest = maxf(slowest, CpuTime.milliseconds() - before)
	print("  50,000 entries: longest frame %.1f ms, slowest seek %.1f ms" % [longest, slowest])
	check(longest < 16.0, "a frame took %.1f ms" % longest)
	check(slowest < 100.0, "a seek took %.1f ms" % slowest)


func _loaded(events: Array[LabEvent]) -> RunTimeline:
	var timeline := RunTimeline.new(LongRun.RUN)
	timeline.put(events)
	await until(func() -> bool: return timeline.folded_to() == events.size(), 10.0)
	return timeline


func _frame(event: LabEvent) -> Dictionary:
	return {"type": "event", "run": event.run, "seq": event.seq, "pos": 1, "at": event.at, "event": event.data}
