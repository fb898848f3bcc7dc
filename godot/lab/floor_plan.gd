class_name FloorPlan
extends RefCounted
## Where everything is in the house, in its own 1280×720: rooms by phase, places to stand, the way from one to
## another.

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
## The hall goes up round the stair.
const LANDING := Rect2(404, 256, 190, 208)

## Where people stand in each room: x, how far in front of the back wall, and which way they look. In the order of
## Palette.Role, so that two roles never share a spot; then the further seats of a role, then what a room has beside
## (an armchair).
const SPOTS: Dictionary[String, Array] = {
	"literature-review":
	[
		Vector3(420, 28, -1),
		Vector3(486, 33, -1),
		Vector3(592, 27, -1),
		Vector3(352, 35, -1),
		Vector3(650, 34, -1),
		Vector3(292, 30, 1),
		Vector3(250, 35, 1),
		Vector3(768, 35, -1),
		Vector3(706, 29, -1),
	],
	"plan-formulation":
	[
		Vector3(88, 33, 1),
		Vector3(335, 36, -1),
		Vector3(372, 24, -1),
		Vector3(166, 36, 1),
		Vector3(118, 38, 1),
		Vector3(276, 37, -1),
		Vector3(230, 38, -1),
		Vector3(74, 39, 1),
	],
	"data-preparation":
	[
		Vector3(838, 33, -1),
		Vector3(790, 37, -1),
		Vector3(884, 36, -1),
		Vector3(732, 34, -1),
		Vector3(668, 31, 1),
		Vector3(632, 37, 1),
		Vector3(700, 38, 1),
		Vector3(860, 38, -1),
	],
	"running-experiments":
	[
		Vector3(1054, 37, 1),
		Vector3(1142, 38, -1),
		Vector3(958, 37, 1),
		Vector3(1004, 37, 1),
		Vector3(1098, 35, -1),
		Vector3(1190, 34, -1),
		Vector3(1154, 38, -1),
		Vector3(964, 26, 1),
	],
	"results-interpretation":
	[
		Vector3(98, 36, 1),
		Vector3(276, 15, -1),
		Vector3(366, 21, -1),
		Vector3(74, 20, 1),
		Vector3(172, 15, 1),
		Vector3(322, 34, -1),
		Vector3(138, 38, 1),
		Vector3(358, 38, -1),
	],
	"report-writing":
	[
		Vector3(668, 24, 1),
		Vector3(798, 24, 1),
		Vector3(846, 24, -1),
		Vector3(632, 34, 1),
		Vector3(714, 26, 1),
		Vector3(744, 34, -1),
		Vector3(764, 22, -1),
		Vector3(890, 34, -1),
	],
	"report-refinement":
	[
		Vector3(950, 35, 1),
		Vector3(1204, 22, -1),
		Vector3(1182, 26, -1),
		Vector3(968, 24, 1),
		Vector3(1112, 20, 1),
		Vector3(1006, 27, 1),
		Vector3(1076, 27, 1),
		Vector3(1146, 27, -1),
	],
	"hall":
	[
		Vector3(470, 34, -1),
		Vector3(436, 36, 1),
		Vector3(484, 18, -1),
		Vector3(416, 37, 1),
		Vector3(512, 37, -1),
		Vector3(425, 31, 1),
		Vector3(416, 20, 1),
		Vector3(464, 37, 1),
		Vector3(466, 15, -1),
	],
}
## Rooms whose bubbles may also be over the terrace above or the hall beside them, off their boards.
const AIR: Dictionary[String, Rect2] = {
	"running-experiments": Rect2(927, 198, 298, 263),
	"results-interpretation": Rect2(55, 485, 455, 202),
}
## The walls and the air beside a room, where its bubbles may be at a price: off plates, people and things to be read.
const REACH: Dictionary[String, Rect2] = {
	"plan-formulation": Rect2(30, 200, 562, 261),
	"data-preparation": Rect2(406, 200, 819, 261),
	"running-experiments": Rect2(609, 198, 646, 263),
	"results-interpretation": Rect2(30, 485, 562, 202),
	"report-writing": Rect2(406, 485, 819, 202),
	"report-refinement": Rect2(609, 485, 646, 202),
}
## What a room always has to be read, in the house: boards, signs, pages, dials.
const BOARDS: Dictionary[String, Array] = {
	"plan-formulation": [Rect2(118, 272, 96, 30), Rect2(118, 302, 192, 108)],
	"data-preparation": [Rect2(711, 308, 166, 46)],
	"running-experiments": [Rect2(1006, 271, 206, 88)],
	"results-interpretation": [Rect2(120, 498, 216, 104)],
	"report-writing": [Rect2(672, 500, 216, 48), Rect2(844, 554, 44, 20)],
	"report-refinement": [Rect2(973, 644, 206, 33)],
	"hall": [Rect2(408, 264, 104, 130), Rect2(434, 494, 36, 36)],
}
## Spots that are seats: room → slots.
const SEATS: Dictionary[String, Array] = {"literature-review": [8], "results-interpretation": [1, 4]}
const ARMCHAIR := 8
## The library's slab is wider than what is written on it.
const LIBRARY_PLATE := 320.0
## Before the front door, in the hall.
const DOORSTEP := 8
## Where who comes in is seen first.
const DOOR := Vector2(452, 651)

const STAIR_X := 548.0
## How far from the pole one goes up, one turn of treads per storey, and where the lowest tread lies.
const STAIR_REACH := 25.0
const STAIR_TREADS := 18
const STAIR_FOOT := 672.0
const STAIR_RISE := 226.0
## Half the depth of a turn, as seen from the front.
const STAIR_DEPTH := 5.0
## Who goes right walks a little further back than who goes left.
const LANE_RIGHT := 15.0
const LANE_LEFT := 21.0
## Where a room's bubbles lean, so that they do not hide what the room shows.
const LEAN: Dictionary[String, float] = {
	"plan-formulation": 330.0, "results-interpretation": 330.0, "data-preparation": 640.0
}


static func spot(id: String, slot: int) -> Vector2:
	var at: Vector3 = SPOTS[id][slot % SPOTS[id].size()]
	return Vector2(at.x, ROOMS[id].end.y - Palette.ROOM_DEPTH + at.y)


## Which way one looks there: 1 right, -1 left.
static func facing(id: String, slot: int) -> float:
	var at: Vector3 = SPOTS[id][slot % SPOTS[id].size()]
	return at.z


static func is_seat(id: String, slot: int) -> bool:
	return slot in (SEATS.get(id, []) as Array)


## The spot of a role in a room; seats of a role after the first have spots of their own.
static func slot_of(role: Palette.Role, seat: int) -> int:
	return role as int if seat == 0 else 5 + seat


## Name of the room at this place; "" on the stairs and outside.
static func room_at(at: Vector2) -> String:
	if on_stairs(at):
		return ""
	for id: String in ROOMS:
		if ROOMS[id].has_point(at):
			return id
	return "hall" if LANDING.has_point(at) else ""


## Where a room's bubbles may be; the whole picture on the stairs.
static func air(id: String) -> Rect2:
	if id == "literature-review":
		return Rect2(196, 10, 606, 224)
	if AIR.has(id):
		return AIR[id]
	return ROOMS[id].grow(-3.0) if ROOMS.has(id) and id != "hall" else Rect2(10, 8, 1260, 704)


## The room and what is beside it.
static func reach(id: String) -> Rect2:
	return REACH.get(id, air(id))


## What of a room is there to be read.
static func boards(id: String) -> Array[Rect2]:
	var found: Array[Rect2] = []
	found.assign(BOARDS.get(id, []) as Array)
	return found


## The labels on the slabs under the rooms.
static func plates() -> Array[Rect2]:
	var found: Array[Rect2] = []
	for id: String in ROOMS:
		var wide := LIBRARY_PLATE if id == "literature-review" else ROOMS[id].size.x
		found.append(Rect2(ROOMS[id].position.x, ROOMS[id].end.y, wide, Palette.SLAB))
	return found


## Along the floor behind the desks, up or down the winding stair where the storey differs, then into place.
static func route(from: Vector2, to: Vector2) -> PackedVector2Array:
	var path := PackedVector2Array()
	var here := storey(from)
	var there := storey(to)
	var begin := from
	if on_stairs(from):
		# Whoever turns round on the stairs goes on from the tread where they are.
		begin = _climb(path, from, there)
		here = there
	elif here != there:
		var foot := _tread(here * STAIR_TREADS)
		_cross(path, from, foot, here)
		begin = _climb(path, foot, there)
	_cross(path, begin, to, there)
	path.append(to)
	return path


## 0 on the ground, 1 above, 2 under the roof.
static func storey(at: Vector2) -> int:
	return 2 if at.y < 245.0 else (1 if at.y < 470.0 else 0)


static func on_stairs(at: Vector2) -> bool:
	if absf(at.x - STAIR_X) > STAIR_REACH + 1.5 or at.y < 180.0:
		return false
	var over := fposmod(STAIR_FOOT - at.y, STAIR_RISE)
	return over > 12.0 and over < STAIR_RISE - 22.0


## How far in front of the pole one is on the stair: 1 before it, -1 behind it; 1 anywhere else.
static func stair_depth(at: Vector2) -> float:
	return sin(_angle(_turns(at))) if on_stairs(at) else 1.0


## Draws the pole before whoever goes round behind it.
static func veil(clay: Clay, at: Vector2, size: float) -> void:
	if stair_depth(at) > -0.25:
		return
	var pole := Clay.form("pole", _pole)
	clay.put(pole, Transform2D(0.0, Vector2.ONE / size, 0.0, Vector2((STAIR_X - at.x) / size, 0)))


static func _pole() -> void:
	Brush.box(null, Rect2(-4, -112, 8, 118), Palette.WALNUT.darkened(0.14), 0.5)
	Brush.box(null, Rect2(-4, -112, 5, 118), Palette.WALNUT, 0.5)


## Over the floor of a storey in the lane of one's direction.
static func _cross(path: PackedVector2Array, from: Vector2, to: Vector2, level: int) -> void:
	var far := to.x - from.x
	if absf(far) < 70.0:
		return
	var side := signf(far)
	var wall := STAIR_FOOT + 18.0 - level * STAIR_RISE - Palette.ROOM_DEPTH
	var lane := wall + (LANE_RIGHT if side > 0.0 else LANE_LEFT)
	path.append(Vector2(from.x + side * 22.0, lane))
	path.append(Vector2(to.x - side * 26.0, lane))


## Tread by tread to a storey; gives the tread where the stair is left.
static func _climb(path: PackedVector2Array, from: Vector2, to_level: int) -> Vector2:
	var now := _turns(from)
	var end := float(to_level * STAIR_TREADS)
	var step := signf(end - now)
	var tread := floorf(now) if step > 0.0 else ceilf(now)
	while (end - tread) * step > 0.5:
		tread += step
		path.append(_tread(tread))
	return path[-1] if path else from


## How many treads above the foot of the stair this place is.
static func _turns(at: Vector2) -> float:
	return (STAIR_FOOT - at.y) / STAIR_RISE * STAIR_TREADS


static func _angle(tread: float) -> float:
	return TAU * tread / STAIR_TREADS + PI / 2


static func _tread(tread: float) -> Vector2:
	var a := _angle(tread)
	return Vector2(
		STAIR_X + cos(a) * STAIR_REACH, STAIR_FOOT - STAIR_RISE * tread / STAIR_TREADS + STAIR_DEPTH * (sin(a) - 1.0)
	)
