class_name Loose
extends RefCounted
## Values of an entry as a viewer gets them: a long text may have become {chars, head}, a long list {entries, head},
## and a field may be missing. Nothing here fails, whatever it is given.

static var _white: RegEx = RegEx.create_from_string("\\s+")


static func field(value: Variant, key: String) -> Variant:
	if value is Dictionary:
		var fields: Dictionary = value
		return fields.get(key)
	return null


## A text, or how it begins as far as it is here. Numbers and truth values as they are written; empty for all else.
static func beginning(value: Variant) -> String:
	if value is String:
		return value
	if value is float:
		var amount: float = value
		return str(roundi(amount)) if is_equal_approx(amount, roundf(amount)) else str(amount)
	if value is int or value is bool:
		return str(value)
	var head: Variant = field(value, "head")
	return head if head is String else ""


## Whether there is more of a text than what is here.
static func is_cut(value: Variant) -> bool:
	return field(value, "chars") != null and field(value, "head") is String


## The length of the whole text, in characters.
static func length(value: Variant) -> int:
	var chars: Variant = field(value, "chars")
	return roundi(number(chars)) if chars != null else beginning(value).length()


static func items(value: Variant) -> Array:
	if value is Array:
		return value
	var head: Variant = field(value, "head")
	return head if head is Array else []


static func count(value: Variant) -> int:
	var entries: Variant = field(value, "entries")
	return roundi(number(entries)) if entries != null else items(value).size()


## A number, or 0.
static func number(value: Variant) -> float:
	if value is float:
		var float_value: float = value
		return float_value if is_finite(float_value) else 0.0
	return float(str(value)) if value is int else 0.0


## The first words of a text on one line, at most `chars` of them.
static func first_words(value: Variant, chars: int = 240) -> String:
	var all := _white.sub(beginning(value).left(2 * chars), " ", true).strip_edges()
	if all.length() <= chars:
		return all + "…" if is_cut(value) and not all.is_empty() else all
	return all.left(chars).strip_edges(false, true) + "…"


## The beginning of a text with its lines, without empty ones, at most `chars` letters of it.
static func first_lines(value: Variant, chars: int) -> String:
	var all := beginning(value)
	var lines: PackedStringArray = []
	for line: String in all.left(chars).split("\n"):
		if not line.strip_edges().is_empty():
			lines.append(line.strip_edges(false, true))
	return "\n".join(lines) + ("…" if all.length() > chars or is_cut(value) else "")
