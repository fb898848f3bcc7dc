class_name Console
extends LabObject
## The small table on the landing; the finished report lies there, bound, with a ribbon.


func read(state: Dictionary) -> Dictionary:
	return DesksData.report(state)


func area() -> Rect2:
	return Rect2(-44, -50, 88, 52)


func pick() -> Pick:
	return Pick.create("report", "", Fields.whole(data, "seq"))


func _draw() -> void:
	Brush.spot(self, Vector2(3, 1), Vector2(48, 7), Color(Palette.INK, 0.42))
	for x: float in [-34.0, 28.0]:
		Brush.block(self, Rect2(x, -28, 6, 29), Palette.WALNUT, 2, 0)
	Brush.block(self, Rect2(-42, -33, 84, 7), Palette.OAK.lightened(0.06), 3, 4)
	if not Fields.flag(data, "lies"):
		Brush.oval(self, Vector2(18, -36), Vector2(13, 4), Palette.MIST.darkened(0.1))
		for x: float in [12.0, 18.0, 24.0]:
			Brush.dot(self, Vector2(x, -39), 4, Palette.BRICK.lightened(0.1))
		return
	Brush.spot(self, Vector2(0, -40), Vector2(48, 30), Color(Palette.best(), 0.75))
	Brush.box(self, Rect2(-25, -41, 50, 8), Palette.PAPER, 1.5)
	Brush.box(self, Rect2(-27, -46, 54, 6), Palette.BRICK, 2)
	Brush.box(self, Rect2(-27, -36, 54, 4), Palette.BRICK.darkened(0.15), 2)
	Brush.box(self, Rect2(-4, -46, 7, 14), Palette.HONEY, 1)
