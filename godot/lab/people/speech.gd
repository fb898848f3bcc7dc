class_name Speech
extends RefCounted
## What of a reply goes into a bubble: its last whole sentence without the marks of writing, at most 90 letters.

## Commands whose reply holds code, which nobody says aloud.
const SILENT: Array[String] = ["write-program", "edit-program", "run-code", "submit-code", "edit-section", "read-paper"]

static var _fence: RegEx = RegEx.create_from_string("(?s)```.*?(```|$)")
static var _link: RegEx = RegEx.create_from_string("!?\\[([^\\]]*)\\]\\([^)]*\\)")
static var _marks: RegEx = RegEx.create_from_string("(?m)^\\s*(#{1,6}|>|[-*+]|\\d+[.)])\\s+|[*`|]+|__+|~~")
static var _white: RegEx = RegEx.create_from_string("\\s+")
static var _end: RegEx = RegEx.create_from_string("[.!?…][\"'»”’)]*\\s+(?=[\\p{Lu}\\p{N}¿¡«“(])|[。！？]")


## The last sentence of a whole reply; empty when there is nothing to say.
static func of(reply: String) -> String:
	var spoken := Spoken.read(reply)
	if spoken.command in SILENT:
		return ""
	return short(last_sentence(plain(spoken.said)))


## The words of a reply that is still being spoken: the last 90 letters, from the beginning of a word.
static func live(reply: String) -> String:
	var spoken := Spoken.read(reply)
	if spoken.command in SILENT:
		return ""
	var text := plain(spoken.said)
	if text.length() <= Palette.BUBBLE_LETTERS:
		return text
	var tail := text.right(Palette.BUBBLE_LETTERS - 1)
	var gap := tail.find(" ")
	return "…" + (tail.substr(gap + 1) if gap >= 0 and gap < tail.length() - 1 else tail)


## Without fences, links, headings, list marks and emphasis, on one line.
static func plain(text: String) -> String:
	var out := _fence.sub(text, " ", true)
	out = _link.sub(out, "$1", true)
	out = _marks.sub(out, "", true)
	return _white.sub(out, " ", true).strip_edges()


## The last sentence that is whole; all of it when there is but one.
static func last_sentence(text: String) -> String:
	var starts: PackedInt32Array = [0]
	for end: RegExMatch in _end.search_all(text):
		if end.get_end() < text.length():
			starts.append(end.get_end())
	var last := text.substr(starts[-1]).strip_edges()
	var whole := last.length() > 0 and ".!?…。！？\"'»”’)".contains(last.right(1))
	if whole or starts.size() < 2:
		return last
	return text.substr(starts[-2], starts[-1] - starts[-2]).strip_edges()


## At most 90 letters, cut at a word.
static func short(text: String) -> String:
	if text.length() <= Palette.BUBBLE_LETTERS:
		return text
	var head := text.left(Palette.BUBBLE_LETTERS - 1)
	var gap := head.rfind(" ")
	if gap > Palette.BUBBLE_LETTERS * 0.6:
		head = head.left(gap)
	return head.rstrip(" ,;:–—-") + "…"
