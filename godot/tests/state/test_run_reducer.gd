extends TestCase
## The fold gives the same as the server's: states that it wrote are compared field by field.

const FOLDER := "res://tests/fixtures/fold/"


func test_every_kind_of_event_has_an_entry_in_the_table_and_no_other_has() -> void:
	var known := RunReducer.effects.keys()
	known.sort()
	var sent: Array = Wire.EVENT_TYPES.duplicate()
	sent.sort()
	check_eq(SameValue.difference(known, sent), "")


func test_a_state_before_any_entry_has_every_field() -> void:
	var state := RunReducer.empty("r")
	check_eq(RunState.seq(state), 0)
	check_eq(Fields.objects(state, "phases").size(), Wire.PHASES.size())
	check_eq(RunState.people(state).size(), Wire.ROLES.size())


func test_a_run_as_it_was_is_folded_as_the_server_folds_it() -> void:
	_compare("res://example/rehearsal.jsonl", FOLDER + "rehearsal.states.jsonl")


func test_whatever_may_be_wrong_with_an_event_is_folded_as_the_server_folds_it() -> void:
	_compare(FOLDER + "broken.jsonl", FOLDER + "broken.states.jsonl")


func test_what_grows_beyond_its_bounds_is_cut_back_as_the_server_cuts_it() -> void:
	_compare(FOLDER + "bounds.jsonl", FOLDER + "bounds.states.jsonl")


func test_a_study_whose_labels_the_lab_keeps_is_folded_as_the_server_folds_it() -> void:
	_compare(FOLDER + "held-out.jsonl", FOLDER + "held-out.states.jsonl")


func test_nothing_that_a_state_shares_with_the_one_before_is_changed() -> void:
	var state := RunReducer.empty("broken")
	for event: LabEvent in RecordFile.read(FOLDER + "broken.jsonl").events:
		# Writing into anything that is read-only is an error of the engine, which fails the test.
		_freeze(state)
		state = RunReducer.fold(state, event)
	check(RunState.seq(state) > 300)


func test_what_an_entry_leaves_alone_is_shared() -> void:
	var before := RunReducer.empty("r")
	var note := {"type": "note-add", "by": "anna", "text": "be quick"}
	var after := RunReducer.fold(before, LabEvent.create("r", 1, "2026-01-05T09:00:00.000Z", note))
	check(is_same(before.people, after.people))
	check(is_same(before.phases, after.phases))
	check(not is_same(before.notes, after.notes))


func _compare(record: String, states: String) -> void:
	var page := RecordFile.read(record)
	check_eq(page.reason, "")
	var expected := _lines(states)
	check(expected.size() > 1)
	var state := RunReducer.empty(page.events[0].run)
	for event: LabEvent in page.events:
		state = RunReducer.fold(state, event)
		for row: Dictionary in expected:
			if Fields.whole(row, "seq") == event.seq:
				check_eq(_difference(state, row), "", "after entry %d:" % event.seq)


func _difference(state: Dictionary, row: Dictionary) -> String:
	if row.has("state"):
		return SameValue.difference(state, row.state)
	var part := Fields.object(row, "part")
	var same := {}
	for key: String in part:
		same[key] = state.get(key)
	return SameValue.difference(same, part)


func _lines(path: String) -> Array[Dictionary]:
	var decoder := EventDecoder.new()
	var found: Array[Dictionary] = []
	for line: String in FileAccess.get_file_as_string(path).split("\n", false):
		found.append(decoder.frame(line))
	return found


static func _freeze(value: Variant) -> void:
	if value is Dictionary:
		var object: Dictionary = value
		if not object.is_read_only():
			object.make_read_only()
			object.values().map(_freeze)
	if value is Array:
		var list: Array = value
		if not list.is_read_only():
			list.make_read_only()
			list.map(_freeze)
