class_name DatasetCard
extends Card
## The data store: what is known of the data, the code that makes or loads them, and the program that showed that it
## runs.

## Columns and classes that are told; how many more there are is said.
const MOST := 24


func title() -> String:
	return Words.of("card.dataset")


func facts() -> Array:
	return [state.get("dataset"), state.get("card")]


func fill(body: CardBody) -> void:
	var dataset := Fields.object(state, "dataset")
	var known := Fields.object(state, "card")
	if dataset.is_empty() and known.is_empty():
		body.quiet(Words.of("card.dataset.none"))
		return
	if not known.is_empty():
		_known(body, known)
	if not dataset.is_empty():
		_code(body, dataset)


func _code(body: CardBody, dataset: Dictionary) -> void:
	var program := Fields.text(dataset, "program")
	body.fact(Words.of("program.language"), Fields.text(dataset, "language"))
	body.line(Words.of("card.dataset.program"), program, Pick.create("program", program))
	body.code(whole(Fields.whole(dataset, "seq"), "code", Fields.text(dataset, "head")))
	rest(body, Fields.whole(dataset, "seq"), "code")
	body.entry(Fields.whole(dataset, "seq"))


func _known(body: CardBody, known: Dictionary) -> void:
	body.text(Fields.text(known, "source"), &"Number")
	for problem: String in Fields.texts(known, "problems"):
		body.text(problem, &"Warning")
	body.fact(Words.of("data.rows"), _number(known, "rows"))
	body.fact(Words.of("data.target"), Fields.text(known, "target"))
	body.fact(Words.of("data.task"), Words.named("data.task", Fields.text(known, "task")))
	body.fact(Words.of("data.licence"), Fields.text(known, "licence"))
	var parts: PackedStringArray = []
	for split: Dictionary in Fields.objects(known, "splits"):
		parts.append("%s %s" % [Fields.text(split, "name"), _number(split, "rows")])
	body.fact(Words.of("data.splits"), ", ".join(parts))
	body.quiet(Words.of("data.kept"))
	_classes(body, known)
	_columns(body, known)
	body.entry(Fields.whole(known, "seq"))


func _classes(body: CardBody, known: Dictionary) -> void:
	var classes := Fields.objects(known, "classes")
	if classes.is_empty():
		return
	body.heading(Words.of("data.classes"))
	var most := 1.0
	for one: Dictionary in classes:
		most = maxf(most, Fields.number(one, "count"))
	for one: Dictionary in classes.slice(0, MOST):
		body.fact(Fields.text(one, "value"), _number(one, "count"))
		body.meter(Fields.number(one, "count") / most * 0.999)
	_left_out(body, classes.size() - MOST + Fields.whole(known, "classesLeftOut"))


func _columns(body: CardBody, known: Dictionary) -> void:
	var columns := Fields.objects(known, "columns")
	body.heading(Words.of("data.columns"))
	for column: Dictionary in columns.slice(0, MOST):
		body.fact(Fields.text(column, "name"), _told(column))
	_left_out(body, columns.size() - MOST + Fields.whole(known, "columnsLeftOut"))


## What kind of values it has, between which, and how many are missing.
func _told(column: Dictionary) -> String:
	var told: PackedStringArray = [Words.named("data.type", Fields.text(column, "type"))]
	if Fields.has(column, "least") and Fields.has(column, "most"):
		var slots := {
			"least": Numbers.figure(Fields.number(column, "least"), 2),
			"most": Numbers.figure(Fields.number(column, "most"), 2),
		}
		told.append(Words.of("data.range", slots))
	else:
		told.append(Words.of("data.distinct", {"n": _number(column, "distinct")}))
	if Fields.number(column, "missing") > 0.0:
		told.append(Words.of("data.missing", {"n": _number(column, "missing")}))
	return ", ".join(told)


func _left_out(body: CardBody, count: int) -> void:
	if count > 0:
		body.quiet(Words.of("prop.more", {"n": Numbers.figure(count)}))


static func _number(from: Dictionary, key: String) -> String:
	return Numbers.figure(Fields.number(from, key))
