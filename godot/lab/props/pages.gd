class_name Pages
extends Node2D
## The growing paper: pages pegged on a string; `written` counts pages, its fraction fills the newest one.

const PAGE := Vector2(32, 42)

var total: int = 6
var written: float = 0.0:
	set = set_written


func set_written(value: float) -> void:
	written = value
	queue_redraw()


func _draw() -> void:
	var span := total * (PAGE.x + 5.0)
	var string := PackedVector2Array()
	for i: int in 15:
		string.append(Vector2(span * i / 14.0, sin(PI * i / 14.0) * 7.0))
	draw_polyline(string, Palette.WALNUT, 1.5, true)
	for i: int in total:
		var x := 2.0 + i * (PAGE.x + 5.0)
		var y := sin(PI * (x + PAGE.x / 2) / span) * 7.0 + 2
		var part := clampf(written - i, 0, 1)
		if part <= 0.0:
			Brush.box(self, Rect2(x + PAGE.x / 2 - 2, y - 5, 4, 9), Palette.OAK, 1.5)
			continue
		Brush.box(self, Rect2(Vector2(x, y), PAGE), Palette.PAPER.lightened(0.35), 2, 4)
		var lines := floori(part * 8)
		for k: int in lines:
			var top := y + 8 + k * 4.0
			if i % 3 == 1 and k in [3, 4, 5]:
				if k == 3:
					Brush.box(
						self,
						Rect2(x + 5, top - 1, PAGE.x - 10, 11),
						[Palette.MIST, Palette.SAGE, Palette.CLAY][i % 3] as Color,
						2
					)
				continue
			draw_line(
				Vector2(x + 5, top),
				Vector2(x + PAGE.x - 5 - (8 if k == 7 or k == 2 else 0), top),
				Color(Palette.INK, 0.75 if i == 0 and k == 0 else 0.42),
				2.2 if i == 0 and k == 0 else 1.4
			)
		Brush.box(self, Rect2(x + PAGE.x / 2 - 2, y - 5, 4, 9), Palette.CLAY, 1.5)
