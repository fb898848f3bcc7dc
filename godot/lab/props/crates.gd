class_name Crates
extends Node2D
## The data rack: one crate per data set, with its name, its row count and how much of it is prepared.

## name, rows, share prepared 0–1
var sets: Array[Array] = []:
	set = set_sets


func set_sets(value: Array[Array]) -> void:
	sets = value
	queue_redraw()


func _draw() -> void:
	var w := 206.0
	for x: float in [0.0, w - 7]:
		Brush.block(self, Rect2(x, -128, 7, 128), Palette.WALNUT, 2, 4)
	for row: int in 2:
		var y := -8.0 - row * 62.0
		for col: int in 2:
			var i := row * 2 + col
			if i < sets.size():
				_crate(Rect2(13 + col * 92, y - 47, 88, 47), str(sets[i][0]), str(sets[i][1]), float(str(sets[i][2])))
		Brush.block(self, Rect2(-3, y, w + 6, 7), Palette.OAK, 2, 4)


func _crate(rect: Rect2, title: String, rows: String, share: float) -> void:
	Brush.block(self, rect, Palette.OAK.lightened(0.12), 5, 3)
	for i: int in 2:
		draw_line(
			rect.position + Vector2(3, 15 + 16 * i),
			rect.position + Vector2(rect.size.x - 6, 15 + 16 * i),
			Color(Palette.WALNUT, 0.35),
			1.4
		)
	var card := Rect2(rect.position + Vector2(7, 6), Vector2(rect.size.x - 16, 25))
	Brush.box(self, card, Palette.PAPER, 3, 2)
	Brush.label(self, Palette.bold, card.position + Vector2(6, 11), title, 11, Palette.INK, card.size.x - 10)
	Brush.label(
		self, Palette.regular, card.position + Vector2(6, 21.5), rows, 10, Color(Palette.INK, 0.75), card.size.x - 10
	)
	var bar := Rect2(rect.position + Vector2(7, 35), Vector2(rect.size.x - 16, 7))
	Brush.box(self, bar, Palette.WALNUT.darkened(0.2), 3.5)
	if share > 0.05:
		Brush.box(
			self,
			Rect2(bar.position + Vector2(1, 1), Vector2((bar.size.x - 2) * share, 5)),
			Palette.SAGE.lightened(0.15) if share >= 1.0 else Palette.HONEY,
			2.5
		)
