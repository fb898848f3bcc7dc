class_name CratesData
extends RefCounted
## The data of this attempt: the set that was accepted, with its name and rows as far as the log says them, and a box
## for each program that was tried on the way to it.

const BOXES := 6

## Names of data sets in the code that loads them, surest first.
static var _names: Array[RegEx] = [
	RegEx.create_from_string("load_dataset\\(\\s*['\"]([^'\"]+)"),
	RegEx.create_from_string("\\b((?:make|fetch|load)_[a-z0-9_]+)\\("),
	RegEx.create_from_string('"(?:study|dataset|data)"\\s*:\\s*"([^"]{2,40})"'),
]
static var _rows := RegEx.create_from_string("(?i)(points|rows|samples|examples|records|size|count)$")


static func of(state: Dictionary) -> Dictionary:
	var attempt := Fields.whole(state, "attempt", 1)
	var boxes: Array[String] = []
	var rows := ""
	var dataset := Fields.object(state, "dataset")
	var accepted := Fields.text(dataset, "program")
	for program: Dictionary in Fields.objects(state, "programs"):
		if not Fields.text(program, "turn").begins_with("data-preparation"):
			continue
		var counted := rows_of(Fields.objects(program, "metrics"))
		if not counted.is_empty():
			rows = counted
		if Fields.whole(program, "attempt") == attempt:
			boxes.append("accepted" if Fields.text(program, "id") == accepted else Fields.text(program, "status"))
	var card := Fields.object(state, "card")
	if not card.is_empty():
		rows = Words.of("data.size", {"n": Numbers.figure(Fields.number(card, "rows"))})
	return {
		"name": name_of(dataset) if card.is_empty() else _after_catalogue(Fields.text(card, "source")),
		"seq": Fields.whole(dataset if card.is_empty() else card, "seq"),
		"rows": rows if dataset or card else "",
		"parts": _parts(card),
		"minded": not Fields.texts(card, "problems").is_empty(),
		"boxes": boxes.slice(maxi(0, boxes.size() - BOXES)),
	}


## Of "openml:wine" the wine.
static func _after_catalogue(source: String) -> String:
	return source.substr(source.find(":") + 1)


## The shares of the rows that are in each part of the data, training data first.
static func _parts(card: Dictionary) -> Array[float]:
	var counts: Array[float] = []
	var all := 0.0
	for split: Dictionary in Fields.objects(card, "splits"):
		counts.append(Fields.number(split, "rows"))
		all += counts[-1]
	var shares: Array[float] = []
	for count: float in counts:
		shares.append(count / maxf(1.0, all))
	return shares


## As the code calls it; else the file that makes it; empty when there is no data yet.
static func name_of(dataset: Dictionary) -> String:
	if dataset.is_empty():
		return ""
	for pattern: RegEx in _names:
		var hit := pattern.search(Fields.text(dataset, "head"))
		if hit:
			return hit.get_string(1)
	return "dataset.py" if Fields.text(dataset, "language") == "python" else "dataset.js"


## Counts among what a program measured, in its own words: "120 training-points".
static func rows_of(metrics: Array[Dictionary]) -> String:
	var parts: PackedStringArray = []
	for metric: Dictionary in metrics:
		var name := Fields.text(metric, "name")
		var part := "%s %s" % [Amounts.short(Fields.number(metric, "value")), name.replace("-", " ")]
		if _rows.search(name) and parts.size() < 2 and not Fields.has(metric, "arm") and not parts.has(part):
			parts.append(part)
	return " · ".join(parts)
