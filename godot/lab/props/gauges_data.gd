class_name GaugesData
extends RefCounted
## What the run has spent, against its budget where it has one. `share` is −1 where there is no limit. The last dial
## is money where money counts, else calls.


static func of(state: Dictionary) -> Dictionary:
	var spent := Fields.object(state, "spent")
	var budget := Fields.object(state, "budget")
	var tokens := Fields.number(spent, "input") + Fields.number(spent, "output")
	var rows: Array[Dictionary] = [
		_row("tokens", tokens, Fields.number(budget, "tokens"), Amounts.short),
		_row("time", Fields.number(spent, "seconds"), Fields.number(budget, "seconds"), Amounts.time),
	]
	if Fields.number(budget, "money") > 0.0 or Fields.number(spent, "cost") > 0.0:
		rows.append(_row("money", Fields.number(spent, "cost"), Fields.number(budget, "money"), Amounts.money))
	else:
		rows.append(_row("calls", Fields.number(spent, "calls"), Fields.number(budget, "calls"), Amounts.short))
	return {"rows": rows}


static func _row(name: String, spent: float, limit: float, say: Callable) -> Dictionary:
	return {
		"name": name,
		"text": str(say.call(spent)),
		"limit": str(say.call(limit)) if limit > 0.0 else "",
		"share": snappedf(clampf(spent / limit, 0.0, 1.0), 0.02) if limit > 0.0 else -1.0,
	}
