extends TestCase
## States from outside: what is sound stays as it is, and nothing else is taken.


func _whole() -> Dictionary:
	var state := RunReducer.empty("example")
	for event: LabEvent in RecordFile.read("res://example/rehearsal.jsonl").events:
		state = RunReducer.fold(state, event)
	return state


func test_a_state_as_the_fold_gives_it_stays_as_it_is_at_every_entry() -> void:
	for record: String in ["res://example/rehearsal.jsonl", "res://tests/fixtures/fold/broken.jsonl"]:
		var state := RunReducer.empty("example")
		for event: LabEvent in RecordFile.read(record).events:
			state = RunReducer.fold(state, event)
			if event.seq % 7 == 0:
				var found := SameValue.difference(SoundState.of(state.merged({"run": event.run}, true)), state)
				check(found == "" or found.begins_with(".run"), "%d: %s" % [event.seq, found])


func test_any_record_of_another_kind_makes_it_no_state() -> void:
	var state := _whole()
	var wrong := 0
	for key: String in state:
		check_eq(SoundState.of(Lists.with(state, {key: [1]})), {}, key)
		for first: Dictionary in Fields.objects(state, key).slice(0, 1):
			for name: String in first:
				var other: Variant = "x" if first[name] is Dictionary or first[name] is Array else [{}]
				var list := [Lists.with(first, {name: other})] + Fields.list(state, key).slice(1)
				check_eq(SoundState.of(Lists.with(state, {key: list})), {}, "%s.%s" % [key, name])
				wrong += 1
	check(wrong > 50)


func test_what_lies_deeper_is_looked_at_too() -> void:
	for wrong: Dictionary in [
		{"phase": 5},
		{"phase": "lunch"},
		{"seq": 1e308},
		{"seq": -5},
		{"spent": {"calls": 1e308}},
		{"people": _with("people", {"open": [{"turn": 5}]})},
		{"people": _with("people", {"open": [null]})},
		{"people": _with("people", {"held": "x"})},
		{"phases": _with("phases", {"attempts": [{"outcome": 5}]})},
		{"programs": [{"metrics": [{"value": "x"}]}]},
		{"questions": [{"answer": []}]},
		{"reviews": [{"form": {"overall": {}}}]},
	]:
		check_eq(SoundState.of(RunReducer.empty("r").merged(wrong, true)), {}, str(wrong))


func test_what_is_missing_is_filled_in_so_that_anything_can_be_folded_on_to_it() -> void:
	var people := Wire.ROLES.map(func(role: String) -> Dictionary: return {"role": role})
	var phases := Wire.PHASES.map(func(name: String) -> Dictionary: return {"name": name})
	var rows := {"programs": [{}], "curve": [{}], "reviews": [{}], "questions": [{}], "papers": [{}], "marks": [{}]}
	var state := SoundState.of({"run": "example", "seq": 0.0, "people": people, "phases": phases}.merged(rows))
	check(not state.is_empty())
	for event: LabEvent in RecordFile.read("res://example/rehearsal.jsonl").events:
		state = RunReducer.fold(state, event)
	check_eq(RunState.status(state), RunState.ENDED)


func _with(key: String, fields: Dictionary) -> Array:
	var list: Array = RunReducer.empty("r")[key]
	return list.map(func(item: Dictionary) -> Dictionary: return Lists.with(item, fields))
