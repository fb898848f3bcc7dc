class_name EmptyState
extends RefCounted
## What is shown of a run before its first entry.


static func of(run: String) -> Dictionary:
	return {
		"run": run,
		"seq": 0,
		"at": "",
		"startedAt": "",
		"topic": "",
		"language": "en",
		"seed": 0,
		"version": "",
		"model": "",
		"changed": [],
		"budget": {"calls": null, "tokens": null, "money": null, "seconds": null},
		"phases": Wire.PHASES.map(_phase),
		"phase": null,
		"attempt": 1,
		"outcome": null,
		"halted": null,
		"asked": {"pause": null, "stop": null},
		"people": Wire.ROLES.map(_person),
		"searches": [],
		"papers": [],
		"plan": null,
		"contract": null,
		"dataset": null,
		"card": null,
		"interpretation": null,
		"readme": null,
		"programs": [],
		"best": null,
		"curve": [],
		"sections": [],
		"reportScores": [],
		"reviews": [],
		"decision": null,
		"questions": [],
		"notes": [],
		"spent": _nothing_spent({"seconds": 0}),
		"artifacts": [],
		"marks": [],
	}


static func _phase(name: String) -> Dictionary:
	return {"name": name, "attempts": [], "spent": _nothing_spent({"seconds": 0})}


static func _person(role: String) -> Dictionary:
	return {"role": role, "open": [], "last": null, "turns": 0, "spent": _nothing_spent({})}


static func _nothing_spent(more: Dictionary) -> Dictionary:
	return {"calls": 0, "input": 0, "output": 0, "cost": 0}.merged(more)
