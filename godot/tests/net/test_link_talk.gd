extends TestCase
## Lines about the connection, whatever a server says.

signal said(line: String)

var _lines: PackedStringArray = []


func _talk() -> LinkTalk:
	var talk := LinkTalk.create(said)
	said.connect(func(line: String) -> void: _lines.append(line))
	return talk


func test_a_line_holds_nothing_that_a_terminal_obeys_and_is_short() -> void:
	_talk().tell("a\u001b]0;owned\u0007\u202eb\u009bé🧪" + "x".repeat(100_000))
	check(_lines[0].begins_with("a ]0;owned b é🧪x"), _lines[0])
	check(_lines[0].length() <= LinkTalk.LONGEST, str(_lines[0].length()))
	for sign: String in ["\u001b", "\u0007", "\u202e", "\u009b"]:
		check(not _lines[0].contains(sign))


func test_of_very_many_frames_few_lines_tell() -> void:
	var talk := _talk()
	for number: int in 3000:
		talk.say_of_frame("link.odd", {"reason": str(number)})
	check_eq(_lines.size(), LinkTalk.ALOUD + 3)
	check(_lines[-1].contains("3000"), _lines[-1])
	talk.forget()
	talk.say_of_frame("link.odd", {"reason": "again"})
	check(_lines[-1].contains("again"), _lines[-1])
