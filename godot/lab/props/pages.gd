class_name Pages
extends LabObject
## The growing paper: a page for each section pegged on a string, with as many lines as are written; the newest is
## lifted out, and the score of the draft hangs at the end.

const PAGE := Vector2(24, 36)
const PITCH := 27.0


func read(state: Dictionary) -> Dictionary:
	return PagesData.of(state)


func area() -> Rect2:
	return Rect2(-4, -8, PITCH * Wire.SECTIONS.size() + 8, PAGE.y + 26)


## The pages that are written, each for itself only together, and the tag with the score.
func exhibits() -> Array[Rect2]:
	var found: Array[Rect2] = []
	var lines := Fields.list(data, "lines")
	for i: int in lines.size():
		if lines[i] as int == 0:
			continue
		var page := Rect2(Vector2(2.0 + i * PITCH, _sag(2.0 + i * PITCH + PAGE.x / 2) - 3), PAGE + Vector2(0, 6))
		if found.is_empty():
			found.append(page)
		found[0] = found[0].merge(page)
	if not Fields.text(data, "score").is_empty():
		found.append(_tag())
	return found


func pick() -> Pick:
	return Pick.create("report", "", Fields.whole(data, "seq"))


func _sag(x: float) -> float:
	return sin(PI * x / (PITCH * Wire.SECTIONS.size())) * 8.0


func _draw() -> void:
	var count := Wire.SECTIONS.size()
	var string := PackedVector2Array()
	for i: int in 17:
		string.append(Vector2(PITCH * count * i / 16.0, _sag(PITCH * count * i / 16.0)))
	Brush.stroke(self, string, Palette.WALNUT, 1.6)
	var lines := Fields.list(data, "lines")
	for i: int in lines.size():
		var x := 2.0 + i * PITCH
		_page(Vector2(x, _sag(x + PAGE.x / 2) + 2), i, lines[i] as int, i == Fields.whole(data, "newest", -1))
	var score := Fields.text(data, "score")
	if score.is_empty():
		return
	var tag := _tag()
	draw_line(Vector2(tag.get_center().x + 14, PAGE.y), tag.get_center() + Vector2(14, 0), Palette.WALNUT, 1.4)
	Brush.box(self, tag, Palette.best(), 10, 3)
	Brush.label(
		self, Palette.bold, tag.position + Vector2(2, 15.5), score, 15, Palette.INK, 40, HORIZONTAL_ALIGNMENT_CENTER
	)


static func _tag() -> Rect2:
	return Rect2(PITCH * Wire.SECTIONS.size() - 44, PAGE.y + 16, 44, 20)


func _page(at: Vector2, i: int, written: int, newest: bool) -> void:
	var peg := Rect2(at.x + PAGE.x / 2 - 2, at.y - 5, 4, 9)
	if written == 0:
		Brush.box(self, peg, Palette.OAK, 1.5)
		return
	if newest:
		Brush.spot(self, at + PAGE * 0.5, Vector2(30, 34), Color(Palette.best(), 0.8))
	Brush.box(self, Rect2(at, PAGE), Palette.PAPER.lightened(0.35), 2, 4)
	for k: int in written:
		var top := at.y + 8 + k * 3.7
		var head := k == 0
		draw_line(
			Vector2(at.x + 4, top),
			Vector2(at.x + PAGE.x - 4 - (7 if (k + i) % 4 == 3 else 0), top),
			Color(Palette.INK, 0.8 if head else 0.42),
			2.2 if head else 1.4
		)
	Brush.box(self, peg, Palette.best() if newest else Palette.CLAY, 1.5)
