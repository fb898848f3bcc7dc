class_name Doorway
extends RefCounted
## The front door: people come in and go out here, one after the other.

## Somebody comes in or goes out (true), or nobody any more.
signal used(open: bool)

var _inside: int = 0
## Who waits before the door or is just coming in: seconds until they are in, and what is called then.
var _coming: Dictionary[Figure, Array] = {}
## Who is just going out, the same way.
var _going: Dictionary[Figure, Array] = {}


## Lets somebody in after so many seconds; `then` is called once they are seen.
func let_in(one: Figure, after: float, then: Callable) -> void:
	one.modulate.a = 0.0
	_coming[one] = [after + Palette.DOOR_TIME, then]
	_count(1)


## Whoever has not come in yet is inside now.
func hasten(one: Figure) -> void:
	if _coming.erase(one):
		one.modulate.a = 1.0
		_count(-1)


## Walks to the door and is gone; `then` is called before it is freed.
func let_out(one: Figure, then: Callable) -> void:
	_count(1)
	one.sitting = false
	one.arrived.connect(func() -> void: _going[one] = [Palette.DOOR_TIME, then], CONNECT_ONE_SHOT)
	one.walk(FloorPlan.route(one.position, FloorPlan.DOOR), 1.2)


## Nobody is in the door any more.
func shut() -> void:
	_going.clear()
	_count(-_inside)


func pass_time(delta: float) -> void:
	for one: Figure in _coming.keys():
		var left := _less(_coming[one], delta)
		one.modulate.a = clampf(1.0 - left / Palette.DOOR_TIME, 0.0, 1.0)
		if left <= 0.0:
			var then: Callable = _coming[one][1]
			hasten(one)
			then.call()
	for one: Figure in _going.keys():
		var left := _less(_going[one], delta)
		one.modulate.a = clampf(left / Palette.DOOR_TIME, 0.0, 1.0)
		if left <= 0.0:
			var then: Callable = _going[one][1]
			_going.erase(one)
			_count(-1)
			then.call()
			one.queue_free()


static func _less(row: Array, delta: float) -> float:
	var left: float = row[0]
	row[0] = left - delta
	return left - delta


func _count(by: int) -> void:
	var before := _inside
	_inside = maxi(0, _inside + by)
	if (before > 0) != (_inside > 0):
		used.emit(_inside > 0)
