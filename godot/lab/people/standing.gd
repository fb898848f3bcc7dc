class_name Standing
extends RefCounted
## Who is beside whom in a room: nobody stands in another, and a clock beside a head has room. Pure.


## Who would stand in another takes the free spot of the room that is nearest, as far as there is one.
static func spread(places: Array[Place]) -> void:
	var order := places.duplicate()
	order.sort_custom(func(a: Place, b: Place) -> bool: return a.seat < b.seat)
	var stand: Array[Place] = []
	for place: Place in order:
		var best := INF
		var slot := place.slot
		for other: int in FloorPlan.SPOTS[place.room].size() if _crowded(place, place.slot, stand) else 0:
			var far := absf(FloorPlan.spot(place.room, other).x - place.spot().x)
			var free := place.sits() == FloorPlan.is_seat(place.room, other) and not _promised(place, other, places)
			if far < best and free and not _crowded(place, other, stand):
				best = far
				slot = other
		if slot != place.slot:
			place.slot = slot
			place.facing = FloorPlan.facing(place.room, slot)
		stand.append(place)


static func _promised(place: Place, slot: int, places: Array[Place]) -> bool:
	for other: Place in places:
		if other != place and other.room == place.room and other.slot == slot:
			return true
	return false


static func _crowded(place: Place, slot: int, stand: Array[Place]) -> bool:
	for other: Place in stand:
		if other.room == place.room:
			if absf(other.spot().x - FloorPlan.spot(place.room, slot).x) < Palette.ELBOW_ROOM:
				return true
	return false


## A clock beside the head is on the side where the neighbour, or the wall, is farther.
static func leave_side_free(places: Array[Place]) -> void:
	for place: Place in places:
		var at := place.spot().x
		var walls := FloorPlan.ROOMS[place.room]
		var left := at - walls.position.x
		var right := walls.end.x - at
		for other: Place in places:
			if other == place or other.room != place.room:
				continue
			var far := other.spot().x - at
			if far > 0.0:
				right = minf(right, far)
			else:
				left = minf(left, -far)
		place.clock_side = 1.0 if right >= left else -1.0
