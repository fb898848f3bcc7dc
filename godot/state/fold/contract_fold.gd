class_name ContractFold
extends RefCounted
## The terms of a plan, as far as they came.

const GOALS: Array[String] = ["max", "min"]
const EVALUATIONS: Array[String] = ["self-reported", "hold-out"]
## More than a contract may have of anything: what is stored may be of another gal.
const MOST := 12


## Empty without a measure, because nothing could be held against such terms.
static func view(from: Dictionary, key: String, entry: LabEvent) -> Dictionary:
	var terms := Fields.object(from, key)
	var metric := Fields.id(terms, "metric")
	if metric.is_empty():
		return {}
	var goal := Fields.one_of(terms, "goal", GOALS)
	var evaluation := Fields.one_of(terms, "evaluation", EVALUATIONS)
	return {
		"seq": entry.seq,
		"hypotheses": _heads(terms, "hypotheses"),
		"metric": metric,
		"goal": "max" if goal.is_empty() else goal,
		"unit": Fields.text_or_null(terms, "unit"),
		"proposed": Fields.text(terms, "proposed"),
		"baselines": _heads(terms, "baselines"),
		"ablations": _heads(terms, "ablations"),
		"datasets": _heads(terms, "datasets"),
		"repetitions": Fields.number(terms, "repetitions"),
		"evaluation": "self-reported" if evaluation.is_empty() else evaluation,
	}


static func _heads(from: Dictionary, key: String) -> Array:
	var found: Array = []
	for value: Variant in Fields.list(from, key).slice(0, MOST):
		var head := Heads.of({"text": value}, "text")
		if not head.is_empty():
			found.append(head)
	return found
