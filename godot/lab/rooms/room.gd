class_name Room
extends Node2D
## The empty box of one room, seen from the front: back wall, side walls, ceiling, planks, skirting, contact shade.

var size: Vector2
var wall: Color
var gable: bool = false
var doors: Array[bool] = [false, false]


static func create(rect: Rect2, a_wall: Color, left_door: bool, right_door: bool, a_gable: bool = false) -> Room:
	var room := Room.new()
	room.position = rect.position
	room.size = rect.size
	room.wall = a_wall
	room.doors = [left_door, right_door]
	room.gable = a_gable
	return room


func _draw() -> void:
	var w := size.x
	var h := size.y
	var d := Palette.ROOM_DEPTH
	var e := Palette.ROOM_INSET
	var base := h - d
	if gable:
		var eave := h - 62.0
		var back := PackedVector2Array(
			[Vector2(e, base), Vector2(e, eave - 2), Vector2(w / 2, 10), Vector2(w - e, eave - 2), Vector2(w - e, base)]
		)
		Brush.poly(
			self,
			PackedVector2Array([Vector2(0, h), Vector2(0, eave), Vector2(w / 2, 0), Vector2(w, eave), Vector2(w, h)]),
			wall.darkened(0.3)
		)
		draw_polygon(
			back, PackedColorArray([wall, wall.darkened(0.08), wall.darkened(0.12), wall, wall.lightened(0.06)])
		)
		for i: int in 7:
			var x := 60.0 + i * (w - 120.0) / 6.0
			var top := 10.0 + absf(x - w / 2) * (eave - 12.0) / (w / 2 - e)
			draw_line(Vector2(x, top), Vector2(x, base), Color(wall.darkened(0.2), 0.35), 1.5)
	else:
		Brush.fade(self, Rect2(0, 0, w, h), wall.darkened(0.3), wall.darkened(0.16))
		draw_polygon(
			PackedVector2Array([Vector2(w, 0), Vector2(w - e, 8), Vector2(w - e, base), Vector2(w, h)]),
			PackedColorArray([wall.darkened(0.2), wall.darkened(0.1), wall.darkened(0.06), wall.darkened(0.1)])
		)
		Brush.fade(self, Rect2(e, 8, w - 2 * e, base - 8), wall.darkened(0.07), wall.lightened(0.05))
		Brush.fade(self, Rect2(e, 8, w - 2 * e, 22), Color(Palette.INK, 0.2), Color(Palette.INK, 0.0))
		Brush.fade(
			self, Rect2(e, base - 52, w - 2 * e, 52), Color(wall.darkened(0.14), 0.6), Color(wall.darkened(0.1), 0.5)
		)
		draw_line(Vector2(e, base - 52), Vector2(w - e, base - 52), wall.lightened(0.3), 2.5)
		draw_polygon(
			PackedVector2Array([Vector2(e, 8), Vector2(e + 26, 8), Vector2(e + 26, base), Vector2(e, base)]),
			PackedColorArray(
				[Color(Palette.INK, 0.2), Color(Palette.INK, 0), Color(Palette.INK, 0), Color(Palette.INK, 0.2)]
			)
		)
	for side: int in 2:
		if doors[side]:
			_doorway(side, base)
	_floor(w, h, base, e)


func _doorway(side: int, base: float) -> void:
	var e := Palette.ROOM_INSET
	var x := [0.0, size.x][side] as float
	var inner := [e - 3.0, size.x - e + 3.0][side] as float
	draw_polygon(
		PackedVector2Array(
			[
				Vector2(x, size.y),
				Vector2(x, size.y - Palette.DOOR_HEIGHT),
				Vector2(inner, base - Palette.DOOR_HEIGHT + 20),
				Vector2(inner, base + 8)
			]
		),
		PackedColorArray([wall.darkened(0.42), wall.darkened(0.5), wall.darkened(0.5), wall.darkened(0.4)])
	)
	Brush.rule(
		self,
		Vector2(x, size.y - Palette.DOOR_HEIGHT),
		Vector2(inner, base - Palette.DOOR_HEIGHT + 20),
		wall.darkened(0.5),
		1.4
	)


func _floor(w: float, h: float, base: float, e: float) -> void:
	var ground := PackedVector2Array([Vector2(e, base), Vector2(w - e, base), Vector2(w, h), Vector2(0, h)])
	draw_polygon(
		ground,
		PackedColorArray(
			[Palette.OAK.darkened(0.2), Palette.OAK.darkened(0.12), Palette.OAK.lightened(0.08), Palette.OAK]
		)
	)
	var planks := 13
	for i: int in range(1, planks):
		var f := float(i) / planks
		Brush.rule(self, Vector2(lerpf(e, w - e, f), base), Vector2(w * f, h), Color(Palette.WALNUT, 0.25), 1.2)
		var y := base + 8 + fmod(i * 17.0, 26.0)
		var k := (y - base) / (h - base)
		var a := lerpf(lerpf(e, w - e, f), w * f, k)
		var g := float(i + 1) / planks
		draw_line(Vector2(a, y), Vector2(lerpf(lerpf(e, w - e, g), w * g, k), y), Color(Palette.WALNUT, 0.22), 1.2)
	Brush.rule(self, Vector2(e, base), Vector2(0, h), wall.darkened(0.3), 1.2)
	Brush.rule(self, Vector2(w - e, base), Vector2(w, h), wall.darkened(0.2), 1.2)
	draw_rect(Rect2(e, base - 5, w - 2 * e, 5), wall.lightened(0.35))
	Brush.fade(self, Rect2(e, base, w - 2 * e, 10), Color(Palette.INK, 0.24), Color(Palette.INK, 0))
