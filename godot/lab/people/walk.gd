class_name Walk
extends RefCounted
## A way that is being walked: where one is on it, which way one looks, whether it climbs, how many strides were made.

var at: Vector2
var facing: float = 1.0
## 1 up the stairs, -1 down, 0 on a floor.
var climb: float = 0.0
var cycle: float = 0.0
var _path: PackedVector2Array
var _next: int = 0


static func along(from: Vector2, path: PackedVector2Array, cycle_before: float) -> Walk:
	var walk := Walk.new()
	walk.at = from
	walk._path = path
	walk.cycle = cycle_before
	walk._look()
	return walk


static func length(from: Vector2, path: PackedVector2Array) -> float:
	var sum := 0.0
	for point: Vector2 in path:
		sum += from.distance_to(point)
		from = point
	return sum


func done() -> bool:
	return _next >= _path.size()


func end() -> Vector2:
	return _path[-1] if _path else at


## Goes on for `seconds` at `pace` times the usual speed.
func go(seconds: float, pace: float) -> void:
	while seconds > 0.0 and not done():
		_look()
		var gap := _path[_next] - at
		var speed := (Palette.STAIR_SPEED if climb != 0.0 else Palette.WALK_SPEED) * pace
		var step := minf(gap.length(), speed * seconds)
		if step < gap.length():
			at += gap.normalized() * step
		else:
			at = _path[_next]
			_next += 1
		seconds -= step / speed
		cycle += step / stride(pace)


## Length of one stride here, in units of the house; longer in a run, so that feet can still be seen.
func stride(pace: float) -> float:
	var usual := Palette.STRIDE_STAIRS if climb != 0.0 else Palette.STRIDE_WALK
	return usual * maxf(lerpf(1.0, 1.3, clampf(pace - 1.0, 0.0, 1.0)), pace * 0.5)


func _look() -> void:
	if done():
		return
	var gap := _path[_next] - at
	climb = -signf(gap.y) if FloorPlan.on_stairs(at) and FloorPlan.on_stairs(_path[_next]) else 0.0
	# On the narrow end of a turn one looks on as before.
	if absf(gap.x) > 0.5 and (climb == 0.0 or absf(gap.x) > 2.5):
		facing = signf(gap.x)
