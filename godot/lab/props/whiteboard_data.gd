class_name WhiteboardData
extends RefCounted
## The plan in up to five short lines: its list if it has one, else its bold words with what follows, else its
## sentences. A line is ticked when the phase that it speaks of is complete in this attempt.

const LINES := 5
## Words that tell which phase a line belongs to, as they begin in English, Spanish and French; the first row that
## fits counts.
const SIGNS: Array[Array] = [
	["plan-formulation", "question|pregunta|hypoth|hipót|hipot|goal|objeti|objecti|claim"],
	["report-writing", "report|paper|write|informe|escrib|rapport|rédig|redact"],
	["results-interpretation", "analy|análi|anali|interpret|compar|statist|estadí|test of|decision rule"],
	["data-preparation", "data|datos|donnée|dataset|corpus|split"],
]
## Where a line that says nothing of the kind belongs: a plan is for the experiments.
const OTHERWISE := "running-experiments"

static var _item := RegEx.create_from_string("(?m)^\\s*(?:\\d+[.)]|[-*•])\\s+(.+)$")
static var _lead := RegEx.create_from_string("\\*\\*([^*\\n]{2,40}?)[.:]?\\*\\*[.:]?\\s*([^\\n*]*)")
static var _marks := RegEx.create_from_string("[*_`#]+")


static func of(state: Dictionary) -> Dictionary:
	var plan := Fields.object(state, "plan")
	var lines: Array[Dictionary] = []
	for text: String in lines_of(Fields.text(plan, "head")):
		lines.append({"text": text, "done": _complete(state, phase_of(text))})
	return {"seq": Fields.whole(plan, "seq"), "lines": lines}


static func lines_of(head: String) -> PackedStringArray:
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
	return found.slice(0, LINES)


static func phase_of(line: String) -> String:
	var first := line.get_slice(":", 0).to_lower() if line.contains(":") else line.to_lower()
	for row: Array in SIGNS:
		for sign: String in str(row[1]).split("|"):
			if first.contains(sign):
				return row[0]
	return OTHERWISE


static func _plain(text: String) -> String:
	return _marks.sub(text, "", true).strip_edges().trim_suffix(".").trim_suffix(":")


static func _complete(state: Dictionary, phase: String) -> bool:
	for view: Dictionary in Fields.objects(state, "phases"):
		if Fields.text(view, "name") != phase:
			continue
		var attempts := Fields.objects(view, "attempts")
		if attempts.is_empty() or Fields.whole(attempts[-1], "attempt") < Fields.whole(state, "attempt", 1):
			return false
		return Fields.text(Fields.object(attempts[-1], "outcome"), "kind") == "complete"
	return false
