class_name ReviewsCard
extends Card
## The reviews of the newest attempt that has some, side by side, and what was decided.

const MARKS: Array[String] = [
	"overall",
	"confidence",
	"soundness",
	"contribution",
	"presentation",
	"originality",
	"quality",
	"clarity",
	"significance"
]
const TEXTS: Array[String] = ["summary", "strengths", "weaknesses", "questions", "limitations"]


func title() -> String:
	return Words.of("card.reviews")


func role() -> String:
	return "reviewer"


func facts() -> Array:
	return [state.get("reviews"), state.get("decision")]


func fill(body: CardBody) -> void:
	var reviews := _newest()
	if reviews.is_empty():
		body.quiet(Words.of("card.reviews.none"))
		return
	var decision := Fields.object(state, "decision")
	if not decision.is_empty():
		body.text(Words.of("decision." + Fields.text(decision, "kind")), &"Number")
		body.text(Fields.text(decision, "why"))
	body.quiet(Words.of("card.attempt", {"n": Fields.whole(reviews[0], "attempt", 1)}))
	body.add_child(_marks(reviews))
	for review: Dictionary in reviews:
		var form := Fields.object(review, "form")
		body.heading("%s %s" % [Words.role("reviewer"), Fields.text(review, "reviewer").get_slice(" ", 1)])
		for part: String in TEXTS:
			body.quiet(Words.of("review." + part))
			body.prose(Fields.text(form, part))
		body.entry(Fields.whole(review, "seq"))


func _marks(reviews: Array[Dictionary]) -> Control:
	var grid := GridContainer.new()
	grid.columns = reviews.size() + 1
	grid.add_theme_constant_override("h_separation", 10)
	grid.add_theme_constant_override("v_separation", 3)
	grid.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	_row(
		grid, "", reviews, func(review: Dictionary) -> String: return Fields.text(review, "reviewer").get_slice(" ", 1)
	)
	_row(
		grid,
		Words.of("review.score"),
		reviews,
		func(review: Dictionary) -> String: return Numbers.figure(Fields.number(review, "score"), 1)
	)
	_row(
		grid,
		Words.of("review.decision"),
		reviews,
		func(review: Dictionary) -> String:
			return Words.named("decisions", Fields.object(review, "form").get("decision"))
	)
	for mark: String in MARKS:
		_row(
			grid,
			Words.of("review." + mark),
			reviews,
			func(review: Dictionary) -> String:
				return Numbers.figure(Fields.number(Fields.object(review, "form"), mark))
		)
	return Fittings.panel(&"Sunken", grid)


func _row(grid: GridContainer, name: String, reviews: Array[Dictionary], value: Callable) -> void:
	var first := Fittings.label(name, &"Quiet", true)
	grid.add_child(first)
	for review: Dictionary in reviews:
		var text: String = value.call(review)
		var cell := Fittings.label(text, &"Small")
		cell.horizontal_alignment = HORIZONTAL_ALIGNMENT_RIGHT
		grid.add_child(cell)


func _newest() -> Array[Dictionary]:
	var reviews := Fields.objects(state, "reviews")
	if reviews.is_empty():
		return reviews
	var attempt := Fields.whole(reviews[-1], "attempt", 1)
	var some := reviews.filter(func(review: Dictionary) -> bool: return Fields.whole(review, "attempt", 1) == attempt)
	some.sort_custom(
		func(one: Dictionary, other: Dictionary) -> bool:
			return Fields.text(one, "reviewer").naturalnocasecmp_to(Fields.text(other, "reviewer")) < 0
	)
	return some
