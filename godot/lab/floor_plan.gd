class_name FloorPlan
extends RefCounted
## Where everything is in the house, in its own 1280×720: rooms by phase, places to stand, the way from one to another.

const ROOMS: Dictionary[String, Rect2] = {
	"literature-review": Rect2(191, 40, 616, 198),
	"plan-formulation": Rect2(52, 256, 340, 208),
	"data-preparation": Rect2(606, 256, 306, 208),
	"running-experiments": Rect2(924, 256, 304, 208),
	"results-interpretation": Rect2(52, 482, 340, 208),
	"report-writing": Rect2(606, 482, 306, 208),
	"report-refinement": Rect2(924, 482, 304, 208),
	"hall": Rect2(404, 482, 190, 208),
}
## Where people stand in each room: x, and how far in front of the back wall.
const SPOTS: Dictionary[String, Array] = {
	"literature-review": [Vector2(505, 26), Vector2(400, 30), Vector2(660, 28)],
	"plan-formulation": [Vector2(286, 26), Vector2(350, 22), Vector2(205, 34)],
	"data-preparation": [Vector2(664, 32), Vector2(740, 34), Vector2(840, 34)],
	"running-experiments": [Vector2(1006, 28), Vector2(1100, 36), Vector2(1180, 36)],
	"results-interpretation": [Vector2(100, 18), Vector2(350, 18), Vector2(225, 8)],
	"report-writing": [Vector2(672, 24), Vector2(802, 24), Vector2(880, 34)],
	"report-refinement": [Vector2(1006, 27), Vector2(1076, 27), Vector2(1146, 27)],
	"hall": [Vector2(445, 26), Vector2(480, 34), Vector2(430, 34)],
}
const STAIR_X := 548.0
## Where a room's bubbles lean, so that they do not hide what the room shows.
const LEAN: Dictionary[String, float] = {
	"plan-formulation": 330.0, "results-interpretation": 330.0, "data-preparation": 640.0, "running-experiments": 960.0
}


static func spot(id: String, slot: int) -> Vector2:
	var at: Vector2 = SPOTS[id][slot % SPOTS[id].size()]
	return Vector2(at.x, ROOMS[id].end.y - Palette.ROOM_DEPTH + at.y)


## Along the floor behind the desks, up or down the winding stair where the storey differs, then into place.
static func route(from: Vector2, to: Vector2) -> PackedVector2Array:
	var path := PackedVector2Array()
	var here := _storey(from.y)
	var there := _storey(to.y)
	if here != there:
		var y := here - 20.0
		path.append(Vector2(STAIR_X, y))
		var turns := roundi(absf(there - here) / 226.0) * 18
		for i: int in turns:
			var a := TAU * (i + 1) / 18.0 * signf(here - there) + PI / 2
			path.append(Vector2(STAIR_X + cos(a) * 24.0, lerpf(y, there - 20.0, float(i + 1) / turns)))
	elif absf(from.x - to.x) > 60.0:
		var side := signf(to.x - from.x)
		path.append(Vector2(from.x + side * 16.0, here - 20.0))
	if absf((path[-1] if path else from).x - to.x) > 40.0:
		path.append(Vector2(to.x - signf(to.x - (path[-1] if path else from).x) * 18.0, there - 20.0))
	path.append(to)
	return path


static func _storey(y: float) -> float:
	return 238.0 if y < 245.0 else (464.0 if y < 470.0 else 690.0)
