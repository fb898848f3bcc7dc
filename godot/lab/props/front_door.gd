class_name FrontDoor
extends Node2D
## The front door in the hall: it stands open while somebody comes or goes.

var open: bool = false:
	set = set_open


func set_open(value: bool) -> void:
	if value == open:
		return
	open = value
	queue_redraw()


func _draw() -> void:
	Brush.box(self, Rect2(-29, -112, 58, 112), Palette.PAPER, 4, 3)
	if open:
		Brush.fade(self, Rect2(-24, -107, 48, 107), Palette.MIST, Palette.SAGE)
		Brush.fade(self, Rect2(-24, -30, 48, 30), Palette.MOSS, Palette.MOSS.darkened(0.15))
		_leaf(14.0)
	else:
		_leaf(48.0)
	Brush.blob(
		self,
		PackedVector2Array([Vector2(-32, 4), Vector2(32, 4), Vector2(38, 14), Vector2(-38, 14)]),
		Palette.BRICK.darkened(0.1),
		2
	)


## The leaf hangs on the left; `wide` of it is seen.
func _leaf(wide: float) -> void:
	var part := wide / 48.0
	Brush.box(self, Rect2(-24, -107, wide, 107), Palette.MOSS.darkened(0.0 if part > 0.9 else 0.2), 3)
	for i: int in 2:
		Brush.box(self, Rect2(-24 + 7 * part, -99 + i * 50, 34 * part, 40), Palette.MOSS.darkened(0.18), 4 * part)
	Brush.box(self, Rect2(-24 + 9 * part, -97, 30 * part, 36), Palette.MIST, 3 * part)
	Brush.dot(self, Vector2(-24 + 42 * part, -50), 3.0 * maxf(part, 0.6), Palette.HONEY)
