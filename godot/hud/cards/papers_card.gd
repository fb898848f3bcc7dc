class_name PapersCard
extends Card
## The shelf: papers that were added, read and only found, and what was searched for.

const ORDER: Array[String] = ["added", "read", "found"]
## Papers of one kind that are listed; of more, the newest.
const MOST := 60


func title() -> String:
	return Words.of("card.papers")


func facts() -> Array:
	return [state.get("papers"), state.get("searches")]


func fill(body: CardBody) -> void:
	var papers := Fields.objects(state, "papers")
	if papers.is_empty():
		body.quiet(Words.of("card.papers.none"))
	for status: String in ORDER:
		var some := papers.filter(func(paper: Dictionary) -> bool: return Fields.text(paper, "status") == status)
		if some.is_empty():
			continue
		body.heading(Words.of("papers." + status, {"n": Numbers.figure(some.size())}))
		for paper: Dictionary in some.slice(-MOST):
			var pick_of := Pick.create("paper", Fields.text(paper, "id"), Fields.whole(paper, "foundSeq"))
			body.line(Fields.text(paper, "title"), PaperCard.by_line(paper), pick_of)
	var searches := Fields.objects(state, "searches")
	if searches.is_empty():
		return
	body.heading(Words.of("card.searches"))
	for search: Dictionary in searches.slice(-12):
		var status := Fields.text(search, "status")
		var found := Words.counted("card.found", Fields.whole(search, "count"))
		var more := found if status == "ok" else Words.named("searchFaults", status)
		var seq := Fields.whole(search, "seq")
		body.line(Fields.text(search, "query"), more, Pick.create("event", "", seq))
