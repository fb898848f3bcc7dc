class_name Utf16
extends RefCounted
## Lengths as the server counts them: in UTF-16 units, of which a character above U+FFFF takes two. Godot counts
## characters.

const ABOVE := 0x10000


static func length(text: String) -> int:
	@warning_ignore("integer_division")
	return text.to_utf16_buffer().size() / 2


## The beginning of a text: at most `most` units, and never half a character.
static func head(text: String, most: int) -> String:
	if text.length() * 2 <= most:
		return text
	var begin := text.left(most)
	var units := length(begin)
	var place := begin.length()
	while units > most:
		place -= 1
		units -= 2 if begin.unicode_at(place) >= ABOVE else 1
	return begin.left(place)
