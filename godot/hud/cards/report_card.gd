class_name ReportCard
extends Card
## The paper as far as it is written, its marks, the page about the files, and where the files are.


func title() -> String:
	return Words.of("card.report")


func facts() -> Array:
	return [state.get("sections"), state.get("reportScores"), state.get("readme"), state.get("artifacts"), server]


func fill(body: CardBody) -> void:
	var sections := Fields.objects(state, "sections")
	if sections.is_empty():
		body.quiet(Words.of("card.report.none"))
	body.link(Words.of("card.report.open"), page("/paper"))
	var marks: PackedStringArray = []
	for score: Dictionary in Fields.objects(state, "reportScores"):
		if Fields.whole(score, "attempt", 1) == Fields.whole(state, "attempt", 1):
			var mark := Numbers.figure(Fields.number(score, "score"), 2)
			marks.append(mark if Fields.flag(score, "kept") else Words.of("report.put_back", {"score": mark}))
	body.fact(Words.of("report.marks"), " → ".join(marks))
	for section: Dictionary in sections:
		var name := Words.section(Fields.text(section, "name"))
		body.heading(name.left(1).to_upper() + name.substr(1))
		body.prose(whole(Fields.whole(section, "seq"), "text", Fields.text(section, "head")))
		rest(body, Fields.whole(section, "seq"), "text")
		body.entry(Fields.whole(section, "seq"))
	if Fields.has(state, "readme"):
		body.heading(Words.of("card.readme"))
		text_view(body, "readme")
	var artifacts := Fields.objects(state, "artifacts")
	if artifacts.is_empty():
		return
	body.heading(Words.of("card.files"))
	for file: Dictionary in artifacts:
		var bytes := Words.of("file.bytes", {"n": Numbers.figure(Fields.number(file, "bytes"))})
		body.line(Fields.text(file, "name"), bytes, Pick.create("event", "", Fields.whole(file, "seq")))
