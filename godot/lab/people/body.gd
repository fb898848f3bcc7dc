class_name Body
extends RefCounted
## Coat, legs and arms of a figure, put into its clay where the bones are.

const NECK := -57.0
const HIP := -29.0


static func shadow(clay: Clay) -> void:
	clay.put_at(Clay.form("shadow", _shadow), Vector2(2, 1))


static func legs(clay: Clay, role: Palette.Role, bones: PackedFloat32Array, hips: Vector2, side: float) -> void:
	for i: int in 2:
		var tone := Looks.TROUSERS[role].darkened(0.2 * (1 - i))
		var foot := Vector2(bones[Bones.Joint.FOOT0_X + 2 * i] * side, bones[Bones.Joint.FOOT0_Y + 2 * i] - 3.0)
		var hip := hips + Vector2((3.5 - 7.0 * i) * side, 0)
		var knee := Vector2(bones[Bones.Joint.KNEE0_X + 2 * i] * side, bones[Bones.Joint.KNEE0_Y + 2 * i])
		var toe := bones[Bones.Joint.TOE0 + i]
		var ankle := foot + Vector2(-2.0 * side, -1.0 - absf(toe) * 2.5)
		clay.limb(hip, hip.lerp(ankle, 0.5) + knee, ankle, 9.5, 7.5, tone)
		var shoe := Clay.form("shoe%d" % i, _shoe.bind(i))
		clay.put(shoe, Transform2D(toe * side, Vector2(side, 1.0), 0.0, foot - Vector2(0, absf(toe) * 2.0)))


static func coat(clay: Clay, role: Palette.Role, neck: Vector2, hips: Vector2, side: float) -> void:
	var tone := Palette.role_tone(role)
	var key := "%d%s" % [role, tone.to_html()]
	var hem := Looks.HEM[role]
	var base := Vector2(hips.x * (1.0 if hem < -20.0 else 0.6), hem + (hips.y - HIP) * (1.0 if hem < -10.0 else 0.4))
	var down := (neck - base) / (NECK - hem)
	var origin := base - down * hem
	if role == Palette.Role.PHD:
		clay.put(Clay.form("pack", _pack), Transform2D(Vector2(side, 0), down, origin))
	clay.put(Clay.form("coat" + key, _coat.bind(role, tone)), Transform2D(Vector2(1, 0), down, origin))
	clay.put(Clay.form("trim" + key, _trim.bind(role, tone)), Transform2D(Vector2(side, 0), down, origin))


## `out`: which way the elbow goes, 1 down and back, -1 up.
static func arm(clay: Clay, role: Palette.Role, i: int, neck: Vector2, palm: Vector2, side: float) -> void:
	var tone := Palette.role_tone(role).darkened(0.24 if i == 0 else 0.06)
	var shoulder := neck + Vector2((8.0 - 16.0 * i) * side, 5.0)
	var reach := palm - shoulder
	# An arm is 31 long: what is not reached for goes into the elbow.
	var slack := sqrt(maxf(0.0, 31.0 * 31.0 - reach.length_squared())) * 0.42
	var raised := reach.y < -12.0
	var way := (1.0 - 2.0 * i) * side if raised else -side
	var elbow := shoulder + reach * 0.5 + reach.orthogonal().normalized() * -slack * way * (-1.0 if raised else -1.0)
	clay.limb(shoulder, elbow, palm, 9.0, 7.2, tone)
	var skin := Palette.SKINS[role].darkened(0.1 * (1 - i))
	clay.put_at(Clay.form("hand" + skin.to_html(), _hand.bind(skin)), palm)
	if role == Palette.Role.PROFESSOR and i == 1:
		clay.put_at(Clay.form("patch", _patch), shoulder.lerp(elbow, 0.8).lerp(palm, 0.15))


static func _shadow() -> void:
	Brush.haze(
		PackedVector2Array([Vector2(21.9, 6.8), Vector2(12.9, 4.0), Vector2(4.4, 1.4)]),
		PackedColorArray([Color(Palette.INK, 0.0), Color(Palette.INK, 0.23), Color(Palette.INK, 0.4)])
	)


static func _shoe(i: int) -> void:
	Brush.blob(
		null, Looks.dots([-5, -3, 1, -4.8, 7.8, -0.8, 7.8, 2.5, 1, 3, -5, 2.6]), Palette.INK.lightened(0.07 * i), 3
	)


static func _hand(skin: Color) -> void:
	Brush.dot(null, Vector2.ZERO, 4.3, skin)


static func _patch() -> void:
	Brush.oval(null, Vector2.ZERO, Vector2(2.6, 3.2), Palette.OAK)


static func _pack() -> void:
	Brush.blob(null, Looks.dots([-8, -56, -17, -55, -20.5, -41, -18, -29, -8, -29]), Palette.WALNUT)
	Brush.blob(null, Looks.dots([-13, -44, -19, -44, -19.5, -33, -13, -32]), Palette.WALNUT.lightened(0.12), 3)


static func _coat(role: Palette.Role, tone: Color) -> void:
	var hem := Looks.HEM[role]
	var wide := 12.5 if hem > -20.0 else 11.5
	var middle := (NECK + hem) * 0.5
	var right := PackedVector2Array(
		[
			Vector2(wide - 3, hem + 2),
			Vector2(wide, hem - 1),
			Vector2(11.5, middle),
			Vector2(11, NECK + 3),
			Vector2(5, NECK - 1)
		]
	)
	var whole := PackedVector2Array()
	for i: int in 5:
		whole.append(right[4 - i] * Vector2(-1, 1))
	whole.append_array(right)
	Brush.blob(null, whole, tone)
	Brush.blob(null, PackedVector2Array([Vector2(4, hem + 1.5)]) + right, tone.darkened(0.16))
	if role in [Palette.Role.PHD, Palette.Role.SOFTWARE_ENGINEER]:
		var dark := tone.darkened(0.1)
		Brush.blob(null, Looks.dots([-8, NECK, 0, NECK - 3, 8, NECK, 6, NECK + 5, -6, NECK + 5]), dark)
		Brush.box(null, Rect2(-7, hem - 11, 14, 8), dark, 4)


static func _trim(role: Palette.Role, tone: Color) -> void:
	var hem := Looks.HEM[role]
	if role in [Palette.Role.PROFESSOR, Palette.Role.REVIEWER]:
		Brush.stroke(null, Looks.dots([2, NECK + 8, 2, hem]), tone.darkened(0.35), 1.4)
	if role == Palette.Role.PHD:
		Brush.stroke(null, Looks.dots([-6, NECK + 1, -7, NECK + 19]), Palette.WALNUT, 3.0)
	var chest := NECK + (hem - NECK) * (0.5 if role == Palette.Role.REVIEWER else 0.44)
	Brush.mark(null, role, Vector2(1.5, chest), 4.6, Palette.PAPER)
	if role == Palette.Role.POSTDOC:
		Brush.box(null, Rect2(-9, NECK - 3, 18, 7), Palette.HONEY, 3.5)
		Brush.blob(
			null, Looks.dots([-7, NECK + 2, -2, NECK + 3, -3, NECK + 19, -8, NECK + 18]), Palette.HONEY.darkened(0.1), 3
		)
	elif role == Palette.Role.PROFESSOR:
		Brush.poly(null, Looks.dots([2, NECK + 2, 7, NECK - 1, 7, NECK + 6]), Palette.BRICK)
		Brush.poly(null, Looks.dots([2, NECK + 2, -3, NECK - 1, -3, NECK + 6]), Palette.BRICK)
	elif role == Palette.Role.REVIEWER:
		Brush.blob(
			null, Looks.dots([-3, NECK - 1, 6, NECK - 1, 5, NECK + 11, 1.5, NECK + 13, -2, NECK + 11]), Palette.PAPER, 3
		)
