extends TestCase
## What a reply says, whatever its escapes.


func test_a_character_of_two_halves_is_one_character() -> void:
	check_eq(Spoken.read('{"command":"say","text":"fine \\ud83d\\ude00 so"}').said, "fine 😀 so")


func test_what_no_text_can_hold_is_shown_as_unknown() -> void:
	check_eq(Spoken.read('{"text":"a\\u0000b\\ud83dc\\ude00"}').said, "a\ufffdb\ufffdc\ufffd")


func test_ordinary_escapes_are_what_they_stand_for_and_a_broken_one_is_left_out() -> void:
	check_eq(Spoken.read('{"text":"\\u00e9t\\u00e9\\n\\"x\\" \\u00').said, 'été\n"x" ')


func test_numbers_beyond_any_count_are_no_row_of_digits() -> void:
	for value: float in [1e308, -1e308, INF]:
		check(Numbers.fixed(value, 2).length() <= 2, Numbers.fixed(value, 2))
		check(Numbers.short(value).length() < 12, Numbers.short(value))


func test_a_wrong_type_makes_no_group_fail() -> void:
	for wrong: Variant in [5.0, [], {}, "x", true, null]:
		for type: String in ["search-end", "dataset-search", "turn-end"]:
			var event := LabEvent.create("r", 1, "", {"type": type, "status": wrong, "ok": wrong})
			check(not EntryKinds.of(event).is_empty())


func test_an_impossible_date_is_no_time_and_no_error() -> void:
	for at: String in ["2026-99-99T99:99:99.000Z", "yesterday", ""]:
		check_eq(Numbers.time_of_day(at), "")
		check_eq(Numbers.age(at), "")
		check_eq(TurnClock.seconds_of(at), 0.0)
