extends TestCase
## Whatever comes from outside gives an entry, or nothing and a reason; never an error of the engine.

const GOOD := '{"type":"event","run":"r","seq":3,"pos":9,"at":"2026-01-05T09:00:00.250Z","event":{"type":"note-add"}}'


func test_an_event_frame_becomes_an_entry() -> void:
	var event := _event(GOOD)
	check_eq([event.run, event.seq, event.type, event.cut], ["r", 3, "note-add", false])
	check_eq(event.time, 1767603600.25)


func test_a_line_of_a_record_has_no_type_and_is_an_entry_too() -> void:
	check_eq(_event(GOOD.replace('"type":"event",', "")).seq, 3)


func test_an_event_of_the_future_is_an_entry() -> void:
	var event := _event(GOOD.replace("note-add", "coffee-brew").replace('"run"', '"mood":{"a":[1]},"run"'))
	check_eq(event.type, "coffee-brew")


func test_a_frame_of_the_future_is_given_as_it_is_and_is_no_entry() -> void:
	var decoder := EventDecoder.new()
	var frame := decoder.frame('{"type":"fanfare","x":1}')
	check_eq(Fields.id(frame, "type"), "fanfare")
	check_eq(decoder.event(frame), null)
	check(decoder.reason.contains("fanfare"))


func test_what_is_no_frame_gives_nothing_and_a_reason() -> void:
	var decoder := EventDecoder.new()
	for text: String in ["", "  ", "no", "{", "[1]", "7", "null", '"x"', "{}", '{"a":NaN}', "[".repeat(5000), "{]}"]:
		check_eq(decoder.frame(text), {}, "'%s'" % text.left(20))
		check(not decoder.reason.is_empty())
	check_eq(Fields.id(decoder.frame(GOOD), "run"), "r")
	check_eq(decoder.reason, "")


func test_what_is_too_long_is_not_even_parsed() -> void:
	var decoder := EventDecoder.new()
	check_eq(decoder.frame('{"a":"%s"}' % "x".repeat(EventDecoder.LONGEST)), {})
	check(decoder.reason.contains("longer"))


func test_bytes_that_are_no_text_give_nothing_and_a_reason() -> void:
	var decoder := EventDecoder.new()
	for bytes: PackedByteArray in [
		[0xff, 0x41], [0x7b, 0], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0, 0, 0], [0xe2, 0x82]
	]:
		check_eq(decoder.frame_of(bytes), {}, str(bytes))
		check(decoder.reason.contains("UTF-8"))
	var fine := '{"a":"ein schöner 🧪 Text, lang genug für acht"}'
	check_eq(Fields.text(decoder.frame_of(fine.to_utf8_buffer()), "a"), "ein schöner 🧪 Text, lang genug für acht")


func test_an_entry_with_a_wrong_field_is_none_and_the_reason_names_it() -> void:
	var wrong: Dictionary[String, Dictionary] = {
		"run": {"run": 7},
		"seq": {"seq": 0},
		"seq ": {"seq": 1.5},
		"  seq": {"seq": 1e9 + 1.0},
		" seq": {"seq": "3"},
		"time": {"at": "yesterday"},
		"event": {"event": []},
		"type": {"event": {"type": {}}},
	}
	var decoder := EventDecoder.new()
	for word: String in wrong:
		check_eq(decoder.event(decoder.frame(GOOD).merged(wrong[word], true)), null, word)
		check(decoder.reason.contains(word.strip_edges()), "%s: %s" % [word, decoder.reason])


func test_nul_and_half_characters_become_the_sign_for_what_cannot_be_shown() -> void:
	var decoder := EventDecoder.new()
	var frame := decoder.frame('{"a":"x\\u0000y","b":"\\ud83ez","c":"\\ud83e\\uddea","d":"\\\\u0000","e":"\\udd00"}')
	check_eq(Fields.texts({"l": frame.values()}, "l"), PackedStringArray(["x�y", "�z", "🧪", "\\u0000", "�"]))


func test_a_text_that_was_cut_is_read_as_far_as_it_came() -> void:
	var data := {"text": {"chars": 9000, "head": "begins"}, "list": {"entries": 40, "head": ["a", {"head": "b"}]}}
	check_eq(Fields.text(data, "text"), "begins")
	check_eq(Fields.chars(data, "text"), 9000)
	check_eq(Fields.texts(data, "list"), PackedStringArray(["a", "b"]))
	check_eq(Fields.length(data, "list"), 40)


func test_long_texts_are_cut_here_too_and_only_they() -> void:
	var long := "🧪".repeat(3000)
	var event := LabEvent.create("r", 1, "2026-01-05T09:00:00.000Z", {"type": "note-add", "text": long, "by": "anna"})
	event.shorten()
	check_eq([event.cut, Fields.chars(event.data, "text"), Fields.text(event.data, "by")], [true, 6000, "anna"])
	check_eq(Fields.text(event.data, "text").length(), CutTexts.MOST)


func test_what_is_deeper_than_any_frame_is_none() -> void:
	var decoder := EventDecoder.new()
	var deep := EventDecoder.DEEPEST - 1
	check_eq(decoder.frame('{"a":%s}' % ("[".repeat(deep) + "]".repeat(deep))).size(), 1)
	for text: String in [
		'{"a":%s}' % ("[".repeat(deep + 2) + "]".repeat(deep + 2)), '{"head":'.repeat(900) + "1" + "}".repeat(900)
	]:
		check_eq(decoder.frame(text), {})
		check(decoder.reason.contains("deeper"), decoder.reason)


func test_long_lists_and_records_are_cut_as_the_server_cuts_them() -> void:
	var names := range(20000).map(func(number: int) -> String: return str(number))
	var fields := {}
	for name: String in names:
		fields[name] = 1
	var data := {"options": names, "again": {"options": {"entries": 9, "head": names}}, "list": names, "record": fields}
	var cut: Dictionary = CutTexts.of(data)
	check_eq(Fields.texts(cut, "options").size(), 200)
	check_eq(Fields.length(cut, "options"), 20000)
	check_eq(Fields.texts(Fields.object(cut, "again"), "options").size(), 200)
	check_eq(Fields.list(cut, "list").size(), CutTexts.MOST_ENTRIES)
	check_eq(Fields.object(cut, "record").size(), CutTexts.MOST_FIELDS)


func test_no_number_is_so_great_that_a_sum_of_them_is_none() -> void:
	check_eq(Fields.number({"a": 1e308}, "a"), Fields.HIGHEST)
	check_eq(Fields.number({"a": -1e308}, "a"), -Fields.HIGHEST)
	check_eq(Fields.whole({"a": 1e308}, "a"), 1_000_000_000_000_000)
	check_eq(Fields.number({"a": 123456789012.5}, "a"), 123456789012.5)


func test_times_are_read_to_the_millisecond_and_nothing_else_is_a_time() -> void:
	for text: String in ["1970-01-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z", "2100-03-01T00:00:00.001Z"]:
		var expected := Time.get_unix_time_from_datetime_string(text.left(19)) * 1000 + text.substr(20, 3).to_int()
		check_eq(IsoTime.milliseconds(text), expected)
	for text: String in [
		"",
		"2026-01-05",
		"2026-01-05T09:00:00Z",
		"2026-01-05 09:00:00.000Z",
		"x026-01-05T09:00:00.000Z",
		"2026-00-05T09:00:00.000Z",
		"2026-13-05T09:00:00.000Z",
		"2026-01-32T09:00:00.000Z",
		"2026-01-05T24:00:00.000Z",
		"2026-01-05T09:60:00.000Z",
		"2026-01-05T09:00:60.000Z",
		"2026-01-05T-1:00:00.000Z",
		"-026-01-05T09:00:00.000Z"
	]:
		check_eq(IsoTime.milliseconds(text), IsoTime.NONE)


func test_heads_are_as_long_as_the_server_makes_them() -> void:
	check_eq(Utf16.head("x".repeat(599) + "🧪🧪", 600), "x".repeat(599))
	check_eq(Utf16.head("x".repeat(598) + "🧪🧪", 600), "x".repeat(598) + "🧪")
	check_eq(Utf16.head("🧪".repeat(310), 600), "🧪".repeat(300))
	check_eq(Utf16.length("a🧪"), 3)


func _event(text: String) -> LabEvent:
	var decoder := EventDecoder.new()
	return decoder.event(decoder.frame(text))
