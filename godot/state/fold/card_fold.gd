class_name CardFold
extends RefCounted
## What is known of a data set before anything is trained on it, as far as it came.

const TYPES: Array[String] = ["number", "text", "boolean", "date"]
const TASKS: Array[String] = ["classification", "regression"]
## More parts than any split has.
const MOST_SPLITS := 5


## Empty when there is no card.
static func view(from: Dictionary, key: String, entry: LabEvent) -> Dictionary:
	var card := Fields.object(from, key)
	var source := Heads.of(card, "source")
	if source.is_empty():
		return {}
	var columns := _first(card, "columns", Bounds.COLUMNS, _column)
	var classes := _first(card, "classes", Bounds.CLASSES, _class)
	var task := Fields.one_of(card, "task", TASKS)
	var made := {
		"seq": entry.seq,
		"source": source,
		"licence": Fields.text_or_null(card, "licence"),
		"rows": Fields.number(card, "rows"),
		"columns": columns,
		"target": Fields.text(card, "target"),
		"task": "classification" if task.is_empty() else task,
		"classes": classes,
		"splits": _first(card, "splits", MOST_SPLITS, _split),
		"seed": Fields.number(card, "seed"),
		"duplicates": Fields.number(card, "duplicates"),
		"acrossSplits": Fields.number(card, "acrossSplits"),
		"problems": _problems(card),
	}
	_say_left_out(made, "columnsLeftOut", Fields.length(card, "columns") - columns.size())
	_say_left_out(made, "classesLeftOut", Fields.length(card, "classes") - classes.size())
	return made


static func _say_left_out(made: Dictionary, key: String, count: int) -> void:
	if count > 0:
		made[key] = count


## The first entries of a list; what is nothing is not counted among them.
static func _first(from: Dictionary, key: String, most: int, read: Callable) -> Array:
	var found: Array = []
	for value: Variant in Fields.list(from, key):
		var item: Dictionary = read.call(Fields.object_of(value))
		if not item.is_empty():
			found.append(item)
	return found.slice(0, most)


static func _column(fields: Dictionary) -> Dictionary:
	var name := Heads.of(fields, "name")
	if name.is_empty():
		return {}
	var type := Fields.one_of(fields, "type", TYPES)
	return {
		"name": name,
		"type": "text" if type.is_empty() else type,
		"missing": Fields.number(fields, "missing"),
		"distinct": Fields.number(fields, "distinct"),
		"least": Fields.number_or_null(fields, "least"),
		"mean": Fields.number_or_null(fields, "mean"),
		"most": Fields.number_or_null(fields, "most"),
	}


static func _class(fields: Dictionary) -> Dictionary:
	return {"value": Heads.of(fields, "value"), "count": Fields.number(fields, "count")}


static func _split(fields: Dictionary) -> Dictionary:
	var name := Fields.id(fields, "name")
	return {} if name.is_empty() else {"name": name, "rows": Fields.number(fields, "rows")}


static func _problems(card: Dictionary) -> Array:
	var found: Array = []
	for value: Variant in Fields.list(card, "problems"):
		var head := Heads.of({"text": value}, "text")
		if not head.is_empty():
			found.append(head)
	return found.slice(0, Bounds.PROBLEMS)
