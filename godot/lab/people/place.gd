class_name Place
extends RefCounted
## Where one of the people belongs in a state, and what is seen of them there.

var role: String
var seat: int = 0
var room: String
## Which of the room's spots.
var slot: int
var pose: Figure.Pose = Figure.Pose.IDLE
var facing: float = 1.0
## When the waiting began, in seconds since 1970; 0 when nothing is waited for.
var since: float = 0.0
## The side of the head that is free for a clock: -1 left, 1 right.
var clock_side: float = 1.0
var carrying: Things.Kind = Things.Kind.NONE
## A sentence of what was said last; empty for none.
var bubble: String = ""
## It was written down, not said.
var writes: bool = false
## Entry in which it was said.
var bubble_seq: int = 0
## Has a turn or takes part in the phase at work.
var at_work: bool = false


func key() -> String:
	return key_of(role, seat)


func spot() -> Vector2:
	return FloorPlan.spot(room, slot)


func sits() -> bool:
	return FloorPlan.is_seat(room, slot)


## Where somebody brings a thing.
static func bringing(thing: Things.Kind, a_role: String, a_room: String) -> Place:
	var place := Place.new()
	place.role = a_role
	place.room = a_room
	place.slot = FloorPlan.slot_of(Palette.ROLE_BY_NAME[a_role], 0)
	place.facing = FloorPlan.facing(a_room, place.slot)
	place.carrying = thing
	return place


static func key_of(a_role: String, a_seat: int) -> String:
	return "%s#%d" % [a_role, a_seat]
