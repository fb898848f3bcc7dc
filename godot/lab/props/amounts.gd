class_name Amounts
extends RefCounted
## Numbers as short as a dial or a plate can take them, as the chosen language writes them.


static func short(value: float) -> String:
	for row: Array in [[1e9, "G"], [1e6, "M"], [1e3, "k"]]:
		var unit: float = row[0]
		if value >= unit * 0.9995:
			var part := value / unit
			return Numbers.figure(part, 1 if part < 9.95 else 0) + str(row[1])
	return "%d" % roundi(value)


## Seconds as "4 s", "41 min", "1 h 02".
static func time(seconds: float) -> String:
	if seconds < 59.5:
		return "%d s" % roundi(seconds)
	var minutes := roundi(seconds / 60.0)
	return "%d min" % minutes if minutes < 60 else "%d h %02d" % [minutes / 60, minutes % 60]


## In the currency of the prices, which the log does not name: the number alone.
static func money(value: float) -> String:
	return Numbers.money(value) if value < 99.995 else short(value)


static func score(value: float) -> String:
	var size := absf(value)
	if size >= 99.5:
		return short(size) if value > 0.0 else "-" + short(size)
	return Numbers.fixed(value, 1 if size >= 9.95 else 2)
