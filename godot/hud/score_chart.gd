class_name ScoreChart
extends Control
## The score of each program in the order of the log, and of the one that led then as a line.

var _scores: Array[Dictionary] = []
var _best: String = ""


func _init() -> void:
	custom_minimum_size = Vector2(200, 180 * Fittings.scale)
	size_flags_horizontal = Control.SIZE_EXPAND_FILL
	mouse_filter = Control.MOUSE_FILTER_IGNORE


func show_scores(scores: Array[Dictionary], best: String) -> void:
	_scores = scores
	_best = best
	queue_redraw()


func _draw() -> void:
	Brush.box(self, Rect2(Vector2.ZERO, size), LabTheme.FIELD, Palette.ROUND)
	if _scores.is_empty():
		return
	var text_size := roundi(Palette.TEXT_SMALL * Fittings.scale)
	var least := INF
	var most := -INF
	for one: Dictionary in _scores:
		least = minf(least, Fields.number(one, "score"))
		most = maxf(most, Fields.number(one, "score"))
	var room := maxf(0.05, most - least)
	# Shares of one stay within it.
	var low := 0.0 if least >= 0.0 else -INF
	var high := 1.0 if most <= 1.0 else INF
	least = maxf(low, least - room * 0.15)
	most = minf(high, most + room * 0.15)
	var left := 0.0
	for value: float in [least, most, 1.0] as Array[float]:
		var wide := Palette.regular.get_string_size(Numbers.fixed(value, 2), HORIZONTAL_ALIGNMENT_LEFT, -1, text_size).x
		left = maxf(left, wide + 16.0)
	var plot := Rect2(left, 14.0, size.x - left - 16.0, size.y - 28.0)
	for part: int in 3:
		var y := lerpf(plot.end.y, plot.position.y, part / 2.0)
		draw_line(Vector2(plot.position.x, y), Vector2(plot.end.x, y), LabTheme.EDGE, 1.0)
		draw_string(
			Palette.regular,
			Vector2(8.0, y + text_size * 0.35),
			Numbers.fixed(lerpf(least, most, part / 2.0), 2),
			HORIZONTAL_ALIGNMENT_LEFT,
			-1,
			text_size,
			Palette.INK.lightened(0.22)
		)
	_draw_steps(plot, least, most)


func _draw_steps(plot: Rect2, least: float, most: float) -> void:
	var count := _scores.size()
	var lead := 0.0
	var attempt := 0
	var line := PackedVector2Array()
	for i: int in count:
		var one := _scores[i]
		var score := Fields.number(one, "score")
		var x := plot.get_center().x if count == 1 else lerpf(plot.position.x, plot.end.x, i / (count - 1.0))
		var y := lerpf(plot.end.y, plot.position.y, inverse_lerp(least, most, score))
		# Each attempt begins anew from nothing.
		if Fields.whole(one, "attempt", 1) != attempt:
			_draw_line(line)
			line = PackedVector2Array()
			lead = 0.0
			if attempt > 0:
				draw_dashed_line(
					Vector2(x, plot.position.y), Vector2(x, plot.end.y), LabTheme.EDGE.darkened(0.15), 1.0, 4.0
				)
			attempt = Fields.whole(one, "attempt", 1)
		if line.is_empty() or Fields.flag(one, "best"):
			lead = score
		var lead_y := lerpf(plot.end.y, plot.position.y, inverse_lerp(least, most, lead))
		if not line.is_empty():
			line.append(Vector2(x, line[-1].y))
		line.append(Vector2(x, lead_y))
		draw_circle(Vector2(x, y), 3.5, Color(Palette.INK, 0.5), true, -1.0, true)
		if Fields.text(one, "program") == _best and i == _last_of(_best):
			MarkShapes.paint(self, "best", Vector2(x, y), 7.0)
	_draw_line(line)


func _draw_line(line: PackedVector2Array) -> void:
	if line.size() > 1:
		draw_polyline(line, Palette.best().darkened(0.18), 2.5, true)


func _last_of(program: String) -> int:
	for i: int in range(_scores.size() - 1, -1, -1):
		if Fields.text(_scores[i], "program") == program:
			return i
	return -1
