class_name Happenings
extends RefCounted
## What moments do to the things of the house just now: one of each kind at most, the newest.

## Rectangles that are wider than this are of a whole board, not of the thing on it.
const SMALL := 80.0

## Pick → where it is seen in the house, as rectangles; the house knows its things.
var areas: Callable
var _now: Dictionary[Moment.Kind, Happening] = {}


func begin(moment: Moment, on: Node, state: Dictionary, still: bool) -> void:
	if not Happening.has(moment.kind):
		return
	_end(moment.kind)
	var minutes := floorf(Fields.number(Fields.object(state, "spent"), "seconds") / 60.0)
	_now[moment.kind] = Happening.create(moment.kind, _seen(moment.text), still, minutes)
	on.add_child(_now[moment.kind])


func pass_time(delta: float) -> void:
	for kind: Moment.Kind in _now.keys():
		_now[kind].pass_time(delta)
		if _now[kind].part >= 1.0:
			_end(kind)


func clear() -> void:
	for kind: Moment.Kind in _now.keys():
		_end(kind)


func _end(kind: Moment.Kind) -> void:
	if _now.has(kind):
		_now[kind].queue_free()
		_now.erase(kind)


## A program that is not on the board by itself is nowhere to be seen.
func _seen(program: String) -> Array[Rect2]:
	var found: Array[Rect2] = []
	if areas.is_valid() and not program.is_empty():
		for area: Rect2 in areas.call(Pick.create("program", program)) as Array[Rect2]:
			if area.size.x < SMALL:
				found.append(area)
	return found
