class_name BudgetCard
extends Card
## What the run may spend, what it has spent, and in which phases.


func title() -> String:
	return Words.of("card.budget")


func facts() -> Array:
	return [state.get("spent"), state.get("budget"), state.get("phases")]


func fill(body: CardBody) -> void:
	var spent := Fields.object(state, "spent")
	var tokens := Fields.number(spent, "input") + Fields.number(spent, "output")
	_limit(body, "seconds", Fields.number(spent, "seconds"), Numbers.clock)
	_limit(body, "calls", Fields.number(spent, "calls"), Numbers.figure)
	_limit(body, "tokens", tokens, Numbers.short)
	_limit(body, "money", Fields.number(spent, "cost"), Numbers.money)
	body.quiet(Words.of("card.budget.means"))
	body.heading(Words.of("card.budget.phases"))
	for phase: Dictionary in Fields.objects(state, "phases"):
		var part := Fields.object(phase, "spent")
		if Fields.number(part, "calls") == 0.0 and Fields.number(part, "seconds") == 0.0:
			continue
		var slots := {
			"time": Numbers.clock(Fields.number(part, "seconds")),
			"tokens": Numbers.short(Fields.number(part, "input") + Fields.number(part, "output")),
			"money": Numbers.money(Fields.number(part, "cost")),
		}
		body.fact(Words.phase(Fields.text(phase, "name")), Words.of("card.budget.part", slots))
	body.heading(Words.of("card.model"))
	body.text(Fields.text(state, "model"))


func _limit(body: CardBody, name: String, used: float, write: Callable) -> void:
	var budget := Fields.object(state, "budget")
	var text: String = write.call(used)
	if not Fields.has(budget, name):
		body.fact(Words.of("cost." + name), Words.of("cost.no_limit", {"n": text}))
		return
	var most := Fields.number(budget, name)
	var limit: String = write.call(most)
	body.fact(Words.of("cost." + name), Words.of("cost.of", {"n": text, "limit": limit}))
	body.meter(used / maxf(most, 0.000001))
