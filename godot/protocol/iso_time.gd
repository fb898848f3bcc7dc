class_name IsoTime
extends RefCounted
## Times as the log writes them (2026-01-05T09:00:00.000Z, UTC) to numbers.

## What stands for a text that is no such time.
const NONE: int = -0x4000000000000000

const _DAYS_TO_1970 := 719468
const _LENGTH := 24
const _PATTERN := "0000-00-00T00:00:00.000Z"
## Where it has a sign and no digit.
const _SIGNS: Array[int] = [4, 7, 10, 13, 16, 19, 23]
## Month, day, hour, minute and second: where each begins, its lowest and its highest.
const _FIELDS: Array[Array] = [[5, 1, 12], [8, 1, 31], [11, 0, 23], [14, 0, 59], [17, 0, 59]]


## Milliseconds since 1970; NONE for anything but such a time.
static func milliseconds(text: String) -> int:
	if text.length() != _LENGTH or _SIGNS.any(func(at: int) -> bool: return text[at] != _PATTERN[at]):
		return NONE
	if not _are_digits(text):
		return NONE
	var values: PackedInt32Array = []
	for field: Array in _FIELDS:
		var begin: int = field[0]
		var value := text.substr(begin, 2).to_int()
		if value < field[1] or value > field[2]:
			return NONE
		values.append(value)
	var days := _days(text.left(4).to_int(), values[0], values[1])
	var of_day := values[2] * 3600 + values[3] * 60 + values[4]
	return (days * 86400 + of_day) * 1000 + text.substr(20, 3).to_int()


## Seconds since 1970, with milliseconds; 0 for what is no time.
static func seconds(text: String) -> float:
	var found := milliseconds(text)
	return 0.0 if found == NONE else found / 1000.0


static func _are_digits(text: String) -> bool:
	var digits := text.left(4) + text.substr(20, 3)
	for field: Array in _FIELDS:
		var begin: int = field[0]
		digits += text.substr(begin, 2)
	return digits.is_valid_int() and digits[0] != "-" and digits[0] != "+"


## Days from 1970-01-01 in the Gregorian calendar; years begin in March here, so that the leap day comes last.
@warning_ignore("integer_division")
static func _days(year: int, month: int, day: int) -> int:
	var from_march := year if month > 2 else year - 1
	var era := from_march / 400
	var year_of_era := from_march - era * 400
	var day_of_year := (153 * ((month + 9) % 12) + 2) / 5 + day - 1
	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - _DAYS_TO_1970
