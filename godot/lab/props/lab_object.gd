class_name LabObject
extends Node2D
## A thing in the house that shows data of the run. It draws `data` alone, which `read` takes out of a state; it draws
## again only when that has changed. Positions are its own, from its origin.

var data: Dictionary = {}


## What this object shows of a state: plain values, pure.
func read(_state: Dictionary) -> Dictionary:
	return {}


func show_state(state: Dictionary, animate: bool) -> void:
	var next := read(state)
	if next == data:
		return
	var before := data
	data = next
	_shift(before, animate)
	queue_redraw()


## The space that it takes, for the hand.
func area() -> Rect2:
	return Rect2()


## What of it is there to be read now, which bubbles leave free; none where it says nothing.
func exhibits() -> Array[Rect2]:
	return [area()]


## The space that its drawing takes, with shadow and shine.
func extent() -> Rect2:
	return area().grow(24.0)


func pick() -> Pick:
	return null


## The pick of a part of it at this point, or null.
func part_at(_point: Vector2) -> Pick:
	return null


## The space of the part that is picked; no area when it is not a part of this.
func part_area(_pick: Pick) -> Rect2:
	return Rect2()


## Called when the data changed, before it is drawn.
func _shift(_before: Dictionary, _animate: bool) -> void:
	pass
