class_name BubbleSpot
extends RefCounted
## Where a bubble goes over or beside its speaker's head: off faces, labels and other bubbles, and off what the room
## shows as far as there is space, in the room or on the wall of its neighbour. Pure.

## Of its width to the sides, with its tail below it.
const ASIDE: Array[float] = [0.0, -0.1, 0.1, -0.2, 0.2, -0.3, 0.3, -0.42, 0.42]
## How far beyond its own edge it may stand from who speaks, with a slanting tail.
const APART: Array[float] = [0.0, 24.0, 48.0, 72.0]
const UP: Array[float] = [0.0, 8.0, 16.0, 24.0, 34.0, 46.0, 60.0, 76.0, 96.0, 116.0, 136.0]
## Beside the head: how far from the middle of it, and how far its foot is below the tip of a tail from above.
const BESIDE: Array[float] = [26.0, 38.0, 60.0]
const DOWN: Array[float] = [34.0, 48.0, 64.0, 84.0]
## Where the tail ends then, from where it ends over the head.
const CHEEK := Vector2(20, 26)
## Between the box and the tip below it.
const TAIL := 8.0

## What a square unit costs that must not be covered, one that is better free, one of a body, one outside the room.
const MUST := 10.0
const BETTER := 0.6
const BODY := 0.04
const OUTSIDE := 0.1
## What the first thing costs that is not free to be read, one that is cut so that a rest of it is seen, and each
## further one.
const COVERED := 1500.0
const CUT := 800.0
const FURTHER := 20000.0
## What it costs to stand beside the head, and a unit of distance from one's own edge.
const AT_SIDE := 50.0
const SLANT := 5.0

## How much of it would be hidden or would hide something, in square units; 0 when the spot is good.
var blocked: float = 0.0
var shift: Vector2
## Where its tail ends, from the place over the head.
var tip: Vector2
var cost: float = INF

var _limits: Rect2
var _reach: Rect2
var _lean: float
var _taken: Array[Rect2]
var _spared: Array[Rect2]
var _bodies: Array[Rect2]


## `box`: the unshifted box in the house. `lean`: where its middle would best be. `limits`: its room. `taken`: what it
## must not cover. `spared`: what it covers only where there is no other place, and of these one at most. `reach`: the
## room and what is beside it. `bodies`: whom it would rather not hide.
static func find(
	box: Rect2,
	lean: float,
	limits: Rect2,
	taken: Array[Rect2],
	spared: Array[Rect2] = [],
	reach: Rect2 = limits,
	bodies: Array[Rect2] = []
) -> BubbleSpot:
	var best := BubbleSpot.new()
	best._limits = limits
	best._reach = reach.merge(limits)
	best._lean = lean
	best._taken = taken
	best._spared = spared
	best._bodies = bodies
	best._look_above(box)
	best._look_beside(box)
	return best


func _look_above(box: Rect2) -> void:
	var half := box.size.x * 0.5
	for up: float in UP:
		for aside: float in ASIDE:
			var move := Vector2(aside * box.size.x, -up)
			_try(box, _within(box, move, _limits, 0.88 * half), Vector2.ZERO, up)
		if _reach == _limits:
			continue
		for apart: float in APART:
			for side: float in [-1.0, 1.0]:
				var move := Vector2(side * (half - 20.0 + apart), -up)
				_try(box, _within(box, move, _reach, half + apart), Vector2.ZERO, up + apart * SLANT)


func _look_beside(box: Rect2) -> void:
	for side: float in [-1.0, 1.0]:
		for off: float in BESIDE:
			for down: float in DOWN:
				var move := Vector2(side * (box.size.x * 0.5 + off), down + TAIL)
				_try(box, move, Vector2(CHEEK.x * side, CHEEK.y), AT_SIDE + off + down * 0.2)


## Moved into these bounds as far as its tail lets it.
static func _within(box: Rect2, move: Vector2, bounds: Rect2, most: float) -> Vector2:
	var low := bounds.position.x - box.position.x
	var high := bounds.end.x - box.end.x
	if low > high:
		return move
	return Vector2(clampf(move.x, maxf(low, -most), minf(high, most)), move.y)


func _try(box: Rect2, move: Vector2, a_tip: Vector2, price: float) -> void:
	var there := Rect2(box.position + move, box.size)
	var sum := price + absf(there.get_center().x - _lean) * 0.5
	if sum >= cost:
		return
	var lost := box.get_area() - there.intersection(_reach).get_area()
	for other: Rect2 in _taken:
		lost += there.intersection(other).get_area()
	sum += lost * MUST + (box.get_area() - there.intersection(_limits).get_area()) * OUTSIDE
	if sum >= cost:
		return
	for body: Rect2 in _bodies:
		sum += there.intersection(body).get_area() * BODY
	sum += _hides(there)
	if sum < cost:
		cost = sum
		shift = move
		tip = a_tip
		blocked = lost


func _hides(there: Rect2) -> float:
	var sum := 0.0
	for thing: Rect2 in _spared:
		var hidden := there.intersection(thing).get_area()
		if hidden <= 0.0:
			continue
		sum += (COVERED if sum == 0.0 else FURTHER) + hidden * BETTER
		if not there.encloses(thing):
			sum += CUT
	return sum
