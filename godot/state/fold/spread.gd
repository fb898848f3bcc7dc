class_name Spread
extends RefCounted
## The contract's metric over seeds, as a program measured it: never of training data, what the lab scored before what
## the program says of itself, and of the arms the proposed one.


## {mean, least, most, seeds, split}; empty when it was not measured.
static func of(contract: Dictionary, operator: String, metrics: Array) -> Dictionary:
	var rows := metrics.filter(_is_named.bind(Fields.id(contract, "metric")))
	var is_search := Fields.id(contract, "evaluation") == "hold-out" and operator != "final"
	rows = _on_their_data(_preferred(rows, _is_scored), is_search)
	if rows.any(func(row: Dictionary) -> bool: return row.has("arm")):
		var proposed := Fields.text(contract, "proposed")
		rows = rows.filter(func(row: Dictionary) -> bool: return row.has("arm") and row.arm == proposed)
	if rows.is_empty():
		return {}
	var values := _by_seed(rows)
	var least: float = values[0]
	var most: float = values[0]
	for value: float in values:
		least = minf(least, value)
		most = maxf(most, value)
	var first: Dictionary = rows[0]
	return {"mean": _mean(values), "least": least, "most": most, "seeds": values.size(), "split": first.get("split")}


## Those of them for which it holds, where it holds for any; else all.
static func _preferred(rows: Array, holds: Callable) -> Array:
	var found := rows.filter(holds)
	return rows if found.is_empty() else found


## Where the lab keeps the labels, the search looks at no test data: the winner's last run is there for them.
static func _on_their_data(rows: Array, is_search: bool) -> Array:
	if not is_search:
		return _preferred(rows, _is_test)
	return rows.filter(func(row: Dictionary) -> bool: return not _is_test(row))


static func _is_named(row: Dictionary, name: String) -> bool:
	return row.name == name and row.get("split") != "train"


static func _is_scored(row: Dictionary) -> bool:
	return row.get("by") == "gal"


static func _is_test(row: Dictionary) -> bool:
	return row.get("split") == "test"


## A value for each seed, the mean of what was measured with it. What was measured without a seed counts as one.
static func _by_seed(rows: Array) -> Array[float]:
	var groups: Dictionary[Variant, Array] = {}
	for row: Dictionary in rows:
		var group: Array = groups.get_or_add(row.get("seed"), [])
		group.append(row.value)
	var values: Array[float] = []
	for group: Array in groups.values():
		values.append(_mean(group))
	return values


static func _mean(values: Array) -> float:
	var sum := 0.0
	for value: float in values:
		sum += value
	return sum / values.size()
