class_name WellFormed
extends RefCounted
## JSON may spell what no text of the engine holds: NUL, and half a character of two halves. Each becomes U+FFFD. What
## Harmless takes out of a text is taken out of the spelling too.

const _INSTEAD := "\\ufffd"
## An escape of JSON: a pair of halves, any other \uXXXX, or a backslash and one character.
const _ESCAPE := "\\\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\\\u[dD][c-fC-F][0-9a-fA-F]{2}|u([0-9a-fA-F]{4})|.)"


static func json(text: String) -> String:
	var escapes := RegEx.create_from_string(_ESCAPE)
	var parts: PackedStringArray = []
	var from := 0
	for found: RegExMatch in escapes.search_all(text):
		var code := found.get_string(2).to_lower()
		var instead := _instead_of(code)
		if instead.is_empty():
			continue
		parts.append(text.substr(from, found.get_start() - from))
		parts.append(instead)
		from = found.get_end()
	parts.append(text.substr(from))
	return "".join(parts)


## Empty where the spelling may stay.
static func _instead_of(code: String) -> String:
	if code.is_empty():
		return ""
	if code == "0000" or (code[0] == "d" and code[1] >= "8"):
		return _INSTEAD
	var sign := String.chr(code.hex_to_int())
	return Harmless.INSTEAD if Harmless.text(sign) != sign else ""
