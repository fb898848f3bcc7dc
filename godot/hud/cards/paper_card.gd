class_name PaperCard
extends Card
## One paper: who wrote it, what it is about, what the lab learnt from it.


func title() -> String:
	return Fields.text(_paper(), "title", pick.id)


func facts() -> Array:
	return [_paper()]


func fill(body: CardBody) -> void:
	var paper := _paper()
	body.quiet(by_line(paper, 12))
	body.fact(Words.of("paper.status"), Words.of("paper." + Fields.text(paper, "status", "found")))
	var note := Fields.text(paper, "note")
	if not note.is_empty():
		body.heading(Words.of("paper.note"))
		body.text(note)
	var abstract := _abstract()
	if not abstract.is_empty():
		body.heading(Words.of("paper.abstract"))
		body.text(abstract)
	var url := Fields.text(paper, "url")
	body.quiet(url)
	body.link(Words.of("paper.open"), url)
	body.fact(Words.of("paper.id"), Fields.text(paper, "id"))
	body.entry(maxi(Fields.whole(paper, "addedSeq"), Fields.whole(paper, "foundSeq")))
	body.line(Words.of("card.papers"), "", Pick.create("papers"))


## Names and year, of many names the first.
static func by_line(paper: Dictionary, most: int = 3) -> String:
	var names := Fields.texts(paper, "authors")
	var shown := ", ".join(names.slice(0, most)) + (" …" if names.size() > most else "")
	var year := Fields.whole(paper, "year")
	return "%s, %d" % [shown, year] if year > 0 and not shown.is_empty() else shown


func _paper() -> Dictionary:
	for paper: Dictionary in Fields.objects(state, "papers"):
		if Fields.text(paper, "id") == pick.id:
			return paper
	return {}


## The search that found it brought its abstract.
func _abstract() -> String:
	var event := timeline.event_at(Fields.whole(_paper(), "foundSeq")) if timeline != null else null
	if event == null:
		return ""
	for found: Variant in Loose.items(event.data.get("papers")):
		if Loose.field(found, "id") == pick.id:
			return Loose.beginning(Loose.field(found, "abstract"))
	return ""
