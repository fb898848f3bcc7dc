class_name Verdicts
extends Node2D
## Three cards set in the front of the court's bench, one under each reviewer: waiting (…), accept (tick, moss) or reject (cross, brick), with the score.

## "" while the reviewer still reads, else "accept" or "reject"; and the score out of ten
var cards: Array[Array] = [["", 0], ["", 0], ["", 0]]:
	set = set_cards


func set_cards(value: Array[Array]) -> void:
	cards = value
	queue_redraw()


func _draw() -> void:
	for i: int in cards.size():
		var kind := str(cards[i][0])
		var tone: Color = {"accept": Palette.MOSS, "reject": Palette.BRICK}.get(kind, Palette.PLASTER.darkened(0.1))
		var rect := Rect2(-101 + i * 70.0, -37, 62, 32)
		Brush.box(self, rect, Palette.PAPER, 5, 4)
		Brush.box(self, Rect2(rect.position + Vector2(3, 3), Vector2(27, 26)), tone, 4)
		var c := rect.position + Vector2(16.5, 16)
		if kind == "accept":
			draw_polyline(
				PackedVector2Array([c + Vector2(-8, 0), c + Vector2(-2, 6), c + Vector2(8, -7)]),
				Palette.PAPER,
				4.0,
				true
			)
		elif kind == "reject":
			for s: float in [-1.0, 1.0]:
				draw_line(c + Vector2(-6.5, -6.5 * s), c + Vector2(6.5, 6.5 * s), Palette.PAPER, 4.0, true)
		else:
			for k: int in 3:
				draw_circle(c + Vector2(-7 + 7 * k, 0), 2.3, Palette.PAPER, true, -1.0, true)
		Brush.label(
			self,
			Palette.bold,
			rect.position + Vector2(31, 19 if kind else 21),
			str(cards[i][1]) if kind else "–",
			17,
			Palette.INK,
			29,
			HORIZONTAL_ALIGNMENT_CENTER
		)
		if kind:
			Brush.label(
				self,
				Palette.regular,
				rect.position + Vector2(31, 28),
				"of 10",
				9,
				Color(Palette.INK, 0.7),
				29,
				HORIZONTAL_ALIGNMENT_CENTER
			)
