class_name DatasetCard
extends Card
## The data store: the code that makes or loads the data, and the program that showed that it runs.


func title() -> String:
	return Words.of("card.dataset")


func facts() -> Array:
	return [state.get("dataset")]


func fill(body: CardBody) -> void:
	var dataset := Fields.object(state, "dataset")
	if dataset.is_empty():
		body.quiet(Words.of("card.dataset.none"))
		return
	var program := Fields.text(dataset, "program")
	body.fact(Words.of("program.language"), Fields.text(dataset, "language"))
	body.line(Words.of("card.dataset.program"), program, Pick.create("program", program))
	body.code(whole(Fields.whole(dataset, "seq"), "code", Fields.text(dataset, "head")))
	rest(body, Fields.whole(dataset, "seq"), "code")
	body.entry(Fields.whole(dataset, "seq"))
