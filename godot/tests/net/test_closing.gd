extends TestCase
## What close codes mean.


func test_a_closing_server_slowness_silence_and_a_broken_line_are_come_back_from() -> void:
	for code: int in [Wire.CLOSE_SERVER_CLOSING, Wire.CLOSE_SLOW, Wire.CLOSE_SILENT, 4399, 1006, -1]:
		check(Closing.comes_back(code), "%d" % code)


func test_all_other_codes_need_a_change_first() -> void:
	var codes: Array[int] = [Wire.CLOSE_TEXT_ONLY, Wire.CLOSE_FRAME_TOO_LONG, Wire.CLOSE_DEFECT, Wire.CLOSE_NO_TOKEN]
	codes.append_array(
		[Wire.CLOSE_FOREIGN_ORIGIN, Wire.CLOSE_NO_SUCH_VERSION, Wire.CLOSE_TOO_MANY_COMMANDS, 4400, 1000]
	)
	for code: int in codes:
		check(not Closing.comes_back(code), "%d" % code)


func test_each_code_of_the_wire_has_words_of_its_own() -> void:
	var seen: PackedStringArray = []
	for constant: String in (Wire as GDScript).get_script_constant_map():
		if not constant.begins_with("CLOSE_"):
			continue
		var code: int = (Wire as GDScript).get_script_constant_map()[constant]
		var words := LinkWords.of(Closing.key(code))
		check(words != LinkWords.of("link.close.other") and not seen.has(words), "%d: %s" % [code, words])
		seen.append(words)
	check(seen.size() >= 10)


func test_all_words_of_the_link_are_there_in_three_languages_with_the_same_slots() -> void:
	var slot := RegEx.create_from_string("\\{\\w+\\}")
	for key: String in LinkWords.keys():
		var slots: Array[PackedStringArray] = []
		for language: String in ["en", "es", "fr"]:
			Words.language = language
			var found: PackedStringArray = []
			for one: RegExMatch in slot.search_all(LinkWords.of(key)):
				found.append(one.get_string())
			found.sort()
			slots.append(found)
			check(LinkWords.of(key) != key, "%s in %s" % [key, language])
		check(slots[0] == slots[1] and slots[0] == slots[2], key)
	Words.language = "en"
