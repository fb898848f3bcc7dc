class_name Utf8
extends RefCounted
## Whether bytes are text, before the engine is asked to decode them: it complains aloud about those that are none.

## The highest bit of each of eight bytes.
const _HIGH := -0x7f7f7f7f7f7f7f80
## By lead byte: how many bytes follow it, and between which values the first of them lies.
const _LEADS: Array[Array] = [
	[0xc2, 0xdf, 1, 0x80, 0xbf],
	[0xe0, 0xe0, 2, 0xa0, 0xbf],
	[0xe1, 0xec, 2, 0x80, 0xbf],
	[0xed, 0xed, 2, 0x80, 0x9f],
	[0xee, 0xef, 2, 0x80, 0xbf],
	[0xf0, 0xf0, 3, 0x90, 0xbf],
	[0xf1, 0xf3, 3, 0x80, 0xbf],
	[0xf4, 0xf4, 3, 0x80, 0x8f],
]


## Valid UTF-8 without NUL.
static func is_text(bytes: PackedByteArray) -> bool:
	if bytes.has(0):
		return false
	var at := 0
	var size := bytes.size()
	while at < size:
		while at + 8 <= size and bytes.decode_u64(at) & _HIGH == 0:
			at += 8
		if at >= size:
			return true
		var steps := _character(bytes, at, size)
		if steps == 0:
			return false
		at += steps
	return true


## How many bytes the character there takes; 0 when it is none.
static func _character(bytes: PackedByteArray, at: int, size: int) -> int:
	var lead := bytes[at]
	if lead < 0x80:
		return 1
	for row: Array in _LEADS:
		var lowest: int = row[0]
		var highest: int = row[1]
		if lead < lowest or lead > highest:
			continue
		var more: int = row[2]
		var from: int = row[3]
		var to: int = row[4]
		if at + more >= size or bytes[at + 1] < from or bytes[at + 1] > to:
			return 0
		for place: int in range(2, more + 1):
			if bytes[at + place] & 0xc0 != 0x80:
				return 0
		return more + 1
	return 0
