class_name Gauges
extends Node2D
## What is left of the budget: brass dials in the hall that turn from moss to brick as they empty.

## name, what is left in words, share left 0–1
var rows: Array[Array] = []:
	set = set_rows


func set_rows(value: Array[Array]) -> void:
	rows = value
	queue_redraw()


func _draw() -> void:
	Brush.block(self, Rect2(-6, -6, 104, rows.size() * 40.0 + 8), Palette.WALNUT, 7, 5)
	for i: int in rows.size():
		var c := Vector2(17, 16 + i * 40.0)
		var share := float(str(rows[i][2]))
		draw_circle(c, 17, Palette.HONEY.darkened(0.25), true, -1.0, true)
		draw_circle(c, 14.5, Palette.PAPER, true, -1.0, true)
		draw_arc(c, 10.5, PI * 0.75, PI * 2.25, 24, Palette.PLASTER.darkened(0.08), 4.0, true)
		draw_arc(
			c,
			10.5,
			PI * 0.75,
			PI * (0.75 + 1.5 * share),
			24,
			Palette.MOSS if share > 0.25 else Palette.BRICK,
			4.0,
			true
		)
		draw_line(c, c + Vector2.from_angle(PI * (0.75 + 1.5 * share)) * 9.0, Palette.INK, 2.0, true)
		draw_circle(c, 2.4, Palette.INK, true, -1.0, true)
		Brush.label(self, Palette.bold, Vector2(40, c.y - 2), str(rows[i][1]), 13, Palette.PAPER, 54)
		Brush.label(self, Palette.regular, Vector2(40, c.y + 11), str(rows[i][0]), 10, Color(Palette.PAPER, 0.8), 54)
