class_name WhiteboardData
extends RefCounted
## The parts of the plan in its own order: its list if it has one, else its bold words with what follows, else its
## sentences. A plan of which a state has only the beginning ends with an ellipsis, and is open.

static var _item := RegEx.create_from_string("(?m)^\\s*(?:\\d+[.)]|[-*•])\\s+(.+)$")
static var _lead := RegEx.create_from_string("\\*\\*([^*\\n]{2,40}?)[.:]?\\*\\*[.:]?\\s*([^\\n*]*)")
static var _marks := RegEx.create_from_string("[*_`#]+")


static func of(state: Dictionary) -> Dictionary:
	var plan := Fields.object(state, "plan")
	var head := Fields.text(plan, "head")
	var lines: Array[Dictionary] = []
	var open := Fields.whole(plan, "chars") > head.length()
	for text: String in lines_of(head, open):
		lines.append({"text": text})
	return {"seq": Fields.whole(plan, "seq"), "lines": lines, "open": open}


## `goes_on`: the plan is longer than this beginning of it.
static func lines_of(head: String, goes_on: bool = false) -> PackedStringArray:
	var found: PackedStringArray = []
	for hit: RegExMatch in _item.search_all(head):
		found.append(_plain(hit.get_string(1)))
	if found.size() < 2:
		found = []
		for hit: RegExMatch in _lead.search_all(head):
			found.append(_plain(hit.get_string(1) + ": " + hit.get_string(2)))
	if found.size() < 2:
		found = []
		for sentence: String in head.replace("\n", " ").split(". ", false):
			if not _plain(sentence).is_empty():
				found.append(_plain(sentence))
	if found and goes_on:
		found[-1] = found[-1].rstrip(" ,;:…") + "…"
	return found


static func _plain(text: String) -> String:
	return _marks.sub(text, "", true).strip_edges().trim_suffix(".").trim_suffix(":")
