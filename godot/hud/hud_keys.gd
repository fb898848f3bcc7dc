class_name HudKeys
extends RefCounted
## Which key does what in the house. Keys that a panel takes for itself (letters in a field, arrows in a list) do not
## get here.

const ACTIONS: Dictionary[int, String] = {
	KEY_SPACE: "toggle",
	KEY_LEFT: "step-back",
	KEY_RIGHT: "step-forth",
	KEY_HOME: "first",
	KEY_END: "last",
	KEY_F: "follow",
	KEY_L: "log",
	KEY_M: "menu",
	KEY_N: "note",
	KEY_Q: "question",
	KEY_TAB: "next-person",
	KEY_ESCAPE: "close",
	KEY_F6: "next-area",
	KEY_F1: "help",
	KEY_KP_ADD: "faster",
	KEY_KP_SUBTRACT: "slower",
}
## Signs lie elsewhere on each keyboard: it is the sign that counts, not the key.
const SIGNS: Dictionary[String, String] = {"+": "faster", "-": "slower", "?": "help"}
const SHIFTED: Dictionary[int, String] = {KEY_LEFT: "leap-back", KEY_RIGHT: "leap-forth", KEY_TAB: "last-person"}


## The action for a key; empty for none. The rooms are "room-1" to "room-7".
static func action(key: InputEventKey) -> String:
	if not key.pressed or key.ctrl_pressed or key.alt_pressed or key.meta_pressed:
		return ""
	if key.shift_pressed and SHIFTED.has(key.keycode):
		return SHIFTED[key.keycode]
	if key.unicode != 0 and SIGNS.has(char(key.unicode)):
		return SIGNS[char(key.unicode)]
	# The row of digits is where it is; on a French keyboard its keys without Shift are signs.
	for code: Key in [key.keycode, key.physical_keycode]:
		if code >= KEY_1 and code <= KEY_7:
			return "room-%d" % (code - KEY_0)
	return ACTIONS.get(key.keycode, "")
