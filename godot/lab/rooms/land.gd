class_name Land
extends Node2D
## What is behind the house: the sky of the hour, sun or moon, hills, clouds, trees and the ground.

var night: float = 0.0:
	set = set_night


func set_night(value: float) -> void:
	night = value
	queue_redraw()


func _draw() -> void:
	var wide := Rect2(-400, -300, 2080, 1000)
	Brush.fade(
		self,
		wide,
		Palette.MIST.lerp(Palette.NIGHT.darkened(0.35), night),
		Palette.PAPER.lerp(Palette.NIGHT.lerp(Palette.CLAY, 0.22), night)
	)
	if night > 0.2:
		for i: int in 60:
			var at := Vector2(absi(hash(i)) % 1280, absi(hash(i + 99)) % 300)
			draw_circle(
				at, 0.7 + (i % 3) * 0.45, Color(Palette.PAPER, (0.35 + 0.2 * (i % 3)) * night), true, -1.0, true
			)
	var orb := Vector2(104, 78 + 60 * sin(night * PI))
	Brush.spot(self, orb, Vector2(150, 150), Color(Palette.HONEY.lerp(Palette.MIST, night), 0.55 - 0.25 * night))
	draw_circle(orb, 31, Palette.HONEY.lightened(0.45).lerp(Palette.PAPER, night), true, -1.0, true)
	if night > 0.4:
		draw_circle(orb + Vector2(-8, 6), 5, Palette.PLASTER, true, -1.0, true)
		draw_circle(orb + Vector2(9, -8), 3.4, Palette.PLASTER, true, -1.0, true)
	for i: int in 4:
		var at: Vector2 = [Vector2(232, 48), Vector2(905, 62), Vector2(1216, 88), Vector2(1060, 40)][i]
		_cloud(at, [0.7, 1.1, 0.8, 0.55][i] as float, Palette.PAPER.lerp(Palette.NIGHT.lerp(Palette.MIST, 0.3), night))
	var hill := Palette.SAGE.lerp(Palette.MIST, 0.5).lerp(Palette.NIGHT, night * 0.8)
	Brush.blob(
		self,
		PackedVector2Array(
			[
				Vector2(-60, 720),
				Vector2(-60, 250),
				Vector2(60, 208),
				Vector2(220, 252),
				Vector2(700, 262),
				Vector2(900, 196),
				Vector2(1080, 226),
				Vector2(1220, 190),
				Vector2(1360, 240),
				Vector2(1360, 720)
			]
		),
		hill,
		8
	)
	var near := Palette.SAGE.lerp(Palette.NIGHT, night * 0.7)
	Brush.blob(
		self,
		PackedVector2Array(
			[
				Vector2(-60, 740),
				Vector2(-60, 420),
				Vector2(40, 400),
				Vector2(640, 470),
				Vector2(1240, 380),
				Vector2(1360, 420),
				Vector2(1360, 740)
			]
		),
		near,
		8
	)
	draw_rect(Rect2(-400, 694, 2080, 400), Palette.MOSS.lerp(Palette.NIGHT, night * 0.65))
	draw_rect(Rect2(-400, 694, 2080, 5), Palette.SAGE.lerp(Palette.NIGHT, night * 0.6))
	for x: float in [14.0, 1266.0]:
		_tree(Vector2(x, 696))


func _cloud(at: Vector2, size: float, color: Color) -> void:
	Brush.blob(
		self,
		PackedVector2Array(
			[
				at + Vector2(-56, 12) * size,
				at + Vector2(-46, -6) * size,
				at + Vector2(-24, -8) * size,
				at + Vector2(-8, -26) * size,
				at + Vector2(20, -20) * size,
				at + Vector2(30, -6) * size,
				at + Vector2(52, -4) * size,
				at + Vector2(58, 12) * size
			]
		),
		Color(color, 1.0)
	)


func _tree(at: Vector2) -> void:
	Brush.box(
		self,
		Rect2(at + Vector2(-5, -120), Vector2(10, 124)),
		Palette.WALNUT.lerp(Palette.NIGHT.darkened(0.3), night * 0.75),
		4
	)
	for i: int in 4:
		var c := at + Vector2([-6, 10, -4, 6][i] as float, -110 - i * 46.0)
		draw_circle(
			c + Vector2(4, 4),
			38 - i * 5,
			Palette.MOSS.darkened(0.14).lerp(Palette.NIGHT.darkened(0.3), night * 0.8),
			true,
			-1.0,
			true
		)
		draw_circle(
			c,
			37 - i * 5,
			Palette.MOSS.lightened(0.06 * i).lerp(Palette.NIGHT.darkened(0.2), night * 0.75),
			true,
			-1.0,
			true
		)
