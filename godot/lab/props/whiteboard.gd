class_name Whiteboard
extends LabObject
## The plan in handwriting: a line for each of its parts. A new plan is written line by line.

const SIZE := Vector2(206, 146)
const PITCH := 21.0
const LETTERS := 19
## Of a row of handwriting.
const WIDTH := 166.0
## Seconds in which a line is written; strokes that it takes.
const LINE_TIME := 0.5
const STROKES := 4.0

## Lines written so far.
var shown: float = 0.0:
	set = set_shown
var _hand: Tween


func read(state: Dictionary) -> Dictionary:
	return WhiteboardData.of(state)


func area() -> Rect2:
	return Rect2(Vector2.ZERO, SIZE)


func pick() -> Pick:
	return Pick.create("plan", "", Fields.whole(data, "seq"))


func set_shown(value: float) -> void:
	if ceilf(value * STROKES) != ceilf(shown * STROKES):
		queue_redraw()
	shown = value


func _shift(before: Dictionary, animate: bool) -> void:
	if _hand:
		_hand.kill()
	var lines := Fields.list(data, "lines").size()
	if not animate or Fields.whole(before, "seq") == Fields.whole(data, "seq"):
		shown = lines
		return
	shown = 0.0
	_hand = create_tween()
	_hand.tween_property(self, "shown", float(lines), LINE_TIME * lines)


func _draw() -> void:
	var white := Palette.PAPER.lightened(0.5)
	Brush.box(self, Rect2(Vector2.ZERO, SIZE), Palette.OAK, 6, 7)
	Brush.box(self, Rect2(Vector2(4, 4), SIZE - Vector2(8, 8)), white, 4)
	Brush.poly(
		self,
		PackedVector2Array(
			[
				Vector2(SIZE.x * 0.6, 5),
				Vector2(SIZE.x * 0.8, 5),
				Vector2(SIZE.x * 0.5, SIZE.y - 5),
				Vector2(SIZE.x * 0.3, SIZE.y - 5)
			]
		),
		Color(1, 1, 1, 0.4)
	)
	Brush.label(self, Palette.hand, Vector2(14, 25), Words.of("prop.plan"), 23, Palette.BRICK, SIZE.x - 28)
	Brush.rule(self, Vector2(14, 30), Vector2(96, 29), Color(Palette.BRICK, 0.7), 1.6)
	var lines := Fields.objects(data, "lines")
	if lines.is_empty():
		Brush.label(
			self, Palette.hand, Vector2(16, 58), Words.of("prop.no-plan"), LETTERS, Color(Palette.INK, 0.5), SIZE.x - 30
		)
	var written := ceilf(shown * STROKES) / STROKES
	var y := 49.0
	for i: int in mini(lines.size(), ceili(written)):
		var rows := (WhiteboardData.LINES + lines.size() - 1 - i) / lines.size()
		_line(lines[i], y, clampf(written - i, 0, 1), rows)
		y += rows * PITCH
	Brush.box(self, Rect2(20, SIZE.y - 1, SIZE.x - 40, 5), Palette.OAK.darkened(0.2), 2)
	for i: int in 3:
		var pen: Color = [Palette.BRICK, Palette.MOSS, Palette.INK][i]
		Brush.box(self, Rect2(34 + i * 18, SIZE.y - 4, 13, 4), pen, 2)


## One part in up to `rows` rows of handwriting.
func _line(line: Dictionary, y: float, part: float, rows: int) -> void:
	Brush.dot(self, Vector2(19, y - 6), 3.0, Palette.BRICK)
	var text := Fields.text(line, "text")
	text = text.left(ceili(part * text.length()))
	for row: int in rows:
		var here := Brush.cut(Palette.hand, text, LETTERS, WIDTH) if row == rows - 1 else _fitting(text)
		Brush.label(self, Palette.hand, Vector2(31, y + row * PITCH), here, LETTERS, Palette.INK, WIDTH)
		text = text.substr(here.length()).strip_edges()


## As many words from the beginning as one row takes.
func _fitting(text: String) -> String:
	var end := text.length()
	while end > 0 and Palette.hand.get_string_size(text.left(end), HORIZONTAL_ALIGNMENT_LEFT, -1, LETTERS).x > WIDTH:
		end = text.rfind(" ", end - 1)
	return text.left(end) if end > 0 else text
