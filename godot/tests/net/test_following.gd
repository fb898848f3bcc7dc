extends TestCase
## Which entries are taken, and when they are asked for again.

var _came: Array[int] = []
var _missed: int = 0
var _joined: PackedStringArray = []
var _odd: PackedStringArray = []


func _following(after: int) -> Following:
	var following := Following.create("r", after)
	following.event_came.connect(func(event: LabEvent) -> void: _came.append(event.seq))
	following.missed.connect(func() -> void: _missed += 1)
	following.joined.connect(func(text: String) -> void: _joined.append(text))
	following.odd.connect(func(why: String) -> void: _odd.append(why))
	return following


func _event(seq: int, run: String = "r") -> Dictionary:
	var at := "2026-01-05T09:00:00.000Z"
	return {"type": "event", "run": run, "seq": float(seq), "at": at, "event": {"type": "note-add"}}


func _part(part: int, parts: int, text: String, seq: int = 9) -> Dictionary:
	return {"run": "r", "seq": float(seq), "part": float(part), "parts": float(parts), "state": text}


func test_each_entry_is_taken_once_and_in_order() -> void:
	var following := _following(4)
	for seq: int in [5, 5, 3, 6, 6, 7]:
		following.take("event", _event(seq))
	check_eq(_came, [5, 6, 7] as Array[int])
	check_eq(_missed, 0)


func test_a_gap_is_asked_for_once_and_again_only_after_it_was_filled() -> void:
	var following := _following(0)
	for seq: int in [1, 3, 4, 5]:
		following.take("event", _event(seq))
	check_eq(_missed, 1)
	following.begin("r")
	for seq: int in [2, 3, 5]:
		following.take("event", _event(seq))
	check_eq(_missed, 2)
	check_eq(_came, [1, 2, 3] as Array[int])


func test_a_heartbeat_with_a_higher_head_is_a_gap() -> void:
	var following := _following(8)
	following.take("heartbeat", {"heads": {"r": 8.0, "other": 99.0}})
	check_eq(_missed, 0)
	following.take("heartbeat", {"heads": {"r": 9.0}})
	check_eq(_missed, 1)


func test_entries_of_another_run_are_left_out() -> void:
	_following(0).take("event", _event(1, "other"))
	check_eq(_came.size() + _missed, 0)


func test_the_parts_of_a_snapshot_are_joined_in_order() -> void:
	var following := _following(0)
	following.take("snapshot", _part(1, 2, '{"run":"r",'))
	following.take("snapshot", _part(2, 2, '"seq":9}'))
	check_eq(_joined, PackedStringArray(['{"type":"state","state":{"run":"r","seq":9}}']))
	following.take("state", JSON.parse_string(_joined[0]) as Dictionary)
	check_eq(following.last, 9)


func test_a_part_out_of_order_or_of_another_snapshot_begins_anew() -> void:
	var following := _following(0)
	following.take("snapshot", _part(2, 2, "b"))
	following.take("snapshot", _part(1, 2, "x"))
	following.take("snapshot", _part(2, 2, "b", 10))
	check_eq(_joined.size(), 0)
	following.take("snapshot", _part(1, 2, "a", 10))
	following.take("snapshot", _part(2, 2, "b", 10))
	check_eq(_joined, PackedStringArray(['{"type":"state","state":ab}']))


func test_an_event_frame_without_its_fields_is_odd_and_no_error() -> void:
	var following := _following(0)
	for frame: Dictionary in [
		{}, {"run": 1}, {"run": "r", "seq": "x"}, {"run": "r", "seq": 1.0, "at": "now", "event": []}
	]:
		following.take("event", frame)
	check_eq(_odd.size(), 4)
	check_eq(_came.size(), 0)


func test_a_state_or_heads_of_the_wrong_kind_change_nothing() -> void:
	var following := _following(3)
	following.take("state", {"state": "x"})
	following.take("heartbeat", {"heads": ["r"]})
	following.take("snapshot", {"run": "r"})
	check_eq(following.last, 3)


func test_a_snapshot_that_never_ends_is_given_up_and_asked_for_again_only_a_few_times() -> void:
	var following := _following(0)
	for part: int in range(1, 13):
		following.take("snapshot", _part(part, 13, "x".repeat(1_000_000)))
	following.take("snapshot", _part(1, 1_000_000_000, "x"))
	check_eq(_joined.size(), 0)
	check_eq(_missed, 2)
	for time: int in 10:
		following.take("snapshot", _part(1, 1_000_000_000, "x"))
	check_eq(_missed, Following.MOST_IN_VAIN)


func test_after_a_snapshot_that_is_no_state_it_begins_at_the_first_entry() -> void:
	var following := _following(7)
	var states: Array[Dictionary] = []
	following.snapshot_came.connect(func(state: Dictionary) -> void: states.append(state))
	following.take("state", {"state": {"run": "r", "seq": 9.0, "phase": 5.0}})
	check_eq([states.size(), following.last, _missed, _odd.size()], [0, 0, 1, 1])
	following.take("state", {"state": {"run": "r", "seq": 9.0}})
	check_eq([states.size(), following.last], [1, 9])


func test_after_snapshots_in_vain_it_says_once_up_to_where_entries_are_missing() -> void:
	var following := _following(0)
	var failed: Array[int] = []
	following.snapshot_failed.connect(func(seq: int) -> void: failed.append(seq))
	for time: int in Following.MOST_IN_VAIN + 4:
		following.take("snapshot", _part(1, 1, '{"run":"r"}', 20_000))
	check_eq(failed, [20_000] as Array[int])
