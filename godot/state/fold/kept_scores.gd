class_name KeptScores
extends RefCounted
## Which points of the curve of scores a state keeps.

@warning_ignore("integer_division") const NEWEST := Bounds.SCORES / 3


static func keep(next: Dictionary) -> void:
	var curve: Array = next.curve
	if curve.size() <= Bounds.SCORES:
		return
	var kept := Lists.thinned(curve, _led, NEWEST)
	# In a run where nearly every program leads, those that led are too many themselves.
	if kept.size() > 2.5 * NEWEST:
		kept = Lists.thinned(kept, _nothing, NEWEST)
	next.curve = kept
	next.curveLeftOut = Fields.whole(next, "curveLeftOut") + curve.size() - kept.size()


static func _led(score: Dictionary) -> bool:
	return score.best


static func _nothing(_score: Dictionary) -> bool:
	return false
