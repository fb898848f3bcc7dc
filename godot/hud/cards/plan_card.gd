class_name PlanCard
extends Card
## The whiteboard: the plan of this attempt.


func title() -> String:
	return Words.of("card.plan")


func facts() -> Array:
	return [state.get("plan"), state.get("interpretation")]


func fill(body: CardBody) -> void:
	if not Fields.has(state, "plan"):
		body.quiet(Words.of("card.plan.none"))
		return
	text_view(body, "plan")
