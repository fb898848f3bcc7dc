class_name Shelf
extends Node2D
## The stepped bookcase under the roof: one spine per paper, filled from the lowest board upwards.

const COLUMN := 50.0
const BOARD := 25.0
const HEIGHTS: Array[int] = [2, 3, 4, 5]

var papers: int = 0:
	set = set_papers


func set_papers(value: int) -> void:
	papers = value
	queue_redraw()


func _draw() -> void:
	var spots: Array[Vector2] = []
	for i: int in HEIGHTS.size():
		var tall := HEIGHTS[i] * BOARD + 4
		Brush.block(self, Rect2(i * COLUMN, -tall, COLUMN + 4, tall), Palette.WALNUT, 3, 6)
	for row: int in 5:
		for i: int in HEIGHTS.size():
			if row >= HEIGHTS[i]:
				continue
			var rect := Rect2(i * COLUMN + 4, -(row + 1) * BOARD, COLUMN - 4, BOARD - 4)
			Brush.fade(self, rect, Palette.WALNUT.darkened(0.45), Palette.WALNUT.darkened(0.28))
			spots.append(Vector2(rect.position.x, rect.end.y))
	var tones: Array[Color] = [
		Palette.PAPER, Palette.CLAY, Palette.SAGE, Palette.PLASTER, Palette.MIST, Palette.HONEY, Palette.MOSS
	]
	for n: int in mini(papers, spots.size() * 6):
		var cell := spots[n / 6]
		var dice := absi(hash(n * 7919))
		var wide := 6.2
		var tall := 14.0 + dice % 6
		var x := cell.x + 1.5 + (n % 6) * 7.2
		var tone := tones[dice / 8 % tones.size()].darkened(0.06)
		if n == papers - 1:
			Brush.spot(self, Vector2(x + 3, cell.y - 9), Vector2(18, 18), Color(Palette.HONEY, 0.8))
			tone = Palette.PAPER
			tall = 20.0
		Brush.box(self, Rect2(x, cell.y - tall, wide, tall), tone, 1.5)
		draw_line(
			Vector2(x + 1.5, cell.y - tall + 4), Vector2(x + wide - 1.5, cell.y - tall + 4), tone.darkened(0.3), 1.4
		)
		draw_line(
			Vector2(x + wide - 0.8, cell.y - tall + 1), Vector2(x + wide - 0.8, cell.y), Color(Palette.INK, 0.22), 1.2
		)
