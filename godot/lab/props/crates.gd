class_name Crates
extends LabObject
## The data rack: the accepted data set as a labelled crate, and below a box for each program that was tried for it.

const WIDE := 208.0
const CRATE := Rect2(13, -122, WIDE - 26, 60)


func read(state: Dictionary) -> Dictionary:
	return CratesData.of(state)


func area() -> Rect2:
	return Rect2(-3, -134, WIDE + 6, 136)


func exhibits() -> Array[Rect2]:
	var found: Array[Rect2] = [CRATE]
	var boxes := Fields.texts(data, "boxes").size()
	if boxes > 0:
		found.append(Rect2(14, -43, boxes * 30.5, 35))
	return found


func pick() -> Pick:
	return Pick.create("dataset", "", Fields.whole(data, "seq"))


func _draw() -> void:
	for x: float in [0.0, WIDE - 7]:
		Brush.block(self, Rect2(x, -134, 7, 134), Palette.WALNUT, 2, 4)
	var boxes := Fields.texts(data, "boxes")
	for i: int in boxes.size():
		_box(Rect2(14 + i * 30.5, -43, 27, 35), boxes[i])
	_crate(CRATE)
	for y: float in [-8.0, -62.0]:
		Brush.block(self, Rect2(-3, y, WIDE + 6, 7), Palette.OAK, 2, 4)


func _crate(rect: Rect2) -> void:
	var name := Fields.text(data, "name")
	var there := not name.is_empty()
	var wood := Palette.OAK.lightened(0.12) if there else Palette.OAK.lerp(Palette.PLASTER, 0.45)
	Brush.block(self, rect, wood, 5, 3)
	for i: int in 3:
		var y := 14.0 + 16 * i
		draw_line(
			rect.position + Vector2(3, y), rect.position + Vector2(rect.size.x - 6, y), Color(Palette.WALNUT, 0.3), 1.4
		)
	var card := Rect2(rect.position + Vector2(10, 8), Vector2(rect.size.x - 22, 42))
	Brush.box(self, card, Palette.PAPER, 4, 2)
	if not there:
		Brush.label(
			self,
			Palette.regular,
			card.position + Vector2(10, 26),
			Words.of("prop.no-data"),
			Palette.TEXT_LEAST,
			Color(Palette.INK, 0.6),
			card.size.x - 20
		)
		return
	var rows := Fields.text(data, "rows")
	_draw_parts(card)
	if Fields.flag(data, "minded"):
		_draw_minded(card.end - Vector2(14, 29 if rows else 21))
	else:
		_draw_tick(card, rows)
	Brush.label(
		self,
		Palette.bold,
		card.position + Vector2(8, (17 if Fields.list(data, "parts") else 18) if rows else 26),
		name.replace("-", " "),
		15,
		Palette.INK,
		card.size.x - 38
	)
	if rows:
		Brush.label(
			self,
			Palette.regular,
			card.position + Vector2(8, 33 if Fields.list(data, "parts") else 35),
			_fitting(rows, card.size.x - 16),
			Palette.TEXT_LEAST,
			Color(Palette.INK, 0.75),
			card.size.x - 16
		)


## How many rows go to training, validation and test: what the lab keeps to itself is lighter.
func _draw_parts(card: Rect2) -> void:
	var at := card.position + Vector2(8, card.size.y - 3.5)
	var parts := Fields.list(data, "parts")
	for i: int in parts.size():
		var share: float = parts[i]
		var width := share * (card.size.x - 16)
		Brush.rule(self, at, at + Vector2(maxf(1, width - 2), 0), Palette.MOSS if i == 0 else Palette.SAGE, 2.6)
		at.x += width


## There is something that a reader should mind.
func _draw_minded(c: Vector2) -> void:
	var sign := PackedVector2Array([c + Vector2(0, -10), c + Vector2(11, 9), c + Vector2(-11, 9)])
	Brush.poly(self, sign, Palette.HONEY)
	Brush.rule(self, c + Vector2(0, -3), c + Vector2(0, 2.5), Palette.INK, 2.2)
	Brush.dot(self, c + Vector2(0, 6), 1.4, Palette.INK)


func _draw_tick(card: Rect2, rows: String) -> void:
	Brush.box(self, Rect2(card.end - Vector2(24, 39 if rows else 31), Vector2(20, 20)), Palette.good(), 10)
	var c := card.end - Vector2(14, 29 if rows else 21)
	Brush.stroke(
		self, PackedVector2Array([c + Vector2(-5, 0), c + Vector2(-1, 4), c + Vector2(5, -5)]), Palette.PAPER, 2.6
	)


## Both counts, or the first alone where both are too long.
func _fitting(rows: String, width: float) -> String:
	var wide := Palette.regular.get_string_size(rows, HORIZONTAL_ALIGNMENT_LEFT, -1, Palette.TEXT_LEAST).x
	return rows if wide <= width else rows.get_slice(" · ", 0)


## One program that was tried: a tick, a cross, or three dots while it runs.
func _box(rect: Rect2, kind: String) -> void:
	Brush.block(self, rect, Palette.OAK.lerp(Palette.PLASTER, 0.35), 3, 2)
	var c := rect.get_center() + Vector2(-1.5, 2)
	var tone: Color = {"accepted": Palette.good(), "failed": Palette.bad(), "running": Palette.best()}.get(
		kind, Palette.MIST.darkened(0.2)
	)
	Brush.box(self, Rect2(c - Vector2(9, 9), Vector2(18, 18)), tone, 9)
	match kind:
		"failed":
			for s: float in [-1.0, 1.0]:
				Brush.rule(self, c + Vector2(-4, -4 * s), c + Vector2(4, 4 * s), Palette.PAPER, 2.4)
		"running":
			for k: int in 3:
				Brush.dot(self, c + Vector2(-5 + 5 * k, 0), 1.6, Palette.INK)
		_:
			Brush.stroke(
				self,
				PackedVector2Array([c + Vector2(-4, 0), c + Vector2(-1, 3), c + Vector2(4, -4)]),
				Palette.PAPER,
				2.2
			)
