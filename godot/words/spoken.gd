class_name Spoken
extends RefCounted
## A reply as people read it: the command that it gives and what it says. One that is no object of JSON is all said.

const ESCAPES: Dictionary[String, String] = {"n": "\n", "t": "\t", "r": "", "b": "", "f": ""}

static var _open: RegEx = RegEx.create_from_string('\\{\\s*"')
static var _fields: RegEx = RegEx.create_from_string('(?s)"([^"\\\\]{1,60})"\\s*:\\s*"([^"\\\\]*(?:\\\\.[^"\\\\]*)*)')
## A pair of halves of one character; four digits; what a cut left of them; any other escape.
static var _escape: RegEx = (
	RegEx
	. create_from_string(
		"\\\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u[0-9a-fA-F]{0,3}$|([^u])|$)"
	)
)

var command: String = ""
var said: String = ""


## Reads a reply, also one that was cut in the middle: the values of its texts without keys and braces.
static func read(reply: String) -> Spoken:
	var spoken := Spoken.new()
	var open := _open.search(reply)
	if open == null:
		spoken.said = reply.strip_edges()
		return spoken
	var values: PackedStringArray = []
	for found: RegExMatch in _fields.search_all(reply, open.get_start()):
		var value := _decoded(found.get_string(2))
		if found.get_string(1) != "command":
			values.append(value)
		elif spoken.command.is_empty():
			spoken.command = value
	spoken.said = "\n".join(values)
	return spoken


## What a JSON string stands for, as far as it is here: an escape that the cut broke is left out.
static func _decoded(inner: String) -> String:
	var out := ""
	var from := 0
	for found: RegExMatch in _escape.search_all(inner):
		out += inner.substr(from, found.get_start() - from)
		from = found.get_end()
		var letter := found.get_string(4)
		out += _character(found) if letter.is_empty() else ESCAPES.get(letter, letter)
	return Harmless.text(out + inner.substr(from))


## The character of \u and its digits. NUL and a half without its other half are none that a text can hold.
static func _character(escape: RegExMatch) -> String:
	var high := escape.get_string(1)
	if not high.is_empty():
		var low := escape.get_string(2).hex_to_int() - 0xDC00
		return String.chr(0x10000 + ((high.hex_to_int() - 0xD800) << 10) + low)
	var digits := escape.get_string(3)
	if digits.is_empty():
		return ""
	var code := digits.hex_to_int()
	return "\ufffd" if code == 0 or (code >= 0xD800 and code <= 0xDFFF) else String.chr(code)
