class_name FoldStretch
extends RefCounted
## Many entries folded in one go. Made for a worker thread: it touches nothing but what it is given.

## Those of the states on the way that are worth keeping.
var kept: Array[Dictionary] = []
## The state after the last of the entries.
var last: Dictionary


static func of(state: Dictionary, events: Array[LabEvent]) -> FoldStretch:
	var stretch := FoldStretch.new()
	for event: LabEvent in events:
		state = RunReducer.fold(state, event)
		if event.seq % KeptStates.STEP == 0:
			stretch.kept.append(state)
	stretch.last = state
	return stretch
