class_name Verdicts
extends LabObject
## Three cards set in the front of the court's bench, one under each reviewer: still to come (–), being read (dots),
## accept (tick) or reject (cross), with the score of ten.


func read(state: Dictionary) -> Dictionary:
	return VerdictsData.of(state)


func area() -> Rect2:
	return Rect2(-118, -51, 236, 52)


func pick() -> Pick:
	return Pick.create("reviews")


func _draw() -> void:
	var cards := Fields.objects(data, "cards")
	for i: int in cards.size():
		_card(Rect2(-103 + i * 70.0, -38, 66, 33), Fields.text(cards[i], "kind"), Fields.text(cards[i], "score"))


func _card(rect: Rect2, kind: String, score: String) -> void:
	var tone: Color = {"accept": Palette.good(), "reject": Palette.bad()}.get(kind, Palette.PLASTER.darkened(0.1))
	Brush.box(self, rect, Palette.PAPER, 5, 4)
	Brush.box(self, Rect2(rect.position + Vector2(3, 3), Vector2(25, 27)), tone, 4)
	var c := rect.position + Vector2(15.5, 16.5)
	match kind:
		"accept":
			Brush.stroke(
				self,
				PackedVector2Array([c + Vector2(-8, 0), c + Vector2(-2, 6), c + Vector2(8, -7)]),
				Palette.PAPER,
				4.0
			)
		"reject":
			for s: float in [-1.0, 1.0]:
				Brush.rule(self, c + Vector2(-6.5, -6.5 * s), c + Vector2(6.5, 6.5 * s), Palette.PAPER, 4.0)
		_:
			for k: int in 3 if Fields.flag(data, "waiting") else 0:
				Brush.dot(self, c + Vector2(-7 + 7 * k, 0), 2.3, Palette.PAPER)
	Brush.label(
		self,
		Palette.bold,
		rect.position + Vector2(29, 23),
		score if kind else "–",
		17,
		Palette.INK,
		36,
		HORIZONTAL_ALIGNMENT_CENTER
	)
