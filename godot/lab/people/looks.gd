class_name Looks
extends RefCounted
## What each role wears, in the order of Palette.Role: hair, trousers, and how far down the coat reaches.

const HAIR: Array[Color] = [
	Color("5b3826"), Color("8c3f2b"), Color("f1eadf"), Color("2b2024"), Color("b9763c"), Color("8d8791")
]
const TROUSERS: Array[Color] = [
	Color("56617a"), Color("4a3d46"), Color("8a7568"), Color("3f4a5c"), Color("7b6a58"), Color("1c2036")
]
const HEM: Array[float] = [-25.0, -24.0, -15.0, -26.0, -25.0, -5.0]


## x, y, x, y … as points.
static func dots(flat: PackedFloat32Array) -> PackedVector2Array:
	var out := PackedVector2Array()
	for i: int in range(0, flat.size(), 2):
		out.append(Vector2(flat[i], flat[i + 1]))
	return out
