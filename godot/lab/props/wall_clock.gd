class_name WallClock
extends LabObject
## The stopwatch over the front door: the time that the run has been at work, its minutes as a red hand with what it
## has swept, its hours on the small dial.

const MINUTES := 60.0
const HOURS := 12.0


func read(state: Dictionary) -> Dictionary:
	return {"minutes": floori(Fields.number(Fields.object(state, "spent"), "seconds") / 60.0)}


func area() -> Rect2:
	return Rect2(-18, -18, 36, 36)


func pick() -> Pick:
	return Pick.create("budget")


func _draw() -> void:
	Brush.dot(self, Vector2(1.5, 2.5), 16.5, Color(Palette.INK, 0.25))
	face(self, Vector2.ZERO, Fields.whole(data, "minutes"))


## Its picture: crown and button tell it from a clock of the hour.
static func face(on: CanvasItem, at: Vector2, minutes: float) -> void:
	Brush.box(on, Rect2(at + Vector2(-2.5, -20), Vector2(5, 5)), Palette.METAL, 1)
	Brush.box(on, Rect2(at + Vector2(-5.5, -24.5), Vector2(11, 5)), Palette.METAL, 2)
	var aside := Vector2.from_angle(-PI / 4)
	Brush.rule(on, at + aside * 14.0, at + aside * 20.0, Palette.METAL, 4.0)
	Brush.dot(on, at, 16, Palette.METAL)
	Brush.dot(on, at, 13.4, Palette.PAPER)
	var part := fmod(minutes, MINUTES) / MINUTES
	var swept := PackedVector2Array([at])
	for i: int in 25:
		swept.append(at + _toward(part * i / 24.0) * 12.6)
	if part > 0.01:
		Brush.poly(on, swept, Color(Palette.BRICK, 0.3))
	for i: int in 12:
		var long := i % 3 == 0
		var out := _toward(i / 12.0)
		Brush.rule(on, at + out * (9.4 if long else 11.0), at + out * 12.8, Palette.INK, 1.8 if long else 1.0)
	Brush.dot(on, at + Vector2(0, 5.6), 3.6, Palette.PLASTER.darkened(0.12))
	var hours := fmod(minutes / MINUTES, HOURS) / HOURS
	Brush.rule(on, at + Vector2(0, 5.6), at + Vector2(0, 5.6) + _toward(hours) * 3.2, Palette.INK, 1.2)
	Brush.rule(on, at - _toward(part) * 3.0, at + _toward(part) * 11.0, Palette.BRICK, 2.0)
	Brush.dot(on, at, 2.0, Palette.INK)


## A part of the whole round from the top.
static func _toward(part: float) -> Vector2:
	return Vector2.from_angle(TAU * part - PI / 2)
