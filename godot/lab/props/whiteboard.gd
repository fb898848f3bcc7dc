class_name Whiteboard
extends LabObject
## The plan in handwriting: its first parts whole, and how many more it has. A new plan is written part by part.

const SIZE := Vector2(206, 154)
## Print and pitch of the rows: the first in which the first two parts have room.
const HANDS: Array[Array] = [[19, 20.0], [17, 17.5], [16, 15.4]]
const WHOLE := 2
## Of a row of handwriting, and where rows may stand.
const WIDTH := 174.0
const TOP := 24.0
const FOOT := 148.0
const INDENT := 24.0
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
	Brush.label(self, Palette.hand, Vector2(14, 21), Words.of("prop.plan"), 22, Palette.BRICK, 92)
	Brush.rule(self, Vector2(14, 26), Vector2(96, 25), Color(Palette.BRICK, 0.7), 1.6)
	var lines := Fields.objects(data, "lines")
	if lines.is_empty():
		Brush.label(
			self, Palette.hand, Vector2(16, 58), Words.of("prop.no-plan"), 19, Color(Palette.INK, 0.5), SIZE.x - 30
		)
	_write(lines)
	Brush.box(self, Rect2(20, SIZE.y - 1, SIZE.x - 40, 5), Palette.OAK.darkened(0.2), 2)
	for i: int in 3:
		var pen: Color = [Palette.BRICK, Palette.MOSS, Palette.INK][i]
		Brush.box(self, Rect2(34 + i * 18, SIZE.y - 4, 13, 4), pen, 2)


func _write(lines: Array[Dictionary]) -> void:
	var texts := PackedStringArray()
	for line: Dictionary in lines:
		texts.append(Fields.text(line, "text"))
	var laid := laid_out(texts)
	var size := Fields.whole(laid, "size")
	var y := TOP + size
	var written := ceilf(shown * STROKES) / STROKES
	var points: Array = laid["points"]
	for i: int in points.size():
		var rows: PackedStringArray = points[i]
		var left := ceili(clampf(written - i, 0, 1) * "".join(rows).length())
		if left > 0:
			Brush.dot(self, Vector2(15, y - size * 0.3), 2.8, Palette.BRICK)
		for row: String in rows:
			Brush.label(self, Palette.hand, Vector2(INDENT, y), row.left(left), size, Palette.INK, WIDTH + 6)
			left = maxi(0, left - row.length())
			y += laid["pitch"] as float
	_say_more(texts.size() - points.size())


## How much of the plan is not on the board; of one that a state cuts nobody knows how much.
func _say_more(left: int) -> void:
	var open := Fields.flag(data, "open")
	if left <= 0 and not open:
		return
	var text := Words.of("prop.more.open") if open else Words.of("prop.more", {"n": str(left)})
	var at := Vector2(102, 21)
	var ink := Color(Palette.INK, 0.65)
	Brush.label(self, Palette.hand, at, text, 17, ink, SIZE.x - 116, HORIZONTAL_ALIGNMENT_RIGHT)


## The parts that have room, each in rows cut between words: {size, pitch, points}. The print shrinks for the first two;
## where even then they have none, the last ends in an ellipsis.
static func laid_out(texts: PackedStringArray) -> Dictionary:
	var found: Dictionary = {}
	for hand: Array in HANDS:
		var size: int = hand[0]
		var pitch: float = hand[1]
		var room := floori((FOOT - TOP - size) / pitch) + 1
		var points: Array[PackedStringArray] = []
		for text: String in texts:
			var rows := _rows(text, size)
			if rows.size() > room and points.size() >= WHOLE:
				break
			if rows.size() > room:
				rows = _shortened(rows, room, size)
			room -= rows.size()
			if rows:
				points.append(rows)
		found = {"size": size, "pitch": pitch, "points": points}
		if _are_whole(points, texts):
			break
	return found


static func _are_whole(points: Array[PackedStringArray], texts: PackedStringArray) -> bool:
	for i: int in mini(WHOLE, texts.size()):
		if i >= points.size() or " ".join(points[i]) != texts[i]:
			return false
	return true


static func _rows(text: String, size: int) -> PackedStringArray:
	var rows: PackedStringArray = []
	for word: String in text.split(" ", false):
		var longer := rows[-1] + " " + word if rows else word
		if rows and _wide(longer, size) <= WIDTH:
			rows[-1] = longer
		else:
			rows.append(word)
	return rows


## So many rows, the last with an ellipsis after a whole word.
static func _shortened(rows: PackedStringArray, room: int, size: int) -> PackedStringArray:
	var kept := rows.slice(0, maxi(0, room))
	if kept.is_empty():
		return kept
	var last := kept[-1]
	while last.contains(" ") and _wide(last + "…", size) > WIDTH:
		last = last.left(last.rfind(" "))
	kept[-1] = last.rstrip(" ,;:.") + "…"
	return kept


static func _wide(text: String, size: int) -> float:
	return Palette.hand.get_string_size(text, HORIZONTAL_ALIGNMENT_LEFT, -1, size).x
