extends TestCase
## Texts of people and models neither turn the direction of reading nor steer what shows them.

const SIGNS: Array[int] = [0x1B, 0x07, 0x7F, 0x9B, 0x202E, 0x2066, 0x2069, 0x200F, 0x061C, 0x2028]


func test_a_sign_that_takes_effect_becomes_a_dot_and_all_else_stays() -> void:
	check_eq(Harmless.text("a\u202eb\u001b[2Jc"), "a·b·[2Jc")
	var kept := "¿Qué? 文\tيا\n👩\u200d🔬 ﷽ e\u0301"
	check_eq(Harmless.text(kept), kept)


func test_frames_and_lines_hold_none_whether_as_it_is_or_spelled() -> void:
	var decoder := EventDecoder.new()
	for code: int in SIGNS:
		for spelled: String in [String.chr(code), "\\u%04x" % code, "\\u%04X" % code]:
			var frame := decoder.frame('{"topic":"a%sb","n":"\\\\u202e"}' % spelled)
			check_eq([frame.get("topic"), frame.get("n")], ["a·b", "\\u202e"], "%x" % code)


func test_what_a_reply_spells_within_its_own_text_takes_no_effect_either() -> void:
	check_eq(Spoken.read('{"command":"SAY","text":"pay \\u202eeno"}').said, "pay ·eno")
