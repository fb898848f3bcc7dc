class_name Signs
extends RefCounted
## Marks round the head that tell the pose from across the room. All in the figure's own units; `t` is its clock.

const DRAW: Dictionary[Figure.Pose, String] = {
	Figure.Pose.TALK: "_words",
	Figure.Pose.CHEER: "_confetti",
	Figure.Pose.SLUMP: "_drop",
	Figure.Pose.REST: "_sleep",
	Figure.Pose.RAISE: "_question",
	Figure.Pose.SCRATCH: "_dots",
	Figure.Pose.THINK: "_dots",
	Figure.Pose.LOOK_UP: "_alert",
	Figure.Pose.SIGH: "_puff",
	Figure.Pose.NOD: "_tick",
	Figure.Pose.SHAKE: "_storm",
}


static func put(clay: Clay, pose: Figure.Pose, role: Palette.Role, head: Vector2, side: float, t: float) -> void:
	if DRAW.has(pose):
		var script: GDScript = Signs
		Callable(script, DRAW[pose]).call(clay, role, head, side, t)


static func _words(clay: Clay, _role: Palette.Role, head: Vector2, side: float, t: float) -> void:
	if fmod(t * 5.0, 2.0) > 1.2:
		return
	for i: int in 3:
		var way := -0.5 + 0.42 * i
		var at := head + Vector2(3.0 * side, 4.0) + Vector2.from_angle(way) * 18.0 * Vector2(side, 1.0)
		clay.put(Clay.form("dash", _dash), Transform2D(way * side, Vector2(side, 1), 0.0, at))


static func _confetti(clay: Clay, role: Palette.Role, head: Vector2, _side: float, t: float) -> void:
	var tones: Array[Color] = [Palette.HONEY, Palette.role_tone(role), Palette.MOSS, Palette.BRICK]
	for i: int in 12:
		var fall := fmod(t * 0.7 + i * 0.37, 1.0)
		var at := Vector2((i - 5.5) * 6.5 + sin(t * 4.0 + i) * 3.0, -108.0 + fall * 68.0)
		var bit := Clay.form("bit" + tones[i % 4].to_html(), _bit.bind(tones[i % 4]))
		var small := minf(1.0, (1.0 - fall) * 3.0)
		clay.put(
			bit, Transform2D(t * 3.0 + i, Vector2(small, small * cos(t * 5.0 + i)), 0.0, at + Vector2(head.x * 0.5, 0))
		)


static func _drop(clay: Clay, _role: Palette.Role, head: Vector2, side: float, t: float) -> void:
	var fall := fmod(t * 0.6, 1.0)
	clay.put_at(Clay.form("drop", _tear), head + Vector2(-15.0 * side, -2.0 + fall * 10.0))


static func _sleep(clay: Clay, _role: Palette.Role, head: Vector2, side: float, t: float) -> void:
	for i: int in 3:
		var rise := fmod(t * 0.28 + i / 3.0, 1.0)
		var size := 0.5 + rise * 0.8
		var at := head + Vector2((9.0 + rise * 12.0 + sin(t * 1.3 + i * 2.0) * 2.0) * side, -16.0 - rise * 24.0)
		size *= minf(1.0, (1.0 - rise) * 4.0)
		clay.put(Clay.form("z", _z), Transform2D(0.0, Vector2(size, size), 0.0, at))


static func _question(clay: Clay, _role: Palette.Role, head: Vector2, side: float, t: float) -> void:
	var at := head + Vector2(-17.0 * side, -20.0 + sin(t * 2.4) * 1.5)
	clay.put_at(Clay.form("ask", _ask), at)


static func _dots(clay: Clay, _role: Palette.Role, head: Vector2, side: float, t: float) -> void:
	for i: int in 3:
		var big := 0.7 + 0.5 * maxf(0.0, sin(t * 3.2 - i * 0.9))
		var at := head + Vector2((15.0 + i * 7.5) * side, -21.0 - i * 3.5)
		clay.put(Clay.form("spot", _spot), Transform2D(0.0, Vector2(big, big), 0.0, at))


static func _alert(clay: Clay, _role: Palette.Role, head: Vector2, side: float, t: float) -> void:
	clay.put_at(Clay.form("alert", _bang), head + Vector2(16.0 * side, -20.0 + absf(sin(t * 4.0)) * -2.0))


static func _puff(clay: Clay, _role: Palette.Role, head: Vector2, side: float, t: float) -> void:
	var out := fmod(t * 0.8, 1.0)
	var size := 0.5 + out * 0.9
	size *= minf(1.0, (1.0 - out) * 3.0)
	clay.put(
		Clay.form("puff", _cloud),
		Transform2D(0.0, Vector2(size * side, size), 0.0, head + Vector2((16.0 + out * 9.0) * side, 9.0))
	)


static func _tick(clay: Clay, _role: Palette.Role, head: Vector2, side: float, _t: float) -> void:
	clay.put_at(Clay.form("tick", _check), head + Vector2(19.0 * side, -17.0))


## A thundercloud over the head with a bolt that comes and goes: no answer could be had.
static func _storm(clay: Clay, _role: Palette.Role, head: Vector2, _side: float, t: float) -> void:
	var at := head + Vector2(sin(t * 1.4) * 1.5, -38.0)
	if fmod(t, 0.9) < 0.7:
		clay.put_at(Clay.form("bolt", _bolt), at)
	clay.put_at(Clay.form("storm", _thunder), at)


static func _dash() -> void:
	Brush.stroke(null, Looks.dots([0, 0, 5.5, 0]), Color(Palette.INK, 0.6), 1.9)


static func _bit(tone: Color) -> void:
	Brush.box(null, Rect2(-2.4, -1.6, 4.8, 3.2), tone, 0.6)


static func _tear() -> void:
	Brush.blob(null, Looks.dots([0, -5, 2.8, 1, 0, 3.6, -2.8, 1]), Palette.MIST.darkened(0.25), 3)


static func _z() -> void:
	Brush.stroke(null, Looks.dots([-4.2, -4.4, 4.2, -4.4, -4.2, 4.4, 4.2, 4.4]), Palette.PAPER, 4.6)
	Brush.stroke(null, Looks.dots([-4.2, -4.4, 4.2, -4.4, -4.2, 4.4, 4.2, 4.4]), Palette.NIGHT, 2.2)


static func _ask() -> void:
	Brush.dot(null, Vector2.ZERO, 10.0, Palette.BRICK)
	Brush.stroke(
		null, Looks.dots([-3, -2.5, -2.4, -4.8, 0, -5.8, 2.6, -4.6, 2.8, -2.2, 0.4, -0.2, 0, 1.8]), Palette.PAPER, 2.3
	)
	Brush.dot(null, Vector2(0, 5.2), 1.6, Palette.PAPER)


static func _bang() -> void:
	Brush.dot(null, Vector2.ZERO, 8.0, Palette.HONEY)
	Brush.stroke(null, Looks.dots([0, -4.4, 0, 0.8]), Palette.INK, 2.4)
	Brush.dot(null, Vector2(0, 4.0), 1.5, Palette.INK)


static func _spot() -> void:
	Brush.dot(null, Vector2.ZERO, 3.2, Palette.PAPER)
	Brush.dot(null, Vector2.ZERO, 2.3, Color(Palette.INK, 0.7))


static func _cloud() -> void:
	for at: Vector2 in [Vector2(0, 0), Vector2(5, -2), Vector2(5, 3), Vector2(9, 0)] as Array[Vector2]:
		Brush.dot(null, at, 4.0, Palette.PAPER)


static func _check() -> void:
	Brush.dot(null, Vector2.ZERO, 8.0, Palette.MOSS)
	Brush.stroke(null, Looks.dots([-3.6, 0.2, -1.0, 3.0, 3.8, -3.0]), Palette.PAPER, 2.2)


static func _thunder() -> void:
	for edge: float in [1.6, 0.0]:
		var tone := Palette.PAPER if edge > 0.0 else Palette.INK.lightened(0.22)
		Brush.box(null, Rect2(-17, -4, 34, 10).grow(edge), tone, 5)
		Brush.dot(null, Vector2(-8, -5), 7.5 + edge, tone)
		Brush.dot(null, Vector2(4, -8), 9.5 + edge, tone)
		Brush.dot(null, Vector2(12, -2), 5.5 + edge, tone)


static func _bolt() -> void:
	var bolt := Looks.dots([-1, 3, 6, 3, 2, 10, 7, 10, -4, 22, -1, 13, -6, 13])
	Brush.stroke(null, bolt, Palette.PAPER, 3.4)
	Brush.poly(null, bolt, Palette.HONEY)
