class_name ScoresCard
extends Card
## The wall display: scores over the run, and what the results were taken to mean.


func title() -> String:
	return Words.of("card.scores")


func facts() -> Array:
	return [state.get("curve"), state.get("best"), state.get("interpretation")]


func fill(body: CardBody) -> void:
	var curve := Fields.objects(state, "curve")
	if curve.is_empty():
		body.quiet(Words.of("card.scores.none"))
	else:
		var chart := ScoreChart.new()
		chart.show_scores(curve, Fields.text(state, "best"))
		body.add_child(chart)
		body.quiet(Words.of("card.scores.means"))
	var best := Fields.text(state, "best")
	if not best.is_empty():
		body.line(Words.of("program.best"), best, Pick.create("program", best))
	if Fields.has(state, "interpretation"):
		body.heading(Words.of("card.interpretation"))
		text_view(body, "interpretation")
	if curve.is_empty():
		return
	body.heading(Words.of("card.scores.all"))
	curve = curve.duplicate()
	curve.reverse()
	for one: Dictionary in curve.slice(0, 60):
		var seq := Fields.whole(one, "seq")
		body.line(
			Numbers.fixed(Fields.number(one, "score"), 2),
			Fields.text(one, "program"),
			Pick.create("program", Fields.text(one, "program"), seq)
		)
