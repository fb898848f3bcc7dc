class_name Doorway
extends RefCounted
## The front door: people come in and go out here, one after the other.

## Somebody comes in or goes out (true), or nobody any more.
signal used(open: bool)

var _inside: int = 0
## Who waits before the door or is just coming in.
var _coming: Dictionary[Figure, Tween] = {}


## Lets somebody in after so many seconds; `then` is called once they are seen.
func let_in(one: Figure, after: float, then: Callable) -> void:
	one.modulate.a = 0.0
	_count(1)
	var enter := one.create_tween()
	_coming[one] = enter
	enter.tween_interval(after)
	enter.tween_property(one, "modulate:a", 1.0, Palette.DOOR_TIME)
	enter.tween_callback(_came_in.bind(one, then))


## Whoever has not come in yet is inside now.
func hasten(one: Figure) -> void:
	if _coming.has(one):
		_coming[one].kill()
		_coming.erase(one)
		one.modulate.a = 1.0
		_count(-1)


func _came_in(one: Figure, then: Callable) -> void:
	_coming.erase(one)
	_count(-1)
	then.call()


## Nobody is in the door any more.
func shut() -> void:
	_count(-_inside)


## Walks to the door and is gone; `then` is called before it is freed.
func let_out(one: Figure, then: Callable) -> void:
	_count(1)
	one.sitting = false
	one.arrived.connect(_fade.bind(one, then), CONNECT_ONE_SHOT)
	one.walk(FloorPlan.route(one.position, FloorPlan.DOOR), 1.2)


func _fade(one: Figure, then: Callable) -> void:
	var fade := one.create_tween()
	fade.tween_property(one, "modulate:a", 0.0, Palette.DOOR_TIME)
	fade.tween_callback(then)
	fade.tween_callback(_count.bind(-1))
	fade.tween_callback(one.queue_free)


func _count(by: int) -> void:
	var before := _inside
	_inside = maxi(0, _inside + by)
	if (before > 0) != (_inside > 0):
		used.emit(_inside > 0)
