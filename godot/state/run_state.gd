class_name RunState
extends RefCounted
## Typed readers over a state (a Dictionary in the shape of ViewerState): what several views ask of it is asked here once.


static func seq(state: Dictionary) -> int:
	return Fields.whole(state, "seq")


## Name of the phase at work; empty before the first, between two and after the last.
static func phase(state: Dictionary) -> String:
	return Fields.text(state, "phase")
