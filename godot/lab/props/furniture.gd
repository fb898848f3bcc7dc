class_name Furniture
extends Node2D
## Things without data: lamp, desk, round table, chair, plant, armchair, court bench, stairs. One kind per node.

enum Kind { LAMP, DESK, TABLE, CHAIR, PLANT, ARMCHAIR, COURT, STAIRS, RUG, BOXES, SERVER, PICTURE, FLOOR_LAMP }

var kind: Kind
var tone: Color


static func create(a_kind: Kind, at: Vector2, a_tone: Color = Palette.CLAY) -> Furniture:
	var thing := Furniture.new()
	thing.kind = a_kind
	thing.position = at
	thing.tone = a_tone
	return thing


func _draw() -> void:
	var drawings: Dictionary[Kind, Callable] = {
		Kind.LAMP: _lamp,
		Kind.DESK: _desk,
		Kind.TABLE: _table,
		Kind.CHAIR: _chair,
		Kind.PLANT: _plant,
		Kind.ARMCHAIR: _armchair,
		Kind.COURT: _court,
		Kind.STAIRS: _stairs,
		Kind.RUG: _rug,
		Kind.BOXES: _boxes,
		Kind.SERVER: _server,
		Kind.FLOOR_LAMP: _floor_lamp,
		Kind.PICTURE: _picture,
	}
	drawings[kind].call()


func _lamp() -> void:
	Brush.rule(self, Vector2(0, -36), Vector2(0, -10), Palette.INK, 1.6)
	Brush.blob(
		self,
		PackedVector2Array(
			[Vector2(-17, 6), Vector2(-14, -5), Vector2(-4, -12), Vector2(4, -12), Vector2(14, -5), Vector2(17, 6)]
		),
		tone
	)
	Brush.blob(
		self, PackedVector2Array([Vector2(5, 6), Vector2(5, -11), Vector2(14, -5), Vector2(17, 6)]), tone.darkened(0.15)
	)
	Brush.oval(self, Vector2(0, 6), Vector2(17, 3.5), tone.darkened(0.35))
	Brush.oval(self, Vector2(0, 6.5), Vector2(9, 2.4), Palette.PAPER)


func _desk() -> void:
	Brush.spot(self, Vector2(4, 2), Vector2(60, 9), Color(Palette.INK, 0.4))
	for x: float in [-46.0, 38.0]:
		Brush.block(self, Rect2(x, -32, 8, 34), Palette.WALNUT, 2, 0)
	Brush.box(self, Rect2(-44, -32, 88, 22), Palette.OAK.darkened(0.28), 2)
	Brush.block(self, Rect2(-52, -38, 104, 8), Palette.OAK.lightened(0.06), 4, 4)
	Brush.box(self, Rect2(27, -49, 10, 11), tone, 3)
	Brush.arc(self, Vector2(38, -44), 3.2, -1.4, 1.4, tone, 2.0)


func _table() -> void:
	Brush.spot(self, Vector2(5, 2), Vector2(88, 13), Color(Palette.INK, 0.42))
	Brush.blob(
		self,
		PackedVector2Array(
			[Vector2(-9, -30), Vector2(9, -30), Vector2(10, -8), Vector2(28, 2), Vector2(-28, 2), Vector2(-10, -8)]
		),
		Palette.WALNUT,
		4
	)
	Brush.oval(self, Vector2(0, -30), Vector2(78, 13), Palette.OAK.darkened(0.28))
	Brush.oval(self, Vector2(0, -34), Vector2(78, 13), Palette.OAK.lightened(0.08))
	Brush.oval(self, Vector2(-12, -36), Vector2(52, 7.5), Palette.OAK.lightened(0.16))
	Brush.poly(
		self,
		PackedVector2Array([Vector2(-34, -39), Vector2(-12, -40), Vector2(-16, -32), Vector2(-40, -31)]),
		Palette.PAPER
	)
	Brush.poly(
		self,
		PackedVector2Array([Vector2(16, -38), Vector2(36, -36), Vector2(34, -29), Vector2(12, -31)]),
		Palette.PAPER.darkened(0.06)
	)
	Brush.box(self, Rect2(-2, -46, 9, 11), tone, 3)


func _chair() -> void:
	Brush.spot(self, Vector2(2, 1), Vector2(20, 5), Color(Palette.INK, 0.4))
	for x: float in [-11.0, 8.0]:
		Brush.box(self, Rect2(x, -22, 4, 23), Palette.WALNUT, 2)
	Brush.block(self, Rect2(-15, -58, 30, 30), tone, 9, 3)
	Brush.block(self, Rect2(-16, -29, 32, 10), tone.darkened(0.12), 5, 0)


func _plant() -> void:
	for i: int in 7:
		var a := -PI / 2 + (i - 3) * 0.36
		var tip := Vector2(0, -20) + Vector2.from_angle(a) * (34.0 + (i * 5) % 9)
		var side := Vector2.from_angle(a).orthogonal() * 6.5
		Brush.blob(
			self,
			PackedVector2Array(
				[Vector2(0, -18), Vector2(0, -20).lerp(tip, 0.55) + side, tip, Vector2(0, -20).lerp(tip, 0.55) - side]
			),
			Palette.MOSS.lightened(0.14 * (i % 3)),
			4
		)
	Brush.poly(self, PackedVector2Array([Vector2(-13, -22), Vector2(13, -22), Vector2(9, 1), Vector2(-9, 1)]), tone)
	Brush.poly(
		self, PackedVector2Array([Vector2(4, -22), Vector2(13, -22), Vector2(9, 1), Vector2(4, 1)]), tone.darkened(0.15)
	)
	Brush.box(self, Rect2(-15, -25, 30, 6), tone.lightened(0.1), 3)


func _armchair() -> void:
	Brush.spot(self, Vector2(4, 1), Vector2(44, 8), Color(Palette.INK, 0.42))
	for x: float in [-26.0, 22.0]:
		Brush.box(self, Rect2(x, -8, 5, 9), Palette.WALNUT, 2)
	Brush.block(self, Rect2(-27, -62, 54, 52), tone, 16, 4)
	Brush.block(self, Rect2(-24, -28, 48, 16), tone.lightened(0.1), 7, 0)
	Brush.block(self, Rect2(-36, -38, 17, 33), tone.darkened(0.06), 8, 2)
	Brush.block(self, Rect2(19, -38, 17, 33), tone.darkened(0.06), 8, 2)


func _court() -> void:
	Brush.spot(self, Vector2(4, 2), Vector2(122, 9), Color(Palette.INK, 0.42))
	Brush.block(self, Rect2(-112, -46, 224, 47), Palette.WALNUT, 4, 4)
	for i: int in 3:
		Brush.box(self, Rect2(-104 + i * 70, -40, 68, 38), Palette.WALNUT.darkened(0.25), 6)
	Brush.block(self, Rect2(-118, -51, 236, 9), Palette.OAK, 4, 3)


func _rug() -> void:
	Brush.oval(self, Vector2.ZERO, Vector2(96, 13), tone.darkened(0.14))
	Brush.oval(self, Vector2.ZERO, Vector2(88, 11), tone)
	Brush.oval(self, Vector2.ZERO, Vector2(66, 8), tone.lightened(0.16))


func _boxes() -> void:
	Brush.spot(self, Vector2(6, 1), Vector2(40, 7), Color(Palette.INK, 0.42))
	for box: Rect2 in [Rect2(-30, -30, 36, 30), Rect2(4, -22, 26, 22), Rect2(-24, -54, 28, 24)]:
		Brush.block(self, box, Palette.OAK.lerp(Palette.PLASTER, 0.35), 3, 2)
		Brush.box(
			self, Rect2(box.position + Vector2(box.size.x * 0.38, 0), Vector2(6, box.size.y * 0.4)), Palette.PLASTER, 1
		)


func _server() -> void:
	Brush.spot(self, Vector2(4, 1), Vector2(34, 7), Color(Palette.INK, 0.42))
	Brush.block(self, Rect2(-24, -104, 48, 104), Palette.METAL, 6, 5)
	for i: int in 5:
		Brush.box(self, Rect2(-18, -96 + i * 19, 34, 14), Palette.INK, 3)
		for k: int in 3:
			Brush.rule(
				self,
				Vector2(-3 + k * 5, -92 + i * 19),
				Vector2(-3 + k * 5, -86 + i * 19),
				Palette.MIST.darkened(0.4),
				2.0
			)
		draw_circle(Vector2(-12, -89 + i * 19), 2.2, [Palette.SAGE, Palette.HONEY][i % 2] as Color, true, -1.0, true)


func _floor_lamp() -> void:
	Brush.spot(self, Vector2(2, 0), Vector2(18, 5), Color(Palette.INK, 0.4))
	Brush.rule(self, Vector2(0, 0), Vector2(0, -74), Palette.WALNUT, 3.0)
	Brush.oval(self, Vector2(0, -1), Vector2(11, 3.5), Palette.WALNUT)
	Brush.poly(self, PackedVector2Array([Vector2(-9, -92), Vector2(9, -92), Vector2(17, -70), Vector2(-17, -70)]), tone)
	Brush.poly(
		self,
		PackedVector2Array([Vector2(4, -92), Vector2(9, -92), Vector2(17, -70), Vector2(7, -70)]),
		tone.darkened(0.12)
	)


func _picture() -> void:
	Brush.box(self, Rect2(-20, -26, 40, 52), Palette.WALNUT, 3, 4)
	Brush.box(self, Rect2(-16, -22, 32, 44), Palette.PAPER, 2)
	Brush.oval(self, Vector2(3, -7), Vector2(8, 8), Palette.HONEY)
	Brush.blob(
		self,
		PackedVector2Array(
			[Vector2(-15, 20), Vector2(-13, 4), Vector2(-3, -1), Vector2(6, 9), Vector2(14, 5), Vector2(15, 20)]
		),
		tone,
		4
	)


func _stairs() -> void:
	var rise := 226.0
	for storey: int in 2:
		var y0 := -storey * rise
		Brush.block(self, Rect2(-4, y0 - rise, 8, rise), Palette.WALNUT, 3, 0)
		for front: bool in [false, true]:
			var rail := PackedVector2Array()
			for i: int in 19:
				var a := TAU * i / 18.0 + PI / 2
				var y := y0 - rise * i / 18.0
				if (sin(a) > 0.05) == front:
					var x := cos(a) * 38.0
					var shade := Palette.OAK.lightened(0.1) if front else Palette.OAK.darkened(0.32)
					Brush.box(
						self, Rect2(minf(0, x) - 2, y - 5 + sin(a) * 5, absf(x) + 6, 6), shade, 3, 2.0 if front else 0.0
					)
					Brush.rule(
						self, Vector2(x, y - 4 + sin(a) * 5), Vector2(x, y - 34 + sin(a) * 5), shade.darkened(0.25), 1.6
					)
					rail.append(Vector2(x, y - 34 + sin(a) * 5))
				elif rail.size() > 1:
					Brush.stroke(self, rail, Palette.WALNUT if front else Palette.WALNUT.darkened(0.3), 3.0)
					rail = PackedVector2Array()
			if rail.size() > 1:
				Brush.stroke(self, rail, Palette.WALNUT if front else Palette.WALNUT.darkened(0.3), 3.0)
