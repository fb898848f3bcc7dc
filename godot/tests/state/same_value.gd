class_name SameValue
extends RefCounted
## Compares values of JSON: names the first place at which two differ.

## Of the greater of two numbers, how much they may differ: the engine reads decimal fractions to the last bit but one.
const TOLERANCE := 1e-12


## Empty when they are the same; else the path of the first difference and both values.
static func difference(actual: Variant, expected: Variant, path: String = "") -> String:
	if actual is Dictionary and expected is Dictionary:
		var object: Dictionary = actual
		var other_object: Dictionary = expected
		return _of_objects(object, other_object, path)
	if actual is Array and expected is Array:
		var list: Array = actual
		var other_list: Array = expected
		return _of_lists(list, other_list, path)
	if _is_number(actual) and _is_number(expected):
		var number: float = actual
		var other_number: float = expected
		var most := TOLERANCE * maxf(absf(number), absf(other_number))
		return "" if absf(number - other_number) <= most else _told(actual, expected, path)
	return "" if typeof(actual) == typeof(expected) and actual == expected else _told(actual, expected, path)


static func _of_objects(actual: Dictionary, expected: Dictionary, path: String) -> String:
	var keys := expected.keys()
	keys.append_array(actual.keys())
	for key: String in keys:
		if not actual.has(key) or not expected.has(key):
			return "%s.%s is only in the %s" % [path, key, "expected" if expected.has(key) else "actual"]
		var found := difference(actual[key], expected[key], "%s.%s" % [path, key])
		if not found.is_empty():
			return found
	return ""


static func _of_lists(actual: Array, expected: Array, path: String) -> String:
	for place: int in mini(actual.size(), expected.size()):
		var found := difference(actual[place], expected[place], "%s[%d]" % [path, place])
		if not found.is_empty():
			return found
	if actual.size() == expected.size():
		return ""
	return "%s has %d entries, expected %d" % [path, actual.size(), expected.size()]


static func _is_number(value: Variant) -> bool:
	return value is int or value is float


static func _told(actual: Variant, expected: Variant, path: String) -> String:
	return "%s is %s, expected %s" % [path, var_to_str(actual).left(120), var_to_str(expected).left(120)]
