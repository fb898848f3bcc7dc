class_name RoomShape
extends RefCounted
## The outline of a room in the section, and where its lamp hangs.

const LIBRARY: PackedVector2Array = [
	Vector2(191, 238), Vector2(191, 176), Vector2(499, 40), Vector2(807, 176), Vector2(807, 238)
]
## The hall with the landing above it.
const HALL := Rect2(404, 256, 190, 434)
const LAMPS: Dictionary[String, Vector2] = {"literature-review": Vector2(566, 116), "hall": Vector2(512, 522)}


static func outline(id: String) -> PackedVector2Array:
	if id == "literature-review":
		return LIBRARY
	return Brush.corners(HALL if id == "hall" else FloorPlan.ROOMS[id])


static func bounds(id: String) -> Rect2:
	var found := Rect2(outline(id)[0], Vector2.ZERO)
	for point: Vector2 in outline(id):
		found = found.expand(point)
	return found


static func lamp(id: String) -> Vector2:
	return LAMPS.get(id, FloorPlan.ROOMS[id].position + Vector2(34, 40))


## The room at this point of the house; empty between them.
static func at(point: Vector2) -> String:
	for id: String in FloorPlan.ROOMS:
		if Geometry2D.is_point_in_polygon(point, outline(id)):
			return id
	return ""
