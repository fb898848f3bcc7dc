class_name FreeSky
extends RefCounted
## Where the sky is free beside and above the roof, when the house is fitted into a part of the window. All in units of
## that part's window; pure.

## What stands up into the sky right of the roof: lights and rail of the terrace. Nobody walks there.
const TERRACE := 196.0
## Air between a card and the roof.
const AIR := 6.0

var zoom: float
var origin: Vector2
var part: Rect2


## The part of the window that the camera fits the house into.
static func over(a_part: Rect2) -> FreeSky:
	var sky := FreeSky.new()
	sky.part = a_part
	sky.zoom = minf(a_part.size.x / HudStage.HOUSE.x, a_part.size.y / HudStage.HOUSE.y)
	sky.origin = a_part.get_center() - HudStage.HOUSE * 0.5 * sky.zoom
	return sky


## How far right a card on the left may reach whose lower edge is there.
func left_of_roof(lower: float) -> float:
	var found := part.end.x
	for point: Vector2 in _roof(0, lower):
		found = minf(found, point.x)
	return found - AIR


## How far left a card on the right may reach whose lower edge is there.
func right_of_roof(lower: float) -> float:
	var found := part.position.x
	for point: Vector2 in _roof(1, lower):
		found = maxf(found, point.x)
	return found + AIR


## Where the rooms under the terrace begin: below it cards would hide people.
func floor_of_sky() -> float:
	return origin.y + TERRACE * zoom


## A place of the house in the window.
func at(place: Vector2) -> Vector2:
	return origin + place * zoom


## What of one slope of the roof is above this line.
func _roof(side: int, lower: float) -> PackedVector2Array:
	var slope := PackedVector2Array()
	for point: Vector2 in Section.roof()[side]:
		slope.append(at(point))
	var ground := part.grow(10_000.0)
	ground.end.y = lower
	var found := PackedVector2Array()
	for piece: PackedVector2Array in Geometry2D.intersect_polygons(slope, Brush.corners(ground)):
		found.append_array(piece)
	return found
