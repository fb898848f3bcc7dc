class_name PlanFold
extends RefCounted
## What the results of planning, data preparation and interpretation change.

static var effects: Dictionary[String, Callable] = {
	"plan-accept": _plan_accepted,
	"dataset-search": Silence.keep,
	"effect-note": Silence.keep,
	"dataset-accept": _dataset_accepted,
	"data-card": _data_carded,
	"interpretation-accept": _interpretation_accepted,
}


static func _plan_accepted(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	next.plan = Heads.view(data, "text", entry)
	var terms := ContractFold.view(data, "contract", entry)
	if not terms.is_empty():
		next.contract = terms


static func _dataset_accepted(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var program := {"program": Fields.text(data, "program"), "language": ProgramFold.language_in(data)}
	next.dataset = Lists.with(Heads.view(data, "code", entry), program)


static func _data_carded(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var card := CardFold.view(data, "card", entry)
	if not card.is_empty():
		next.card = card


static func _interpretation_accepted(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	next.interpretation = Heads.view(data, "text", entry)
