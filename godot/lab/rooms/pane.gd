class_name Pane
extends Node2D
## A window: shows the sky of the hour; a high one throws a patch of sun on the wall to its right.

var size: Vector2 = Vector2(54, 76)
var round: bool = false
var hour: float = Day.MORNING:
	set = set_hour


static func create(at: Vector2, a_size: Vector2, a_round: bool = false) -> Pane:
	var pane := Pane.new()
	pane.position = at
	pane.size = a_size
	pane.round = a_round
	return pane


func set_hour(value: float) -> void:
	if value == hour:
		return
	hour = value
	queue_redraw()


func _draw() -> void:
	var night := Day.night(hour)
	var top := Day.sky(hour)[0].lightened(0.12)
	var low := Day.sky(hour)[1]
	if round:
		var r := size.x / 2
		Brush.oval(self, Vector2(2, 2), Vector2(r + 5, r + 5), Color(Palette.INK, 0.2))
		Brush.oval(self, Vector2.ZERO, Vector2(r + 4, r + 4), Palette.PAPER)
		var ring := PackedVector2Array()
		var tones := PackedColorArray()
		for i: int in 32:
			ring.append(Vector2.from_angle(TAU * i / 32) * r)
			tones.append(top.lerp(low, 0.5 + 0.5 * sin(TAU * i / 32)))
		draw_polygon(ring, tones)
		draw_line(Vector2(-r, 0), Vector2(r, 0), Palette.PAPER, 2.5)
		draw_line(Vector2(0, -r), Vector2(0, r), Palette.PAPER, 2.5)
		return
	var sun := Color(Palette.HONEY.lightened(0.4), 0.3 * (1.0 - night))
	var x := size.x + 12.0
	draw_colored_polygon(
		PackedVector2Array(
			[Vector2(x, 30), Vector2(x + 18, 30), Vector2(x + 28, size.y + 20), Vector2(x + 10, size.y + 20)]
		),
		sun
	)
	Brush.box(self, Rect2(-5, -5, size.x + 10, size.y + 10), Palette.PAPER, 5, 3)
	Brush.fade(self, Rect2(Vector2.ZERO, size), top, low)
	if night < 0.5:
		Brush.blob(
			self,
			PackedVector2Array(
				[
					Vector2(0, size.y),
					Vector2(0, size.y * 0.74),
					Vector2(size.x * 0.4, size.y * 0.62),
					Vector2(size.x, size.y * 0.8),
					Vector2(size.x, size.y)
				]
			),
			Color(Palette.SAGE, 0.75)
		)
	else:
		for i: int in 6:
			draw_circle(
				Vector2(fmod(i * 31.0 + 9, size.x - 6) + 3, fmod(i * 23.0 + 7, size.y * 0.6) + 5),
				0.9,
				Color(Palette.PAPER, 0.8)
			)
	draw_line(Vector2(size.x / 2, 0), Vector2(size.x / 2, size.y), Palette.PAPER, 3.0)
	draw_line(Vector2(0, size.y * 0.42), Vector2(size.x, size.y * 0.42), Palette.PAPER, 3.0)
	Brush.box(self, Rect2(-9, size.y + 2, size.x + 18, 6), Palette.PAPER, 3, 3)
