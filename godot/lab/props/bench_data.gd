class_name BenchData
extends RefCounted
## The chalkboard's tree: the programs of the newest attempt that has any, by descent from left to right; when there
## are more generations or siblings than fit, the newest and the best stay.

const COLUMNS := 4
const ROWS := 4


static func of(state: Dictionary) -> Dictionary:
	var all: Array[Dictionary] = []
	var attempt := 0
	for program: Dictionary in Fields.objects(state, "programs"):
		if _is_of_the_tree(program):
			all.append(program)
			attempt = maxi(attempt, Fields.whole(program, "attempt"))
	var best := Fields.text(state, "best")
	var chips: Array[Dictionary] = []
	var at: Dictionary[String, int] = {}
	for program: Dictionary in all:
		if Fields.whole(program, "attempt") != attempt:
			continue
		var parent: int = at.get(Fields.text(program, "parent"), -1)
		at[Fields.text(program, "id")] = chips.size()
		(
			chips
			. append(
				{
					"id": Fields.text(program, "id"),
					"kind": _kind(program, best),
					"text": _text(program),
					"doubted": not Fields.objects(program, "flags").is_empty(),
					"verdict": _verdict(program),
					"width": _width(program),
					"column": Fields.whole(chips[parent], "column") + 1 if parent >= 0 else 0,
					"row": 0,
					"parent": parent,
				}
			)
		)
	var shown := _fitting(chips)
	return {
		"attempt": attempt,
		"old": attempt > 0 and attempt < Fields.whole(state, "attempt", 1),
		"chips": shown,
		"hidden": chips.size() - shown.size(),
	}


static func running(state: Dictionary) -> bool:
	for program: Dictionary in Fields.objects(state, "programs"):
		if Fields.text(program, "status") == "running":
			return true
	return false


## What was run for the data has no place of its own here, nor has a program again on fresh seeds: what came of that is
## its program's verdict.
static func _is_of_the_tree(program: Dictionary) -> bool:
	var prepares := Fields.text(program, "turn").begins_with("data-preparation")
	return not prepares and Fields.text(program, "operator") != "confirm"


## Its score; else the mean of what decides.
static func _text(program: Dictionary) -> String:
	if Fields.has(program, "score"):
		return Amounts.score(Fields.number(program, "score"))
	var spread := Fields.object(program, "spread")
	return "" if spread.is_empty() else Amounts.score(Fields.number(spread, "mean"))


## "accepted", "refused", or empty while it is not judged.
static func _verdict(program: Dictionary) -> String:
	var judged := Fields.object(program, "judged")
	if judged.is_empty():
		return ""
	return "accepted" if Fields.flag(judged, "accepted") else "refused"


## How far apart its seeds lie.
static func _width(program: Dictionary) -> float:
	var spread := Fields.object(program, "spread")
	return Fields.number(spread, "most") - Fields.number(spread, "least")


static func _kind(program: Dictionary, best: String) -> String:
	if Fields.text(program, "id") == best:
		return "best"
	return Fields.text(program, "status")


## The last columns, in each the rows that fit; parents are numbered anew.
static func _fitting(chips: Array[Dictionary]) -> Array[Dictionary]:
	var deepest := 0
	for chip: Dictionary in chips:
		deepest = maxi(deepest, Fields.whole(chip, "column"))
	var first := maxi(0, deepest - COLUMNS + 1)
	var columns: Array[Array] = []
	columns.resize(COLUMNS)
	for i: int in chips.size():
		var column := Fields.whole(chips[i], "column") - first
		if column >= 0:
			columns[column].append(i)
	var kept: Array[Dictionary] = []
	var place: Dictionary[int, int] = {}
	for column: int in COLUMNS:
		var members := _kept(columns[column], chips)
		for row: int in members.size():
			var chip := chips[members[row]].duplicate()
			chip.merge({"column": column, "row": row, "rows": members.size()}, true)
			chip["parent"] = place.get(Fields.whole(chip, "parent"), -1)
			place[members[row]] = kept.size()
			kept.append(chip)
	return kept


static func _kept(column: Array, chips: Array[Dictionary]) -> Array[int]:
	var members: Array[int] = []
	members.assign(column)
	while members.size() > ROWS:
		var out := 0
		while Fields.text(chips[members[out]], "kind") in ["best", "running"] and out < members.size() - 1:
			out += 1
		members.remove_at(out)
	return members
