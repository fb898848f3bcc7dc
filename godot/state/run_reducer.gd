class_name RunReducer
extends RefCounted
## The pure fold of entries to what a viewer shows: the same as the server's, field by field (ViewerState in
## docs/protocol.md). A state is a Dictionary in the shape of its JSON and is never changed: fold gives a new one that
## shares what stayed, so any state may be kept. Unknown kinds move the place in the log and the time at work alone.
## Entries come in order of seq.

## What each kind of event changes. An effect is given a copy of the state to write into: it exchanges values, and
## changes nothing within them.
static var effects: Dictionary[String, Callable] = _all(
	[
		RunFold.effects,
		PeopleFold.effects,
		PhaseFold.effects,
		TurnFold.effects,
		PaperFold.effects,
		PlanFold.effects,
		ProgramFold.effects,
		ReportFold.effects,
		AgentFold.effects,
	]
)


static func empty(run: String) -> Dictionary:
	return EmptyState.of(run)


static func fold(state: Dictionary, event: LabEvent) -> Dictionary:
	var next := state.duplicate()
	Measure.move(next, event)
	if effects.has(event.type):
		effects[event.type].call(next, event.data, event)
	return next


static func _all(tables: Array[Dictionary]) -> Dictionary[String, Callable]:
	var all: Dictionary[String, Callable] = {}
	for table: Dictionary in tables:
		all.merge(table)
	return all
