class_name WallClock
extends LabObject
## The clock over the front door: the time that the run has been at work, hours and minutes from twelve on.


func read(state: Dictionary) -> Dictionary:
	return {"minutes": floori(Fields.number(Fields.object(state, "spent"), "seconds") / 60.0)}


func area() -> Rect2:
	return Rect2(-18, -18, 36, 36)


func pick() -> Pick:
	return Pick.create("budget")


func _draw() -> void:
	Brush.dot(self, Vector2(1.5, 2.5), 16.5, Color(Palette.INK, 0.25))
	Brush.dot(self, Vector2.ZERO, 16, Palette.WALNUT)
	Brush.dot(self, Vector2.ZERO, 13, Palette.PAPER)
	for i: int in 12:
		var out := Vector2.from_angle(TAU * i / 12.0)
		draw_line(out * (9.6 if i % 3 == 0 else 10.8), out * 12.0, Palette.INK, 1.4)
	var minutes := Fields.whole(data, "minutes")
	Brush.rule(self, Vector2.ZERO, Vector2.from_angle(TAU * minutes / 720.0 - PI / 2) * 6.4, Palette.INK, 2.6)
	Brush.rule(self, Vector2.ZERO, Vector2.from_angle(TAU * minutes / 60.0 - PI / 2) * 9.6, Palette.INK, 1.8)
	Brush.dot(self, Vector2.ZERO, 1.8, Palette.BRICK)
