class_name IsoTime
extends RefCounted
## Times as the log writes them (2026-01-05T09:00:00.000Z, UTC) to numbers.

## What stands for a text that is no such time.
const NONE: int = -0x4000000000000000

const _DAYS_TO_1970 := 719468
const _LENGTH := 24


## Milliseconds since 1970; NONE for anything but such a time.
static func milliseconds(text: String) -> int:
	if text.length() != _LENGTH or text[10] != "T" or text[19] != "." or text[23] != "Z":
		return NONE
	var day := text.substr(0, 10).split("-")
	var clock := text.substr(11, 8).split(":")
	if day.size() != 3 or clock.size() != 3 or not _are_digits(text):
		return NONE
	var days := _days(day[0].to_int(), day[1].to_int(), day[2].to_int())
	var of_day := clock[0].to_int() * 3600 + clock[1].to_int() * 60 + clock[2].to_int()
	return (days * 86400 + of_day) * 1000 + text.substr(20, 3).to_int()


## Seconds since 1970, with milliseconds; 0 for what is no time.
static func seconds(text: String) -> float:
	var found := milliseconds(text)
	return 0.0 if found == NONE else found / 1000.0


static func _are_digits(text: String) -> bool:
	return (text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2) + text.substr(20, 3)).is_valid_int()


## Days from 1970-01-01 in the Gregorian calendar; years begin in March here, so that the leap day comes last.
@warning_ignore("integer_division")
static func _days(year: int, month: int, day: int) -> int:
	var from_march := year if month > 2 else year - 1
	var era := from_march / 400
	var year_of_era := from_march - era * 400
	var day_of_year := (153 * ((month + 9) % 12) + 2) / 5 + day - 1
	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - _DAYS_TO_1970
