class_name PlanFold
extends RefCounted
## What the results of planning, data preparation and interpretation change.

static var effects: Dictionary[String, Callable] = {
	"plan-accept": _plan_accepted,
	"dataset-search": Silence.keep,
	"dataset-accept": _dataset_accepted,
	"interpretation-accept": _interpretation_accepted,
}


static func _plan_accepted(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	next.plan = Heads.view(data, "text", entry)


static func _dataset_accepted(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var program := {"program": Fields.text(data, "program"), "language": ProgramFold.language_in(data)}
	next.dataset = Lists.with(Heads.view(data, "code", entry), program)


static func _interpretation_accepted(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	next.interpretation = Heads.view(data, "text", entry)
