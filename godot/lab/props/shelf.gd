class_name Shelf
extends LabObject
## The stepped bookcase under the roof: one spine per paper, filled from the lowest board upwards. Papers that were
## read stand there pale and slim, those that were added to the review in colour; the newest glows.

const COLUMN := 50.0
const BOARD := 25.0
const HEIGHTS: Array[int] = [2, 3, 4, 5]
## Width of a cell in which spines stand; while the papers are few each takes twice the room.
const CELL := 43.2
const FEW := 42


func read(state: Dictionary) -> Dictionary:
	return ShelfData.of(state)


func area() -> Rect2:
	return Rect2(0, -HEIGHTS[-1] * BOARD - 6, HEIGHTS.size() * COLUMN + 4, HEIGHTS[-1] * BOARD + 8)


func pick() -> Pick:
	return Pick.create("papers")


func part_at(point: Vector2) -> Pick:
	var books := Fields.objects(data, "books")
	for n: int in books.size():
		if _spine(n).grow(1).has_point(point):
			return Pick.create("paper", Fields.text(books[n], "id"), Fields.whole(books[n], "touched"))
	return null


func part_area(pick_of: Pick) -> Rect2:
	var books := Fields.objects(data, "books")
	for n: int in books.size():
		if pick_of.kind == "paper" and Fields.text(books[n], "id") == pick_of.id:
			return _spine(n)
	return Rect2()


## The foot of each board's cells, from the lowest on.
func _cells() -> PackedVector2Array:
	var cells: PackedVector2Array = []
	for row: int in HEIGHTS[-1]:
		for i: int in HEIGHTS.size():
			if row < HEIGHTS[i]:
				cells.append(Vector2(i * COLUMN + 4, -row * BOARD - 4))
	return cells


func _spine(n: int) -> Rect2:
	var per_cell := 3 if Fields.list(data, "books").size() <= FEW else 6
	var cell := _cells()[n / per_cell]
	var pitch := CELL / per_cell
	return Rect2(cell.x + 1.5 + (n % per_cell) * pitch, cell.y - 20, pitch - 0.9, 20)


func _draw() -> void:
	for i: int in HEIGHTS.size():
		var tall := HEIGHTS[i] * BOARD + 4
		Brush.block(self, Rect2(i * COLUMN, -tall, COLUMN + 4, tall), Palette.WALNUT, 3, 6)
	for cell: Vector2 in _cells():
		Brush.fade(
			self,
			Rect2(cell + Vector2(0, 4 - BOARD), Vector2(COLUMN - 4, BOARD - 4)),
			Palette.WALNUT.darkened(0.45),
			Palette.WALNUT.darkened(0.28)
		)
	var books := Fields.objects(data, "books")
	for n: int in mini(books.size(), ShelfData.ROOM):
		var newest := Fields.text(books[n], "id") == Fields.text(data, "newest")
		_book(_spine(n), n, Fields.flag(books[n], "added"), newest)


func _book(spine: Rect2, n: int, added: bool, newest: bool) -> void:
	var tones: Array[Color] = [
		Palette.CLAY, Palette.SAGE, Palette.HONEY.darkened(0.1), Palette.MIST, Palette.BRICK, Palette.MOSS
	]
	var dice := absi(hash(n * 7919))
	var tall := 15.0 + dice % 5 if added else 12.0
	var wide := spine.size.x if added else spine.size.x * 0.55
	var tone := tones[dice / 8 % tones.size()] if added else Palette.PAPER.darkened(0.12)
	if newest:
		Brush.spot(self, spine.get_center(), Vector2(20, 20), Color(Palette.best(), 0.9))
		tone = Palette.best().lightened(0.3)
		tall = 20.0
	var rect := Rect2(spine.position.x, spine.end.y - tall, wide, tall)
	Brush.box(self, rect, tone, 1.5)
	if added:
		for y: float in [4.0, 6.5]:
			draw_line(rect.position + Vector2(1.2, y), rect.position + Vector2(wide - 1.2, y), tone.darkened(0.28), 1.2)
	draw_line(
		Vector2(rect.end.x - 0.6, rect.position.y + 1),
		Vector2(rect.end.x - 0.6, rect.end.y),
		Color(Palette.INK, 0.2),
		1.2
	)
