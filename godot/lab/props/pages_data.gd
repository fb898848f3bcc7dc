class_name PagesData
extends RefCounted
## The draft of this attempt: a page for each section of a report, filled as far as it is written, and the newest
## score.

## Lines on a drawn page, and the characters that one of them stands for.
const LINES := 7
const CHARS := 220.0


static func of(state: Dictionary) -> Dictionary:
	var lines: Array[int] = []
	lines.resize(Wire.SECTIONS.size())
	var newest := -1
	var seq := 0
	for section: Dictionary in Fields.objects(state, "sections"):
		var i := Wire.SECTIONS.find(Fields.text(section, "name"))
		if i < 0:
			continue
		lines[i] = clampi(ceili(Fields.number(section, "chars") / CHARS), 1, LINES)
		if Fields.whole(section, "seq") >= seq:
			seq = Fields.whole(section, "seq")
			newest = i
	return {"lines": lines, "newest": newest, "seq": seq, "score": _score(state)}


static func _score(state: Dictionary) -> String:
	var found := ""
	for score: Dictionary in Fields.objects(state, "reportScores"):
		if Fields.whole(score, "attempt") == Fields.whole(state, "attempt", 1):
			found = Amounts.score(Fields.number(score, "score"))
	return found
