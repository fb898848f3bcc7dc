class_name Speech
extends RefCounted
## What of a reply goes into a bubble: its first whole sentence without the marks of writing, of a judgement the one
## that names the score, at most 90 letters. A label such as "Data." is no sentence.

## Commands whose reply holds code, which nobody says aloud.
const SILENT: Array[String] = ["write-program", "edit-program", "run-code", "submit-code", "edit-section", "read-paper"]

## Commands whose reply is written down, not said: its bubble bears a pen.
const WRITTEN: Array[String] = ["add-paper", "plan", "write-section", "write-readme"]

## Letters of a question that are said whole.
const QUESTION_LETTERS := 60

## A state keeps no more than so many characters of a reply.
const KEPT := 600

static var _fence: RegEx = RegEx.create_from_string("(?s)```.*?(```|$)")
static var _link: RegEx = RegEx.create_from_string("!?\\[([^\\]]*)\\]\\([^)]*\\)")
static var _math: RegEx = RegEx.create_from_string("\\$\\\\?([^$\\\\\\s]{1,20})\\$")
static var _marks: RegEx = RegEx.create_from_string("(?m)^\\s*(#{1,6}|>|[-*+]|\\d+[.)])\\s+|[*`|]+|__+|~~")
## Fields that name a thing and say nothing of it.
static var _names: RegEx = RegEx.create_from_string('"(?:section|id)"\\s*:\\s*"[^"\\\\]*"\\s*,?')
static var _score: RegEx = RegEx.create_from_string('"score"\\s*:\\s*(-?\\d+(?:\\.\\d+)?)')
## Bold words that head a paragraph.
static var _lead: RegEx = RegEx.create_from_string(
	"(?m)^\\s*\\*\\*[^*\\n]{1,40}(?:[.:]\\*\\*|\\*\\*[.:])|^\\s*\\*\\*[^*\\n]{1,40}\\*\\*\\s*$"
)
static var _white: RegEx = RegEx.create_from_string("\\s+")
static var _end: RegEx = RegEx.create_from_string("[.!?…][\"'»”’)]*\\s+(?=[\\p{Lu}\\p{N}¿¡«“(])|[。！？]")

## An end that is none; in a text that was cut it may also be the point of a number.
static var _open_end: RegEx = RegEx.create_from_string("[^.!?…。！？\"'»”’)]$|^$")
static var _in_number: RegEx = RegEx.create_from_string("[^.!?…。！？\"'»”’)]$|^$|\\p{N}\\.$")


## The sentence of a whole reply that tells most; empty when there is nothing to say.
static func of(reply: String) -> String:
	var spoken := Spoken.read(_names.sub(reply, "", true) if reply.strip_edges().begins_with("{") else reply)
	if spoken.command in SILENT:
		return ""
	var without := plain(_lead.sub(spoken.said, " ", true))
	var text := without if without else plain(spoken.said)
	var judged := _score.search(reply)
	var found := _with_score(text, judged.get_string(1)) if judged else ""
	return short(found if found else first_sentence(text, is_cut(reply)))


## Whether this reply is written down and not said.
static func is_written(reply: String) -> bool:
	return Spoken.read(reply).command in WRITTEN


## A question to the person at the screen, for the bubble over who asks it: up to its first question mark where that is
## short, else that sentence alone. The whole of it is written in the sky.
static func question(text: String) -> String:
	var asked := plain(text)
	var mark := asked.find("?") + 1
	if mark == 0:
		return short(asked)
	var upto := asked.left(mark)
	return upto if upto.length() <= QUESTION_LETTERS else short(last_sentence(upto))


## Whether this is only the beginning of a reply.
static func is_cut(reply: String) -> bool:
	var text := reply.strip_edges()
	return reply.length() >= KEPT or (text.begins_with("{") and not text.ends_with("}"))


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
	out = _math.sub(out, "$1", true)
	out = _marks.sub(out, "", true)
	return _white.sub(out, " ", true).strip_edges()


## The first sentence that is whole and no label, else what there is.
static func first_sentence(text: String, cut: bool = false) -> String:
	for sentence: String in _sentences(text, cut):
		if not _is_label(sentence):
			return sentence
	return _else(text, cut)


## The last sentence that is whole and no label, else what there is.
static func last_sentence(text: String, cut: bool = false) -> String:
	var sentences := _sentences(text, cut)
	sentences.reverse()
	for sentence: String in sentences:
		if not _is_label(sentence):
			return sentence
	return _else(text, cut)


## The sentence that names this score; one that adds up numbers does not tell it.
static func _with_score(text: String, score: String) -> String:
	var named := RegEx.create_from_string("(?<![\\d.])%s(?![\\d]|\\.\\d)" % score.replace(".", "\\."))
	for sentence: String in _sentences(text, false):
		if named.search(sentence) and not sentence.contains(" + "):
			return sentence
	return ""


## A text that was cut may end within a number, which is no end of a sentence.
static func _sentences(text: String, cut: bool) -> PackedStringArray:
	var sentences: PackedStringArray = []
	var from := 0
	for end: RegExMatch in _end.search_all(text):
		sentences.append(text.substr(from, end.get_end() - from).strip_edges())
		from = end.get_end()
	var rest := text.substr(from).strip_edges()
	if (_in_number if cut else _open_end).search(rest) == null:
		sentences.append(rest)
	return sentences


static func _else(text: String, cut: bool) -> String:
	var sentences := _sentences(text, cut)
	if sentences.is_empty() or cut:
		var rest := text.strip_edges()
		for sentence: String in sentences:
			rest = rest.trim_prefix(sentence).strip_edges()
		if rest:
			return rest.rstrip(" .…") + "…" if cut else rest
	return sentences[-1] if sentences else ""


static func _is_label(sentence: String) -> bool:
	return sentence.ends_with(".") and not sentence.contains(" ")


## At most 90 letters, cut at a word.
static func short(text: String) -> String:
	return cut_at(text, Palette.BUBBLE_LETTERS)


## At most so many letters, cut at a word.
static func cut_at(text: String, letters: int) -> String:
	if text.length() <= letters:
		return text
	var head := text.left(letters - 1)
	var gap := head.rfind(" ")
	if gap > letters * 0.6:
		head = head.left(gap)
	return head.rstrip(" ,;:–—-…") + "…"
