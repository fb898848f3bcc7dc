class_name Things
extends RefCounted
## What people carry or use, each told by its shape. The origin is between the hands.

enum Kind { NONE, PAPER, PLAN, CRATE, PROGRAM, CHART, REPORT, CARD, LAPTOP, PEN }

## Where a thing lies against the middle of the hands, and how it is turned.
const HELD: Dictionary[Kind, Array] = {
	Kind.PAPER: [Vector2(3, -5), 0.16],
	Kind.PLAN: [Vector2(1, -3), -0.5],
	Kind.CRATE: [Vector2(2, -4), 0.0],
	Kind.PROGRAM: [Vector2(3, -5), 0.1],
	Kind.CHART: [Vector2(4, -8), 0.06],
	Kind.REPORT: [Vector2(3, -5), 0.12],
	Kind.CARD: [Vector2(3, -7), 0.05],
	Kind.PEN: [Vector2(0, 0), 0.0],
	Kind.LAPTOP: [Vector2.ZERO, 0.0],
}
const DRAW: Dictionary[Kind, String] = {
	Kind.PAPER: "_paper",
	Kind.PLAN: "_plan",
	Kind.CRATE: "_crate",
	Kind.PROGRAM: "_program",
	Kind.CHART: "_chart",
	Kind.REPORT: "_report",
	Kind.CARD: "_card",
	Kind.LAPTOP: "_laptop",
	Kind.PEN: "_pen",
}


## Puts the thing between two hands; pen in the first, laptop before the body.
static func put(clay: Clay, kind: Kind, near: Vector2, far: Vector2, side: float) -> void:
	if kind == Kind.NONE:
		return
	var held: Array = HELD[kind]
	var off: Vector2 = held[0]
	var turn: float = held[1]
	var middle := near if kind == Kind.PEN else (near + far) * 0.5
	if kind == Kind.LAPTOP:
		middle = Vector2(side * 15.0, -34.0 + (near.y + far.y) * 0.04)
	var script: GDScript = Things
	var form := Clay.form("thing%d" % kind, Callable(script, DRAW[kind]))
	clay.put(form, Transform2D(turn * side, Vector2(side, 1), 0.0, middle + off * Vector2(side, 1)))


static func _paper() -> void:
	_page(Rect2(-8, -13, 19, 24), Palette.PAPER.lightened(0.3))
	_lines(Vector2(-5, -9), 5, 13.0)


static func _plan() -> void:
	Brush.box(null, Rect2(-17, -4, 34, 8), Palette.PAPER, 4)
	Brush.box(null, Rect2(-17, 0.5, 34, 3.5), Palette.PLASTER, 2)
	Brush.oval(null, Vector2(17, 0), Vector2(2.4, 4), Palette.PLASTER.darkened(0.12))
	Brush.oval(null, Vector2(17, 0), Vector2(1.1, 2), Palette.PAPER)
	Brush.box(null, Rect2(-3, -4.4, 5, 8.8), Palette.BRICK, 1)


static func _crate() -> void:
	Brush.box(null, Rect2(-13, -13, 28, 22), Palette.OAK.darkened(0.14), 2)
	Brush.box(null, Rect2(-13, -13, 25, 22), Palette.OAK, 2)
	for y: float in [-6.5, 1.0]:
		Brush.box(null, Rect2(-13, y, 28, 1.4), Palette.OAK.darkened(0.25), 0.5)
	Brush.box(null, Rect2(-7, -9, 14, 8), Palette.PAPER, 1.5)
	_lines(Vector2(-5, -7), 2, 9.0)
	Brush.box(null, Rect2(-14, -15, 30, 4), Palette.OAK.lightened(0.1), 1.5)


static func _program() -> void:
	Brush.box(null, Rect2(-9, -11, 20, 20), Palette.INK.lightened(0.12), 2.5)
	Brush.box(null, Rect2(-5, -11, 12, 7), Palette.MIST, 1)
	Brush.box(null, Rect2(2, -10, 3, 5), Palette.INK, 0.6)
	Brush.box(null, Rect2(-6, -1, 14, 10), Palette.PAPER, 1)
	_lines(Vector2(-3.5, 2), 2, 8.0)


static func _chart() -> void:
	_page(Rect2(-12, -13, 28, 22), Palette.PAPER.lightened(0.3))
	Brush.stroke(null, Looks.dots([-8, -9, -8, 5, 12, 5]), Color(Palette.INK, 0.6), 1.3)
	Brush.stroke(null, Looks.dots([-7, 2, -2, 0, 2, -4, 6, -3, 11, -9]), Palette.BRICK, 1.9)
	Brush.dot(null, Vector2(11, -9), 2.0, Palette.HONEY)


static func _report() -> void:
	Brush.box(null, Rect2(-8, -14, 21, 26), Palette.MOSS.darkened(0.25), 2)
	Brush.box(null, Rect2(-6, -13, 18, 24), Palette.PAPER, 1.5)
	Brush.box(null, Rect2(-9, -14, 19, 26), Palette.MOSS, 2)
	Brush.box(null, Rect2(-9, -14, 4, 26), Palette.MOSS.darkened(0.25), 2)
	Brush.box(null, Rect2(-2, -9, 9, 6), Palette.PAPER, 1)
	Brush.box(null, Rect2(5, -14, 2.5, 10), Palette.BRICK, 0.6)


static func _card() -> void:
	Brush.box(null, Rect2(-10, -14, 22, 24), Palette.HONEY.darkened(0.1), 3)
	Brush.box(null, Rect2(-8, -12, 18, 20), Palette.PAPER.lightened(0.3), 2)
	Brush.mark(null, Palette.Role.REVIEWER, Vector2(1, -5), 4.6, Palette.ROLE_COLORS[Palette.Role.REVIEWER])
	_lines(Vector2(-5, 2), 2, 12.0)


static func _laptop() -> void:
	Brush.poly(null, Looks.dots([-10, -1, 8, -2, 10, 1, -8, 2]), Color("59606e"))
	Brush.poly(null, Looks.dots([8, -2, 15, -21, 18, -20, 11, 1]), Color("7a8290"))
	Brush.poly(null, Looks.dots([7.4, -3, 14.4, -20.6, 15, -20.2, 8.4, -2]), Palette.MIST.lightened(0.4))


static func _pen() -> void:
	Brush.stroke(null, Looks.dots([-1, 2, 6, -5]), Palette.BRICK, 2.6)
	Brush.stroke(null, Looks.dots([5, -4, 7, -6]), Palette.INK, 2.0)


static func _page(rect: Rect2, tone: Color) -> void:
	Brush.box(null, Rect2(rect.position + Vector2(0.8, 1.2), rect.size), Color(Palette.INK, 0.25), 2)
	Brush.box(null, rect, tone, 2)


static func _lines(at: Vector2, count: int, wide: float) -> void:
	for i: int in count:
		var y := at.y + i * 3.9
		Brush.stroke(null, Looks.dots([at.x, y, at.x + wide - 4.0 * (i % 2), y]), Color(Palette.INK, 0.5), 1.3)
