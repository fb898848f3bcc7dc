class_name TurnId
extends RefCounted
## The order of ids of turns and programs, as JavaScript's localeCompare with numeric: …10.0 comes after …9.0.

## What is no letter and no digit comes first, in this order.
const _SIGNS := "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"


## Below 0 when `a` comes first, above 0 when `b` does, 0 when neither.
static func compare(a: String, b: String) -> int:
	var first := _parts(a)
	var second := _parts(b)
	for place: int in mini(first.size(), second.size()):
		var order := _order(first[place], second[place])
		if order != 0:
			return order
	if first.size() != second.size():
		return first.size() - second.size()
	# Only the case of a letter is left to differ: small comes before great.
	return -a.casecmp_to(b) if a.length() == b.length() else 0


## Each run of digits as one part, everything else character by character.
static func _parts(text: String) -> PackedStringArray:
	var parts: PackedStringArray = []
	var place := 0
	while place < text.length():
		var from := place
		place += 1
		if _is_digit(text[from]):
			while place < text.length() and _is_digit(text[place]):
				place += 1
		parts.append(text.substr(from, place - from))
	return parts


static func _order(a: String, b: String) -> int:
	if _is_digit(a[0]) and _is_digit(b[0]):
		return _order_of_numbers(a.lstrip("0"), b.lstrip("0"))
	var kinds := _kind(a) - _kind(b)
	if kinds != 0:
		return kinds
	return a.to_lower().unicode_at(0) - b.to_lower().unicode_at(0)


## Numbers of any length: the longer is the higher.
static func _order_of_numbers(a: String, b: String) -> int:
	return a.length() - b.length() if a.length() != b.length() else a.casecmp_to(b)


## Spaces, signs in their own order, digits, letters.
static func _kind(part: String) -> int:
	if part == " ":
		return 0
	var sign_place := _SIGNS.find(part[0])
	if sign_place >= 0:
		return 1 + sign_place
	return 100 if _is_digit(part[0]) else 101


static func _is_digit(character: String) -> bool:
	return character >= "0" and character <= "9"
