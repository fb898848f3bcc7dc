class_name Section
extends RefCounted
## The house cut open: which part of the plane is closed, which is roof, and what can be seen past both. What is hidden
## is not drawn, and emptiness neither.

## The closed part of the house, which hides the land, less the round corners of its walls; and the open one under the
## roof.
const BODY := Rect2(42, 240, 1196, 466)
const ATTIC: PackedVector2Array = [
	Vector2(185, 238), Vector2(185, 172), Vector2(499, 34), Vector2(813, 172), Vector2(813, 238)
]
## Where they are rendered, on the grid of a bake.
const BODY_REGION := Rect2(0, 160, 1280, 560)
const ATTIC_REGION := Rect2(80, 0, 800, 240)
const FRONT := Rect2(0, 560, 1280, 160)


## The roof's two slopes, the right one with the chimney.
static func roof() -> Array[PackedVector2Array]:
	var left: PackedVector2Array = [
		Vector2(150, 196), Vector2(150, 163), Vector2(499, 8), Vector2(499, 48), Vector2(193, 184), Vector2(193, 196)
	]
	var right: PackedVector2Array = [
		Vector2(499, 8),
		Vector2(633, 67),
		Vector2(633, 34),
		Vector2(681, 34),
		Vector2(681, 88),
		Vector2(850, 163),
		Vector2(850, 196),
		Vector2(805, 196),
		Vector2(805, 184),
		Vector2(499, 48),
	]
	return [left, right]


## Where the section plane has anything besides the roof: terrace, slabs and walls.
static func plane() -> Array[Rect2]:
	var parts: Array[Rect2] = [
		Rect2(850, 110, 390, 86),
		Rect2(30, 196, 1220, 62),
		Rect2(30, 462, 1220, 22),
		Rect2(30, 688, 1220, 22),
	]
	for x: float in [30.0, 1226.0]:
		parts.append_array([Rect2(x, 258, 24, 204), Rect2(x, 484, 24, 204)])
	for x: float in Furnishing.PARTITIONS:
		parts.append_array([Rect2(x - 2, 258, 16, 96), Rect2(x - 2, 484, 16, 96)])
	return parts


## The sky left and right of what the roof hides.
static func above(seen: Rect2) -> Array[PackedVector2Array]:
	var top := Vector2(499, 52)
	var both: Array[PackedVector2Array] = []
	for side: float in [-1.0, 1.0]:
		var far := seen.position.x if side < 0.0 else seen.end.x
		(
			both
			. append(
				[
					Vector2(far, seen.position.y),
					Vector2(top.x, seen.position.y),
					top,
					Vector2(top.x + 300.0 * side, 190),
					Vector2(top.x + 300.0 * side, BODY.position.y),
					Vector2(far, BODY.position.y),
				]
			)
		)
	return both


## The land beside and below what the house hides.
static func around(seen: Rect2) -> Array[Rect2]:
	return [
		Rect2(seen.position.x, BODY.position.y, BODY.position.x - seen.position.x, BODY.size.y),
		Rect2(BODY.end.x, BODY.position.y, seen.end.x - BODY.end.x, BODY.size.y),
		Rect2(seen.position.x, BODY.end.y, seen.size.x, seen.end.y - BODY.end.y),
	]
