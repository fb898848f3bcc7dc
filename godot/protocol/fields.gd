class_name Fields
extends RefCounted
## Reads typed values out of JSON objects: the only place that touches a Variant from JSON.


static func text(from: Dictionary, key: String, otherwise: String = "") -> String:
	var value: Variant = from.get(key)
	return value if value is String else otherwise


static func number(from: Dictionary, key: String, otherwise: float = 0.0) -> float:
	var value: Variant = from.get(key)
	return value if value is float else (float(str(value)) if value is int else otherwise)


static func whole(from: Dictionary, key: String, otherwise: int = 0) -> int:
	return roundi(number(from, key, otherwise))


static func flag(from: Dictionary, key: String) -> bool:
	return from.get(key) == true


static func object(from: Dictionary, key: String) -> Dictionary:
	var value: Variant = from.get(key)
	return value if value is Dictionary else {}


## The objects of a list; whatever else is in it is left out.
static func objects(from: Dictionary, key: String) -> Array[Dictionary]:
	var found: Array[Dictionary] = []
	for value: Variant in list(from, key):
		if value is Dictionary:
			var one: Dictionary = value
			found.append(one)
	return found


static func list(from: Dictionary, key: String) -> Array:
	var value: Variant = from.get(key)
	return value if value is Array else []


static func texts(from: Dictionary, key: String) -> PackedStringArray:
	var found: PackedStringArray = []
	for value: Variant in list(from, key):
		if value is String:
			var one: String = value
			found.append(one)
	return found


## Whether there is something at all: absent and null are nothing.
static func has(from: Dictionary, key: String) -> bool:
	return from.get(key) != null
