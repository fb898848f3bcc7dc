class_name Figure
extends Node2D
## One member of the lab: takes a stance, walks a way, makes a gesture. The origin is between the feet.

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
	SHAKE,
	STRETCH,
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
const LIVELY: Array[Pose] = [Pose.WALK, Pose.CHEER, Pose.NOD, Pose.SCRATCH, Pose.TYPE, Pose.SHAKE]

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
## The side of the head where that clock is: -1 left, 1 right.
var clock_side: float = 1.0:
	set = set_clock_side
## When that waiting began, in seconds since 1970.
var waits_since: float = 0.0
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
var _gaze := Gaze.new()
var _bones: PackedFloat32Array
var _from: PackedFloat32Array
var _blend: float = 1.0
var _tick: int = -1
var _since: float = 0.0
var _portrait := Portrait.new()


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


func set_clock_side(value: float) -> void:
	clock_side = value
	queue_redraw()


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
	# Time at rest is not walked.
	_since = 0.0


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


## Where the clock of somebody who waits is, or a raised hand with its sign; empty when there is neither.
func over_rect() -> Rect2:
	if shown() == Pose.RAISE:
		return Rect2(position + Vector2(-27, -119) * scale, Vector2(54, 24) * scale)
	if timer < 0.0 or shown() not in [Pose.WAIT, Pose.THINK]:
		return Rect2()
	# Who thinks will soon wait: the place of the clock is kept free.
	var middle := Vector2(Portrait.CLOCK.x * clock_side, -72.0 + Portrait.CLOCK.y)
	return Rect2(position + (middle - Vector2(25, 13)) * scale, Vector2(50, 26) * scale)


func hit_rect() -> Rect2:
	return Rect2(position + Vector2(-21, -98) * scale, Vector2(42, 104) * scale)


func _ready() -> void:
	if _bones.is_empty():
		stand(position)


func _process(delta: float) -> void:
	pass_time(delta)


## What one frame of the game does, so that a film or a test may do it too.
func pass_time(delta: float) -> void:
	beat += delta
	_since += delta
	if timer >= 0.0:
		timer += delta * rate
	var lively := _walk != null or _blend < 1.0 or not is_equal_approx(_turn, _towards()) or shown() in LIVELY
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
	_turn = _towards() if still else move_toward(_turn, _towards(), pace)
	_gaze.go(delta, self)
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
		var pace := _pace * clampf(rate, 1.0, Palette.RATE_MOST)
		var stride := _walk.stride(pace) / Palette.FIGURE_SCALE
		return Gait.of(_cycle, stride, clampf(pace, 1.0, 2.0), _walk.climb, holding)
	return Bones.of(now, clock, sitting, holding, still)


func _thing(now: Pose) -> Things.Kind:
	if TOOLS.has(now) and (carrying == Things.Kind.NONE or now != Pose.READ):
		return TOOLS[now]
	if now not in SHOWING:
		return Things.Kind.NONE
	if _gesture_left > 0.0 and _gesture_thing != Things.Kind.NONE and not _walk:
		return _gesture_thing
	return carrying


## Which way to turn: who has nothing to do looks round now and then.
func _towards() -> float:
	var bored := not still and shown() == Pose.IDLE and not sitting and carrying == Things.Kind.NONE
	var round_now := fmod(clock + role * 5.0, Palette.LOOK_ROUND_EVERY) > Palette.LOOK_ROUND_EVERY - 1.5
	return -facing if bored and round_now and eyes_on == Vector2.INF else facing


## Behind the pole of the winding stair one is a little smaller.
func _place_on_stairs() -> void:
	var depth := FloorPlan.stair_depth(position)
	scale = Vector2.ONE * Palette.FIGURE_SCALE * lerpf(1.0, 0.93, clampf(0.5 - depth * 0.5, 0.0, 1.0))


func _draw() -> void:
	_portrait.role = role
	_portrait.pose = _last
	_portrait.bones = _bones
	_portrait.turn = _turn
	_portrait.look = _gaze.at
	_portrait.clock = clock
	_portrait.still = still
	_portrait.sitting = sitting
	_portrait.chosen = chosen
	_portrait.thing = _thing(_last)
	_portrait.come = _blend
	_portrait.clock_side = clock_side
	_portrait.waits = _last == Pose.WAIT and timer >= 0.0
	var clay := Clay.new()
	_portrait.put(clay)
	FloorPlan.veil(clay, position, scale.x)
	clay.cast(self)
	if _portrait.waits:
		var text := "%d:%02d" % [floori(timer / 60.0), int(timer) % 60]
		Letters.centred(self, Palette.bold, _portrait.clock_at(), text, 44, Palette.CLOCK_SIZE, Palette.INK)
