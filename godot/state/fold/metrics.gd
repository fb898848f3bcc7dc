class_name Metrics
extends RefCounted
## The numbers that a program measured.


## As far as they came; an entry without name or value is none.
static func in_field(from: Dictionary, key: String) -> Array:
	var found: Array = []
	for fields: Dictionary in Fields.objects(from, key):
		var name := Fields.id(fields, "name")
		var value: Variant = Fields.number_or_null(fields, "value")
		if not name.is_empty() and value != null:
			found.append(_metric({"name": name, "value": value}, fields))
	return found


static func _metric(metric: Dictionary, fields: Dictionary) -> Dictionary:
	for key: String in ["seed", "step"]:
		var number: Variant = Fields.number_or_null(fields, key)
		if number != null:
			metric[key] = number
	for key: String in ["arm", "split", "unit"]:
		if fields.get(key) is String:
			metric[key] = fields[key]
	if Fields.id(fields, "by") == "gal":
		metric.by = "gal"
	return metric
