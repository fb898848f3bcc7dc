class_name Whiteboard
extends Node2D
## The plan in handwriting: one line per step, ticked when done; `shown` counts the lines written so far.

var size: Vector2 = Vector2(196, 92)
var title: String
var steps: Array[String] = []
var shown: float = 0.0:
	set = set_shown
var done: int = 0:
	set = set_done


func set_shown(value: float) -> void:
	if ceilf(value * 6.0) != ceilf(shown * 6.0):
		queue_redraw()
	shown = value


func set_done(value: int) -> void:
	done = value
	queue_redraw()


func _draw() -> void:
	Brush.box(self, Rect2(Vector2.ZERO, size), Palette.OAK, 6, 7)
	Brush.box(self, Rect2(Vector2(4, 4), size - Vector2(8, 8)), Palette.PAPER.lightened(0.5), 4)
	Brush.poly(
		self,
		PackedVector2Array(
			[
				Vector2(size.x * 0.55, 5),
				Vector2(size.x * 0.75, 5),
				Vector2(size.x * 0.45, size.y - 5),
				Vector2(size.x * 0.25, size.y - 5)
			]
		),
		Color(1, 1, 1, 0.4)
	)
	Brush.label(self, Palette.hand, Vector2(14, 24), title, 20, Palette.BRICK, size.x - 28)
	draw_line(Vector2(14, 29), Vector2(14 + minf(120, size.x - 30), 28), Color(Palette.BRICK, 0.7), 1.6, true)
	var pitch := minf(17.0, (size.y - 38.0) / maxf(1.0, steps.size()))
	var written := ceilf(shown * 6.0) / 6.0
	for i: int in mini(steps.size(), ceili(written)):
		var y := 46.0 + i * pitch
		var part := clampf(written - i, 0, 1)
		Brush.box(self, Rect2(14, y - 9, 9, 9), Palette.MIST.darkened(0.25), 2)
		Brush.box(self, Rect2(15.2, y - 7.8, 6.6, 6.6), Palette.PAPER.lightened(0.5), 1)
		if i < done:
			draw_polyline(
				PackedVector2Array([Vector2(15, y - 5), Vector2(18, y - 1), Vector2(25, y - 12)]),
				Palette.MOSS,
				2.2,
				true
			)
		Brush.label(
			self,
			Palette.hand,
			Vector2(30, y),
			steps[i].left(ceili(part * steps[i].length())),
			mini(17, roundi(pitch + 1)),
			Palette.INK,
			size.x - 42
		)
	Brush.box(self, Rect2(20, size.y - 1, size.x - 40, 5), Palette.OAK.darkened(0.2), 2)
	for i: int in 3:
		Brush.box(
			self, Rect2(34 + i * 18, size.y - 4, 13, 4), [Palette.BRICK, Palette.MOSS, Palette.INK][i] as Color, 2
		)
