class_name Gauges
extends LabObject
## Brass dials on the landing: what was spent. Where there is a limit the dial fills towards it and turns red near it;
## where there is none the dial has no scale and only the figure speaks. The words `gauge.*` name what was spent
## ("tokens"), never what is left.

const BOARD := Rect2(-8, -6, 104, 130)
const PITCH := 42.0
## From this share of the limit on it is red.
const NEAR := 0.8


func read(state: Dictionary) -> Dictionary:
	return GaugesData.of(state)


func area() -> Rect2:
	return BOARD


func pick() -> Pick:
	return Pick.create("budget")


func _draw() -> void:
	Brush.block(self, BOARD, Palette.WALNUT, 7, 5)
	var rows := Fields.objects(data, "rows")
	for i: int in rows.size():
		var c := Vector2(12, 17 + i * PITCH)
		_dial(c, Fields.number(rows[i], "share"))
		var name := Words.of("gauge." + Fields.text(rows[i], "name"))
		var limit := Fields.text(rows[i], "limit")
		Brush.label(self, Palette.bold, Vector2(32, c.y + 0), Fields.text(rows[i], "text"), 16, Palette.PAPER, 60)
		Brush.label(
			self,
			Palette.regular,
			Vector2(32, c.y + 15),
			name if limit.is_empty() else Words.of("gauge.of", {"limit": limit}),
			Palette.TEXT_LEAST,
			Color(Palette.PAPER, 0.8),
			62
		)


func _dial(c: Vector2, share: float) -> void:
	Brush.dot(self, c, 15, Palette.HONEY.darkened(0.25))
	Brush.dot(self, c, 12.5, Palette.PAPER)
	if share < 0.0:
		for i: int in 8:
			Brush.dot(self, c + Vector2.from_angle(PI * (0.75 + 1.5 * i / 7.0)) * 8.6, 1.2, Palette.OAK)
		Brush.dot(self, c, 3.2, Palette.OAK)
		return
	Brush.arc(self, c, 9.0, PI * 0.75, PI * 2.25, Palette.PLASTER.darkened(0.08), 3.6)
	var tone := Palette.good() if share < NEAR else Palette.bad()
	if share > 0.01:
		Brush.arc(self, c, 9.0, PI * 0.75, PI * (0.75 + 1.5 * share), tone, 3.6)
	Brush.rule(self, c, c + Vector2.from_angle(PI * (0.75 + 1.5 * share)) * 8.5, Palette.INK, 2.0)
	Brush.dot(self, c, 2.2, Palette.INK)
