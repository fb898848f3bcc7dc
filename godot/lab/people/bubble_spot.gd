class_name BubbleSpot
extends RefCounted
## Where a bubble goes over its speaker: inside the room, off faces, labels and other bubbles, and off what the room
## shows as far as there is space. Pure.

const ASIDE: Array[float] = [0.0, -0.1, 0.1, -0.2, 0.2, -0.3, 0.3, -0.42, 0.42]
const UP: Array[float] = [0.0, 8.0, 16.0, 24.0, 34.0, 46.0, 60.0, 76.0, 96.0, 116.0, 136.0]

## What a square unit costs that must not be covered, and one that is better free.
const MUST := 10.0
const BETTER := 0.6

## How much of it would be hidden or would hide something, in square units; 0 when the spot is good.
var blocked: float = 0.0
var shift: Vector2


## `box`: the unshifted box in the house. `lean`: where its middle would best be. `taken`: what it must not cover.
## `spared`: what it covers only where there is no other place.
static func find(box: Rect2, lean: float, limits: Rect2, taken: Array[Rect2], spared: Array[Rect2] = []) -> BubbleSpot:
	var best := BubbleSpot.new()
	var least := INF
	for up: float in UP:
		for aside: float in ASIDE:
			var move := Vector2(aside * box.size.x, -up)
			var low := limits.position - box.position
			var high := limits.end - box.end
			move.x = (
				clampf(move.x, maxf(low.x, -0.44 * box.size.x), minf(high.x, 0.44 * box.size.x))
				if low.x <= high.x
				else move.x
			)
			var there := Rect2(box.position + move, box.size)
			var lost := box.get_area() - there.intersection(limits).get_area()
			for other: Rect2 in taken:
				lost += there.intersection(other).get_area()
			var cost := lost * MUST + absf(there.get_center().x - lean) * 0.5 + up
			for board: Rect2 in spared:
				cost += there.intersection(board).get_area() * BETTER
			if cost < least:
				least = cost
				best.shift = move
				best.blocked = lost
	return best
