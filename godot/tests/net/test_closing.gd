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
		var words := Words.of(Closing.key(code))
		check(words != Words.of("link.close.other") and not seen.has(words), "%d: %s" % [code, words])
		seen.append(words)
	check(seen.size() >= 10)
