class_name House
extends Node2D
## The section plane, in front of everybody: slabs, cut walls, roofs and the terrace. Night only tints it (modulate).

const CUT := Palette.PAPER


func _draw() -> void:
	var w := Palette.WALL
	var s := Palette.SLAB
	_terrace()
	for floor_y: float in [238.0, 464.0, 690.0]:
		var left := 40.0
		Brush.box(self, Rect2(left, floor_y, 1200, s), CUT, 3)
		Brush.fade(self, Rect2(left + 2, floor_y + s - 4, 1196, 4), Color(Palette.INK, 0.0), Color(Palette.INK, 0.14))
	for x: float in [40.0, 1228.0]:
		Brush.box(self, Rect2(x, 238, w, 470), CUT, 3)
	for x: float in [392.0, 594.0, 912.0]:
		for top: float in [252.0, 478.0]:
			Brush.box(self, Rect2(x, top, w, 226 - s - Palette.DOOR_HEIGHT + 2), CUT, 5)
			Brush.fade(self, Rect2(x + w - 3, top + 4, 3, 78), Color(Palette.INK, 0.12), Color(Palette.INK, 0.12))
	_roof(Vector2(191, 178), Vector2(499, 42), Vector2(807, 178))


static func _string() -> PackedVector2Array:
	var line := PackedVector2Array()
	for i: int in 25:
		line.append(Vector2(lerpf(800, 1224, i / 24.0), lerpf(158, 124, i / 24.0) + sin(PI * i / 24.0) * 34.0))
	return line


static func bulbs() -> PackedVector2Array:
	var out := PackedVector2Array()
	for i: int in range(2, 24, 2):
		out.append(_string()[i] + Vector2(0, 6))
	return out


func _roof(left: Vector2, top: Vector2, right: Vector2) -> void:
	var t := 15.0
	var out := Vector2(30, 13.2)
	for side: int in 2:
		var foot := left if side == 0 else right
		var x := foot.x - 12.0 if side == 0 else foot.x
		Brush.box(self, Rect2(x, foot.y - 4, 12, 64), CUT, 2)
	var under := PackedVector2Array(
		[
			left + Vector2(-out.x, out.y),
			top,
			right + out,
			right + out - Vector2(0, t),
			top - Vector2(0, t + 1),
			left + Vector2(-out.x, out.y - t)
		]
	)
	Brush.poly(self, under, CUT)
	var tiles := Palette.BRICK
	Brush.poly(
		self,
		PackedVector2Array(
			[
				left + Vector2(-out.x - 4, out.y - t + 2),
				top - Vector2(0, t - 1),
				right + Vector2(out.x + 4, out.y - t + 2),
				right + Vector2(out.x + 2, out.y - t - 9),
				top - Vector2(0, t + 12),
				left + Vector2(-out.x - 2, out.y - t - 9)
			]
		),
		tiles
	)
	Brush.poly(
		self,
		PackedVector2Array(
			[
				top - Vector2(0, t - 1),
				right + Vector2(out.x + 4, out.y - t + 2),
				right + Vector2(out.x + 2, out.y - t - 9),
				top - Vector2(0, t + 12)
			]
		),
		tiles.darkened(0.15)
	)
	for i: int in 22:
		var f := (i + 0.5) / 22.0
		for side: int in 2:
			var a := top.lerp(left + Vector2(-out.x, out.y), f) if side == 0 else top.lerp(right + out, f)
			Brush.rule(self, a + Vector2(0, -t), a + Vector2(0, -t - 10), Color(Palette.WALNUT, 0.35), 1.4)
	Brush.block(self, Rect2(640, 42, 34, 52), Palette.CLAY, 3, 0)
	Brush.box(self, Rect2(635, 37, 44, 9), CUT, 3)


func _terrace() -> void:
	for span: Vector2 in [Vector2(40, 166), Vector2(820, 1240)]:
		for i: int in int((span.y - span.x) / 14.0):
			Brush.box(self, Rect2(span.x + 5 + i * 14, 208, 3, 30), Palette.WALNUT, 1)
		Brush.box(self, Rect2(span.x, 204, span.y - span.x, 6), Palette.OAK, 3)
	Brush.box(self, Rect2(1222, 118, 5, 120), Palette.WALNUT, 2)
	Brush.stroke(self, _string(), Palette.INK, 1.3)
	for at: Vector2 in bulbs():
		draw_circle(at, 4.2, Palette.HONEY, true, -1.0, true)
