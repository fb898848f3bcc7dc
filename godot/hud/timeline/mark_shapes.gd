class_name MarkShapes
extends RefCounted
## A shape and a colour for each kind of mark on the timeline: none is told by its colour alone.

## Small steps of the work that are no marks of the state: a dot each.
const DOTS: Array[String] = [
	"paper-add",
	"plan-accept",
	"dataset-accept",
	"interpretation-accept",
	"section-write",
	"report-score",
	"answer-give"
]


static func paint(on: CanvasItem, kind: String, at: Vector2, reach: float) -> void:
	var ink := colour(kind)
	match kind:
		"start":
			Brush.poly(on, _turned(at, reach, 3, 0.0), ink)
		"question":
			Brush.poly(on, _turned(at, reach * 1.15, 4, 0.0), ink)
		"fault":
			for turn: float in [PI / 4, -PI / 4]:
				var arm := Vector2.from_angle(turn) * reach
				on.draw_line(at - arm, at + arm, ink, 2.6, true)
		"best":
			Brush.poly(on, _star(at, reach * 1.25), ink)
		"back":
			Brush.poly(on, _turned(at, reach, 3, PI), ink)
		"review":
			Brush.box(on, Rect2(at - Vector2.ONE * reach * 0.8, Vector2.ONE * reach * 1.6), ink, 1.5)
		"note":
			Brush.poly(on, _turned(at, reach, 3, PI / 2), ink)
		"halt":
			for side: float in [-0.5, 0.5]:
				on.draw_rect(Rect2(at.x + reach * side - 1.3, at.y - reach * 0.8, 2.6, reach * 1.6), ink)
		"end":
			on.draw_rect(Rect2(at.x - reach * 0.7, at.y - reach, 2.0, reach * 2.0), ink)
			on.draw_rect(Rect2(at.x - reach * 0.7, at.y - reach, reach * 1.6, reach * 1.1), ink)
		"dot":
			on.draw_circle(at, reach * 0.42, ink, true, -1.0, true)
		_:
			on.draw_circle(at, reach * 0.7, ink, false, 1.8, true)


static func colour(kind: String) -> Color:
	match kind:
		"question", "best":
			return Palette.best().darkened(0.22)
		"fault", "back":
			return Palette.bad()
		"review", "end":
			return Palette.good()
	return Color(Palette.INK, 0.55) if kind == "dot" else Palette.INK


static func _turned(at: Vector2, reach: float, corners: int, turn: float) -> PackedVector2Array:
	var points := PackedVector2Array()
	for i: int in corners:
		points.append(at + Vector2.from_angle(turn + TAU * i / corners) * reach)
	return points


static func _star(at: Vector2, reach: float) -> PackedVector2Array:
	var points := PackedVector2Array()
	for i: int in 10:
		points.append(at + Vector2.from_angle(-PI / 2 + TAU * i / 10) * reach * (1.0 if i % 2 == 0 else 0.48))
	return points
