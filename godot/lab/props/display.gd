class_name Display
extends LabObject
## The wall display: every score of the attempt as a dot, the best until then as a line, over an axis from foot to
## top. Scores of an earlier attempt are dimmed.

const SIZE := Vector2(228, 112)
const PLOT := Rect2(38, 33, 178, 55)


func read(state: Dictionary) -> Dictionary:
	return DisplayData.of(state)


func area() -> Rect2:
	return Rect2(Vector2.ZERO, SIZE)


func pick() -> Pick:
	return Pick.create("scores", "", Fields.whole(data, "seq"))


func _draw() -> void:
	Brush.box(self, Rect2(Vector2.ZERO, SIZE), Palette.INK.darkened(0.3), 8, 7)
	Brush.box(self, Rect2(Vector2(4, 4), SIZE - Vector2(8, 8)), Palette.SCREEN, 5)
	var best := Fields.list(data, "best")
	var light := Color(Palette.PAPER, 0.8)
	var name := Fields.text(data, "measure")
	var head := Words.of("prop.scores") if name.is_empty() else name
	Brush.label(self, Palette.bold, Vector2(12, 22), head, Palette.TEXT_LEAST, Palette.PAPER, SIZE.x - 84)
	for i: int in 3:
		var y := PLOT.position.y + PLOT.size.y * i / 2.0
		draw_line(Vector2(PLOT.position.x, y), Vector2(PLOT.end.x, y), Color(Palette.MIST, 0.22), 1.2)
	if best.is_empty():
		_text(Vector2(PLOT.position.x, PLOT.get_center().y + 16), Words.of("prop.no-scores"), light, PLOT.size.x)
		return
	var ends := Fields.list(data, "range")
	var low: float = ends[0]
	var high: float = ends[1]
	for row: Array in [[high, PLOT.position.y + 5], [low, PLOT.end.y + 5]]:
		var value: float = row[0]
		var y: float = row[1]
		_text(
			Vector2(9, y), Amounts.short(value) if value >= 0 else "%d" % value, light, 25, HORIZONTAL_ALIGNMENT_RIGHT
		)
	_curve(best, low, high)
	var top: float = best[-1]
	Brush.label(
		self,
		Palette.bold,
		Vector2(SIZE.x - 66, 23),
		Amounts.score(top),
		18,
		Palette.best(),
		54,
		HORIZONTAL_ALIGNMENT_RIGHT
	)
	if Fields.flag(data, "old"):
		Brush.box(self, Rect2(Vector2(4, 4), SIZE - Vector2(8, 8)), Color(Palette.SCREEN, 0.6), 5)
		light = Palette.PAPER
	var attempt := Words.of("prop.attempt", {"n": str(Fields.whole(data, "attempt"))})
	_text(Vector2(PLOT.position.x, SIZE.y - 9), attempt, light, PLOT.size.x)
	_text(
		Vector2(PLOT.position.x, SIZE.y - 9),
		"×%d" % Fields.whole(data, "count"),
		light,
		PLOT.size.x,
		HORIZONTAL_ALIGNMENT_RIGHT
	)


func _curve(best: Array, low: float, high: float) -> void:
	var scores := Fields.list(data, "scores")
	var line := PackedVector2Array()
	var span := maxf(0.001, high - low)
	for i: int in scores.size():
		var x := PLOT.position.x + PLOT.size.x * (i + 0.5) / scores.size()
		var led: float = best[i]
		var score: float = scores[i]
		if i > 0:
			line.append(Vector2(x, line[-1].y))
		line.append(Vector2(x, PLOT.end.y - PLOT.size.y * (led - low) / span))
		Brush.dot(self, Vector2(x, PLOT.end.y - PLOT.size.y * (score - low) / span), 2.4, Palette.MIST)
	line.append(Vector2(PLOT.end.x, line[-1].y))
	for i: int in line.size() - 1:
		if line[i + 1].x > line[i].x:
			Brush.fade(
				self,
				Rect2(line[i], Vector2(line[i + 1].x - line[i].x, PLOT.end.y - line[i].y)),
				Color(Palette.best(), 0.26),
				Color(Palette.best(), 0.06)
			)
	Brush.stroke(self, line, Palette.best(), 2.6)
	Brush.dot(self, line[-1], 4.6, Palette.PAPER)
	Brush.dot(self, line[-1], 3.0, Palette.INK)


func _text(
	at: Vector2, text: String, tone: Color, width: float, align: HorizontalAlignment = HORIZONTAL_ALIGNMENT_LEFT
) -> void:
	Brush.label(self, Palette.regular, at, text, Palette.TEXT_LEAST, tone, width, align)
