class_name Portrait
extends RefCounted
## One figure as it is seen in one drawing: from joints, mood and things to a mesh.

## The middle of the clock, from that of the head.
const CLOCK := Vector2(41, -3)

var role: Palette.Role
var pose: Figure.Pose
var bones: PackedFloat32Array
## -1 looks left, 1 right, between them in a turn.
var turn: float
## Where the pupils are, in units.
var look: Vector2
var clock: float
var still: bool
var sitting: bool
var chosen: bool
var thing: Things.Kind
## How far the pose has come about, from 0 to 1.
var come: float = 1.0
## Shows the clock's tag; its letters are written by the figure.
var waits: bool

## The side of the head where the clock is: -1 left, 1 right.
var clock_side: float = 1.0


## Where the clock's letters begin.
func clock_at() -> Vector2:
	return _head() + Vector2(CLOCK.x * clock_side - 22, CLOCK.y + 4.7)


func put(clay: Clay) -> void:
	var side := _side()
	var sway := _sway()
	var neck := _neck()
	var palms: Array[Vector2] = []
	for i: int in 2:
		var out := bones[Bones.Joint.HAND0_X + 2 * i] + bones[Bones.Joint.LEAN] * 0.7
		palms.append(Vector2(out * side, bones[Bones.Joint.HAND0_Y + 2 * i]) + sway)
	if chosen:
		clay.put_at(Clay.form("ring", _ring), Vector2.ZERO)
	Body.shadow(clay)
	if not sitting:
		Body.legs(clay, role, bones, Vector2(0, Body.HIP) + sway, side)
	Body.arm(clay, role, 0, neck, palms[0], side)
	Body.coat(clay, role, neck, Vector2(0, Body.HIP) + sway, side)
	if sitting:
		Body.legs(clay, role, bones, Vector2(0, Body.HIP) + sway, side)
	_put_head(clay, side)
	Things.put(clay, thing, palms[0], palms[0] if pose == Figure.Pose.PRESENT else palms[1], side)
	Body.arm(clay, role, 1, neck, palms[1], side)
	if come > 0.5:
		Signs.put(clay, pose, role, _head(), side, clock)
	if waits:
		clay.put_at(Clay.form("tag", _tag), _head() + Vector2(CLOCK.x * clock_side, CLOCK.y))


func _side() -> float:
	return (1.0 if turn >= 0.0 else -1.0) * maxf(absf(turn), 0.84)


func _sway() -> Vector2:
	return Vector2(bones[Bones.Joint.SWAY] * _side(), bones[Bones.Joint.LIFT])


func _neck() -> Vector2:
	return Vector2(bones[Bones.Joint.LEAN] * _side(), Body.NECK) + _sway()


func _head() -> Vector2:
	var nod := Vector2(bones[Bones.Joint.NOD_X] * _side(), bones[Bones.Joint.NOD_Y])
	return _neck() + Vector2(2.0 * turn, -15) + nod


func _put_head(clay: Clay, side: float) -> void:
	var tilt := bones[Bones.Joint.TILT] * side
	var mood := Face.mood(pose)
	var eyes: Face.Eyes = mood[0]
	var mouth: Face.Mouth = mood[1]
	var blink := not still and fmod(clock + 1.3 * sin(floorf(clock / 3.7)), 3.7) < 0.13
	if blink and eyes in [Face.Eyes.OPEN, Face.Eyes.LOW]:
		eyes = Face.Eyes.SHUT
	if mouth == Face.Mouth.OPEN and sin(clock * 13.0) + sin(clock * 7.7) < 0.1:
		mouth = Face.Mouth.SMILE
	var upright := Transform2D(tilt, _head())
	Head.put(
		clay,
		role,
		Transform2D(tilt, Vector2(side, 1), 0.0, _head()),
		func() -> void: Face.put(clay, role, upright, turn, look, eyes, mouth, pose in Face.WORRY)
	)


static func _ring() -> void:
	Brush.oval(null, Vector2(0, 1), Vector2(30, 10), Color(Palette.HONEY, 0.35))
	Brush.oval(null, Vector2(0, 1), Vector2(27, 8.6), Color(Palette.HONEY, 0.55))
	for half: int in 2:
		var line := PackedVector2Array()
		for i: int in 17:
			line.append(Vector2(0, 1) + Vector2.from_angle(PI * half + PI * i / 16.0) * Vector2(27, 8.6))
		Brush.stroke(null, line, Palette.PAPER, 2.0)


static func _tag() -> void:
	Brush.box(null, Rect2(-21, -7.5, 43, 18), Color(Palette.INK, 0.25), 9)
	Brush.box(null, Rect2(-22, -9.5, 44, 18.5), Palette.PAPER, 9)
