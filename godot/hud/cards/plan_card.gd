class_name PlanCard
extends Card
## The whiteboard: the plan of this attempt, and what its results are held against.


func title() -> String:
	return Words.of("card.plan")


func facts() -> Array:
	return [state.get("plan"), state.get("contract"), state.get("interpretation")]


func fill(body: CardBody) -> void:
	if not Fields.has(state, "plan"):
		body.quiet(Words.of("card.plan.none"))
		return
	text_view(body, "plan")
	var contract := Fields.object(state, "contract")
	if not contract.is_empty():
		_contract(body, contract)


func _contract(body: CardBody, contract: Dictionary) -> void:
	body.heading(Words.of("contract.title"))
	for hypothesis: String in Fields.texts(contract, "hypotheses"):
		body.text(hypothesis)
	var metric := Fields.text(contract, "metric")
	if Fields.has(contract, "unit"):
		metric = "%s (%s)" % [metric, Fields.text(contract, "unit")]
	var goal := Words.of("contract.goal." + Fields.text(contract, "goal", "max"))
	body.fact(Words.of("contract.metric"), "%s, %s" % [metric, goal])
	body.fact(Words.of("contract.proposed"), Fields.text(contract, "proposed"))
	for key: String in ["baselines", "ablations", "datasets"]:
		body.fact(Words.of("contract." + key), ", ".join(Fields.texts(contract, key)))
	body.fact(
		Words.of("contract.repetitions"), Words.of("contract.seeds", {"n": Fields.whole(contract, "repetitions")})
	)
	var evaluation := Fields.text(contract, "evaluation", "self-reported")
	body.fact(Words.of("contract.evaluation"), Words.of("contract.evaluation." + evaluation))
