class_name Furnishing
extends RefCounted
## What stands where: walls, windows and things without data, for the layers of the house.

const WALLS: Dictionary[String, Array] = {
	"literature-review": [Palette.CLAY, 0.3],
	"plan-formulation": [Palette.SAGE, 0.55],
	"data-preparation": [Palette.MIST, 0.6],
	"running-experiments": [Palette.HONEY, 0.28],
	"results-interpretation": [Palette.MIST, 0.45],
	"report-writing": [Palette.CLAY, 0.34],
	"report-refinement": [Palette.SAGE, 0.5],
	"hall": [Palette.PLASTER, 0.0],
}
const LIBRARY := "literature-review"
const LANDING := Rect2(404, 256, 190, 208)
## Rooms that have no door to the left, or to the right.
const CLOSED_LEFT: Array[String] = ["plan-formulation", "results-interpretation", "literature-review"]
const CLOSED_RIGHT: Array[String] = ["running-experiments", "report-refinement", "literature-review"]
## x of the walls between rooms.
const PARTITIONS: Array[float] = [392.0, 594.0, 912.0]
const MOSS_LAMPS: Array[String] = ["literature-review", "report-writing", "running-experiments"]


## Those of the closed part of the house; the library's are under the roof.
static func walls() -> Array[Node2D]:
	var found: Array[Node2D] = [Room.create(LANDING, Palette.PLASTER, true, true)]
	for id: String in FloorPlan.ROOMS:
		if id != LIBRARY:
			found.append(_walls_of(id))
	return found


## The walls' thickness where one looks through a door: no room's light falls there, so the hour tints it.
static func gaps() -> Array[Node2D]:
	var found: Array[Node2D] = []
	for x: float in PARTITIONS:
		for y: float in [464.0, 690.0]:
			found.append(_gap(Rect2(x, y - 126, 12, 126)))
	return found


static func windows() -> Array[Pane]:
	return [
		Pane.create(Vector2(499, 88), Vector2(52, 52), true),
		Pane.create(Vector2(330, 292), Vector2(44, 72)),
		Pane.create(Vector2(1076, 526), Vector2(56, 56), true),
	]


## Along the back walls, behind everybody.
static func behind() -> Array[Node2D]:
	var kind := Furniture.Kind
	var found: Array[Node2D] = [
		_stairs(),
		Furniture.create(kind.BOXES, Vector2(655, 428)),
		Furniture.create(kind.SERVER, Vector2(966, 428)),
		Furniture.create(kind.RUG, Vector2(222, 668), Palette.CLAY),
		Furniture.create(kind.CHAIR, Vector2(172, 660), Palette.CLAY),
		Furniture.create(kind.CHAIR, Vector2(276, 660), Palette.CLAY),
	]
	for id: String in FloorPlan.ROOMS:
		if id != LIBRARY:
			found.append(_lamp(id))
	return found


## The same under the roof, where one sees past it into the sky.
static func under_roof() -> Array[Node2D]:
	var kind := Furniture.Kind
	return [
		_walls_of(LIBRARY),
		_stairs(),
		Furniture.create(kind.RUG, Vector2(690, 226), Palette.BRICK),
		Furniture.create(kind.ARMCHAIR, Vector2(704, 212), Palette.MOSS),
		Furniture.create(kind.FLOOR_LAMP, Vector2(640, 206), Palette.HONEY),
		_lamp(LIBRARY),
	]


## Beside the round window, whose patch of sun falls on the wall below them.
static func pictures() -> Array[Node2D]:
	var kind := Furniture.Kind
	return [
		Furniture.create(kind.PICTURE, Vector2(1006, 526), Palette.SAGE),
		Furniture.create(kind.PICTURE, Vector2(1152, 526), Palette.SAGE),
	]


## At the front edge of the rooms, before everybody.
static func before() -> Array[Node2D]:
	var kind := Furniture.Kind
	return [
		Furniture.create(kind.TABLE, Vector2(222, 680), Palette.BRICK),
		Furniture.create(kind.COURT, Vector2(1076, 682)),
		Furniture.create(kind.DESK, Vector2(680, 682), Palette.BRICK),
		Furniture.create(kind.DESK, Vector2(810, 682), Palette.MOSS),
	]


static func plants() -> Array[SwayingPlant]:
	return [SwayingPlant.grow(Vector2(1200, 660), Palette.HONEY), SwayingPlant.grow(Vector2(874, 658), Palette.CLAY)]


static func terrace_plants() -> Array[SwayingPlant]:
	var found: Array[SwayingPlant] = []
	for x: float in [96.0, 870.0, 1168.0]:
		found.append(SwayingPlant.grow(Vector2(x, 238), Palette.CLAY))
	return found


static func _walls_of(id: String) -> Room:
	var tone: Color = WALLS[id][0]
	var much: float = WALLS[id][1]
	var left := id not in CLOSED_LEFT
	var right := id not in CLOSED_RIGHT
	return Room.create(FloorPlan.ROOMS[id], Palette.PLASTER.lerp(tone, much), left, right, id == LIBRARY)


static func _lamp(id: String) -> Furniture:
	return Furniture.create(Furniture.Kind.LAMP, RoomShape.lamp(id), Palette.MOSS if id in MOSS_LAMPS else Palette.CLAY)


## They go up to the roof.
static func _stairs() -> Furniture:
	return Furniture.create(Furniture.Kind.STAIRS, Vector2(FloorPlan.STAIR_X, 672))


static func _gap(rect: Rect2) -> Node2D:
	var gap := Node2D.new()
	gap.draw.connect(
		func() -> void:
			Brush.fade(gap, rect, Palette.PLASTER.darkened(0.5), Palette.PLASTER.darkened(0.35))
			Brush.fade(
				gap,
				Rect2(rect.position.x, rect.end.y - 38, rect.size.x, 38),
				Palette.OAK.darkened(0.3),
				Palette.OAK.darkened(0.08)
			)
	)
	return gap
