class_name Harmless
extends RefCounted
## What people and models wrote, safe to be shown: a sign that steers a terminal, ends a line in its own way or turns
## the direction of reading becomes a dot, as in the terminal's own pages. Tabs, line breaks and joiners of emoji stay.

const INSTEAD := "·"
const _SIGNS := (
	"\\x{01}-\\x{08}\\x{0b}\\x{0c}\\x{0e}-\\x{1f}\\x{7f}-\\x{9f}\\x{61c}\\x{200e}\\x{200f}"
	+ "\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}"
)

static var _signs := RegEx.create_from_string("[" + _SIGNS + "]")
static var _escapes := RegEx.create_from_string(
	"(?i)\\\\u(?:00(?:0[1-8bcef]|1[0-9a-f]|7f|8[0-9a-f]|9[0-9a-f])|061c|200[ef]|202[89a-e]|206[6-9])"
)


static func text(from: String) -> String:
	return from if _signs.search(from) == null else _signs.sub(from, INSTEAD, true)


## Whether JSON may hold such a sign as it is, or spells one; most texts need no second look.
static func may_spell(json: String) -> bool:
	return _escapes.search(json) != null
