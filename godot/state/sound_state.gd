class_name SoundState
extends RefCounted
## A state that came from outside, before anything is folded on to it.


## The state with everything in it that the fold rests on; empty when it is no state.
static func of(state: Dictionary) -> Dictionary:
	var whole := state.merged(RunReducer.empty(RunState.run(state)))
	var empty := RunReducer.empty("")
	for key: String in empty:
		if empty[key] != null and not _are_alike(whole[key], empty[key]):
			return {}
	return whole if _names(whole, "phases", "name", Wire.PHASES) and _names(whole, "people", "role", Wire.ROLES) else {}


static func _are_alike(value: Variant, other: Variant) -> bool:
	if other is int:
		return value is int or value is float
	return typeof(value) == typeof(other)


static func _names(state: Dictionary, key: String, name: String, names: Array[String]) -> bool:
	var found := Fields.objects(state, key).map(func(item: Dictionary) -> String: return Fields.id(item, name))
	return names.all(func(one: String) -> bool: return found.has(one))
