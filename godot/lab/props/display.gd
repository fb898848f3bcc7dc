class_name Display
extends Node2D
## The wall display: the best score so far, program by program.

var size: Vector2 = Vector2(196, 96)
var title: String
var scores: Array[float] = []:
	set = set_scores


func set_scores(value: Array[float]) -> void:
	scores = value
	queue_redraw()


func _draw() -> void:
	Brush.box(self, Rect2(Vector2.ZERO, size), Palette.INK.darkened(0.3), 8, 7)
	Brush.box(self, Rect2(Vector2(4, 4), size - Vector2(8, 8)), Color("33405a"), 5)
	Brush.label(self, Palette.bold, Vector2(13, 20), title, 12, Palette.PAPER, size.x - 74)
	var area := Rect2(14, 30, size.x - 28, size.y - 46)
	for i: int in 3:
		var y := area.position.y + area.size.y * i / 2.0
		draw_line(Vector2(area.position.x, y), Vector2(area.end.x, y), Color(Palette.MIST, 0.2), 1.2)
	if scores.is_empty():
		return
	Brush.label(
		self,
		Palette.bold,
		Vector2(size.x - 62, 20),
		"%.2f" % (scores.max() as float),
		14,
		Palette.HONEY,
		49,
		HORIZONTAL_ALIGNMENT_RIGHT
	)
	var line := PackedVector2Array()
	var high := 0.0
	for i: int in scores.size():
		high = maxf(high, scores[i])
		var x := area.position.x + area.size.x * i / maxf(1, scores.size() - 1)
		line.append(Vector2(x, area.end.y - area.size.y * high))
		draw_circle(Vector2(x, area.end.y - area.size.y * scores[i]), 2.0, Color(Palette.MIST, 0.75), true, -1.0, true)
	if line.size() > 1:
		var under := line.duplicate()
		under.append_array([Vector2(area.end.x, area.end.y), Vector2(area.position.x, area.end.y)])
		draw_colored_polygon(under, Color(Palette.HONEY, 0.16))
		draw_polyline(line, Palette.HONEY, 2.6, true)
	draw_circle(line[-1], 4.4, Palette.PAPER, true, -1.0, true)
	draw_circle(line[-1], 2.8, Palette.BRICK, true, -1.0, true)
	Brush.label(
		self,
		Palette.regular,
		Vector2(14, size.y - 8),
		"%d programs" % scores.size(),
		10,
		Color(Palette.PAPER, 0.75),
		100
	)
