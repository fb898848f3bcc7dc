class_name RunReducer
extends RefCounted
## The pure fold of entries to what a viewer shows: the same as the server's, field by field (ViewerState in docs/protocol.md).
## A state is a Dictionary in the shape of its JSON and is never changed: fold gives a new one that shares what stayed.


static func empty(run: String) -> Dictionary:
	return {"run": run, "seq": 0.0}


static func fold(state: Dictionary, _event: LabEvent) -> Dictionary:
	return state
