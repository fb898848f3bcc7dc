class_name AgentFold
extends RefCounted
## What agents do outside of any run has a stream of its own, and no run shows it.

static var effects: Dictionary[String, Callable] = {
	"agent-start": Silence.keep,
	"agent-act": Silence.keep,
	"agent-end": Silence.keep,
}
