class_name Figure
extends Node2D
## One member of the lab: takes a stance, walks a way, makes a gesture; a small person out. The origin is between the feet.

signal arrived

enum Pose {
	IDLE,
	WALK,
	READ,
	TYPE,
	TALK,
	WAIT,
	CHEER,
	SLUMP,
	REST,
	WRITE,
	THINK,
	PRESENT,
	RAISE,
	NOD,
	SCRATCH,
	LIFT,
	SIGH,
	LOOK_UP,
}

## Poses in which the arms hold what is carried.
const HOLDING: Array[Pose] = [Pose.IDLE, Pose.WALK, Pose.WAIT, Pose.SIGH, Pose.LOOK_UP]
## Poses in which it is seen; PRESENT has it in one hand.
const SHOWING: Array[Pose] = [
	Pose.IDLE, Pose.WALK, Pose.WAIT, Pose.SIGH, Pose.LOOK_UP, Pose.READ, Pose.LIFT, Pose.PRESENT
]
## What a pose needs when nothing else is carried.
const TOOLS: Dictionary[Pose, Things.Kind] = {
	Pose.READ: Things.Kind.PAPER, Pose.TYPE: Things.Kind.LAPTOP, Pose.WRITE: Things.Kind.PEN
}
## Poses that do not go on for ever, in seconds; then one stands.
const LASTING: Dictionary[Pose, float] = {Pose.CHEER: Palette.CHEER_TIME, Pose.TALK: Palette.TALK_TIME}
const LIVELY: Array[Pose] = [Pose.WALK, Pose.CHEER, Pose.NOD, Pose.SCRATCH, Pose.TYPE]

var role: Palette.Role = Palette.Role.PHD
var seat: int = 0
var pose: Pose = Pose.IDLE:
	set = set_pose
## 1 looks right, -1 left; turning takes a few drawings.
var facing: float = 1.0
var carrying: Things.Kind = Things.Kind.NONE
var sitting: bool = false
## Seconds waited so far, shown over the head while waiting; negative for none.
var timer: float = -1.0
## The lab's time against the real one.
var rate: float = 1.0
## Without motion of its own (a setting of the person).
var still: bool = false:
	set = set_still
var chosen: bool = false:
	set = set_chosen
## Where the eyes go, in the house; nothing for straight on.
var eyes_on: Vector2 = Vector2.INF
var clock: float = 0.0
## Counts for all figures alike, so that they are drawn anew in the same frames.
var beat: float = 0.0

var _walk: Walk
var _pace: float = 1.0
var _cycle: float = 0.0
var _gesture: Pose = Pose.IDLE
var _gesture_left: float = 0.0
var _gesture_thing: Things.Kind = Things.Kind.NONE
var _pose_age: float = 0.0
var _last: Pose = Pose.IDLE
var _turn: float = 1.0
var _look: Vector2
var _bones: PackedFloat32Array
var _from: PackedFloat32Array
var _blend: float = 1.0
var _tick: int = -1
var _since: float = 0.0


static func create(a_role: Palette.Role, at: Vector2, a_seat: int = 0) -> Figure:
	var figure := Figure.new()
	figure.role = a_role
	figure.seat = a_seat
	figure.position = at
	figure.clock = a_role * 1.7 + a_seat * 2.3
	figure.scale = Vector2.ONE * Palette.FIGURE_SCALE
	return figure


func set_pose(value: Pose) -> void:
	if pose != value:
		pose = value
		_pose_age = 0.0


func set_still(value: bool) -> void:
	still = value
	_tick = -1


func set_chosen(value: bool) -> void:
	chosen = value
	queue_redraw()


func walking() -> bool:
	return _walk != null


## Where this figure stands, or will stand when it has arrived.
func bound_for() -> Vector2:
	return _walk.end() if _walk else position


## Goes along the path; `pace` 1 walks, 2 runs. A walk that is under way is given up for this one.
func walk(path: PackedVector2Array, pace: float = 1.0) -> void:
	_walk = Walk.along(position, path, _cycle)
	_pace = pace


## Is there at once, in its pose, as if it had always stood so.
func stand(at: Vector2) -> void:
	_walk = null
	position = at
	_place_on_stairs()
	_turn = facing
	_blend = 1.0
	_last = shown()
	_bones = _target(_last)
	queue_redraw()


## A short pose between two others. While walking it waits until there.
func gesture(a_pose: Pose, seconds: float, thing: Things.Kind = Things.Kind.NONE) -> void:
	_gesture = a_pose
	_gesture_left = seconds
	_gesture_thing = thing
	_pose_age = 0.0


func gesturing() -> bool:
	return _gesture_left > 0.0


## The pose that is seen now.
func shown() -> Pose:
	if _walk:
		return Pose.WALK
	if _gesture_left > 0.0:
		return _gesture
	if pose == Pose.THINK and timer >= Palette.CLOCK_AFTER:
		return Pose.WAIT
	if LASTING.has(pose) and _pose_age > LASTING[pose]:
		return Pose.IDLE
	return pose


## Where a joint is now, in the figure's own units.
func joint(which: Bones.Joint) -> float:
	return _bones[which]


func face_rect() -> Rect2:
	var centre := position + Vector2(2.0 * _turn, -72.0 + (_bones[Bones.Joint.LIFT] if _bones else 0.0)) * scale
	return Rect2(centre - Vector2(17, 19) * scale, Vector2(34, 34) * scale)


func hit_rect() -> Rect2:
	return Rect2(position + Vector2(-21, -98) * scale, Vector2(42, 104) * scale)


func _ready() -> void:
	if _bones.is_empty():
		stand(position)


func _process(delta: float) -> void:
	beat += delta
	_since += delta
	if timer >= 0.0:
		timer += delta * rate
	var lively := _walk != null or _blend < 1.0 or not is_equal_approx(_turn, facing) or shown() in LIVELY
	var drawings := Palette.DRAWINGS_WALK if lively and not still else Palette.DRAWINGS_REST
	if _walk and _pace * rate > 2.5:
		drawings = 60.0
	var tick := floori(beat * drawings)
	if tick != _tick:
		_tick = tick
		_go_on(_since)
		_since = 0.0


func _go_on(delta: float) -> void:
	if not still:
		clock += delta
	_pose_age += delta
	if _walk:
		_walk.go(delta, _pace * clampf(rate, 1.0, Palette.RATE_MOST))
		position = _walk.at
		facing = _walk.facing
		_cycle = _walk.cycle
		_place_on_stairs()
		if _walk.done():
			_walk = null
			_pose_age = 0.0
			arrived.emit()
	elif _gesture_left > 0.0:
		_gesture_left -= delta
	var pace := 2.0 / Palette.TURN_TIME * delta
	_turn = facing if still else move_toward(_turn, facing, pace)
	_glance(delta)
	var now := shown()
	if now != _last:
		_last = now
		_from = _bones
		_blend = 0.0
		_pose_age = 0.0 if now != Pose.IDLE else _pose_age
	var target := _target(now)
	_blend = 1.0 if still else minf(1.0, _blend + delta / Palette.POSE_TIME)
	_bones = target if _blend >= 1.0 else Bones.between(_from, target, smoothstep(0.0, 1.0, _blend))
	queue_redraw()


func _target(now: Pose) -> PackedFloat32Array:
	var holding := now in HOLDING and _thing(now) != Things.Kind.NONE
	if now == Pose.WALK and _walk:
		var run := clampf(_pace, 1.0, 2.0)
		var stride := _walk.stride() * lerpf(1.0, 1.3, run - 1.0) / Palette.FIGURE_SCALE
		return Gait.of(_cycle, stride, run, _walk.climb, holding)
	return Bones.of(now, clock, sitting, holding, still)


func _thing(now: Pose) -> Things.Kind:
	if TOOLS.has(now) and (carrying == Things.Kind.NONE or now != Pose.READ):
		return TOOLS[now]
	if now not in SHOWING:
		return Things.Kind.NONE
	if _gesture_left > 0.0 and _gesture_thing != Things.Kind.NONE and not _walk:
		return _gesture_thing
	return carrying


## Behind the pole of the winding stair one is a little smaller.
func _place_on_stairs() -> void:
	var depth := FloorPlan.stair_depth(position)
	scale = Vector2.ONE * Palette.FIGURE_SCALE * lerpf(1.0, 0.93, clampf(0.5 - depth * 0.5, 0.0, 1.0))


## Pupils follow whoever speaks, or wander.
func _glance(delta: float) -> void:
	var to := Vector2.ZERO
	if eyes_on != Vector2.INF:
		to = ((eyes_on - position) / 60.0).limit_length(1.0) * Vector2(1.3, 0.9)
	elif not still and _last in [Pose.IDLE, Pose.WAIT, Pose.THINK]:
		var slot := floori(clock / 2.3)
		to = Vector2(sin(slot * 12.9 + role) * 1.3, sin(slot * 7.3 + role) * 0.7)
	_look = to if still else _look.lerp(to, minf(1.0, delta * 9.0))


func _draw() -> void:
	var pose_now := _last
	var side := (1.0 if _turn >= 0.0 else -1.0) * maxf(absf(_turn), 0.84)
	var sway := Vector2(_bones[Bones.Joint.SWAY] * side, _bones[Bones.Joint.LIFT])
	var hips := Vector2(0, Body.HIP) + sway
	var neck := Vector2(_bones[Bones.Joint.LEAN] * side, Body.NECK) + sway
	var head := neck + Vector2(2.0 * _turn, -15) + Vector2(_bones[Bones.Joint.NOD_X] * side, _bones[Bones.Joint.NOD_Y])
	var palms: Array[Vector2] = []
	for i: int in 2:
		palms.append(
			(
				Vector2((_bones[Bones.Joint.HAND0_X + 2 * i] + _bones[Bones.Joint.LEAN] * 0.7) * side, 0)
				+ Vector2(0, _bones[Bones.Joint.HAND0_Y + 2 * i])
				+ sway
			)
		)
	var clay := Clay.new()
	if chosen:
		clay.put_at(Clay.form("ring", _ring), Vector2.ZERO)
	Body.shadow(clay)
	if not sitting:
		Body.legs(clay, role, _bones, hips, side)
	Body.arm(clay, role, 0, neck, palms[0], side)
	Body.coat(clay, role, neck, hips, side)
	if sitting:
		Body.legs(clay, role, _bones, hips, side)
	_put_head(clay, pose_now, head, side)
	var one_hand := pose_now == Pose.PRESENT
	Things.put(clay, _thing(pose_now), palms[0], palms[0] if one_hand else palms[1], side)
	Body.arm(clay, role, 1, neck, palms[1], side)
	Signs.put(clay, pose_now, role, head, side, clock)
	var waits := pose_now == Pose.WAIT and timer >= 0.0
	if waits:
		clay.put_at(Clay.form("tag", _tag), head + Vector2(0, -35))
	FloorPlan.veil(clay, position, scale.x)
	clay.cast(self)
	if waits:
		draw_string(
			Palette.bold,
			head + Vector2(-22, -30.3),
			"%d:%02d" % [floori(timer / 60.0), int(timer) % 60],
			HORIZONTAL_ALIGNMENT_CENTER,
			44,
			Palette.CLOCK_SIZE,
			Palette.INK
		)


func _put_head(clay: Clay, pose_now: Pose, head: Vector2, side: float) -> void:
	var tilt := _bones[Bones.Joint.TILT] * side
	var mood := Face.mood(pose_now)
	var eyes: Face.Eyes = mood[0]
	var mouth: Face.Mouth = mood[1]
	var blink := not still and fmod(clock + 1.3 * sin(floorf(clock / 3.7)), 3.7) < 0.13
	if blink and eyes in [Face.Eyes.OPEN, Face.Eyes.LOW]:
		eyes = Face.Eyes.SHUT
	if mouth == Face.Mouth.OPEN and sin(clock * 13.0) + sin(clock * 7.7) < 0.1:
		mouth = Face.Mouth.SMILE
	var upright := Transform2D(tilt, head)
	Head.put(
		clay,
		role,
		Transform2D(tilt, Vector2(side, 1), 0.0, head),
		func() -> void: Face.put(clay, role, upright, _turn, _look, eyes, mouth, pose_now in Face.WORRY)
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
