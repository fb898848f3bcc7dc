class_name Bones
extends RefCounted
## Where the joints of a figure are, from the numbers of its pose. Facing right, the origin between the feet.

enum Joint {
	LIFT,
	SWAY,
	LEAN,
	NOD_X,
	NOD_Y,
	TILT,
	HAND0_X,
	HAND0_Y,
	HAND1_X,
	HAND1_Y,
	FOOT0_X,
	FOOT0_Y,
	FOOT1_X,
	FOOT1_Y,
	KNEE0_X,
	KNEE0_Y,
	KNEE1_X,
	KNEE1_Y,
	TOE0,
	TOE1,
}
enum Wave { SINE, HOP, TAP }

const COUNT := 20

## Pose, sitting and holding → a row for each joint, made once.
static var _whole: Dictionary[int, Array] = {}


## The joints of a pose after `t` seconds. `still`: without any swing.
static func of(pose: Figure.Pose, t: float, sitting: bool, holding: bool, still: bool) -> PackedFloat32Array:
	var rows := _rows(pose, sitting, holding)
	var out := PackedFloat32Array()
	out.resize(COUNT)
	for joint: int in COUNT:
		var row: Array = rows[joint]
		var at: float = row[0] if row else 0.0
		out[joint] = at if still or row.size() < 3 else at + _swing(row, t)
	return out


static func between(from: PackedFloat32Array, to: PackedFloat32Array, how_far: float) -> PackedFloat32Array:
	var out := to.duplicate()
	for joint: int in COUNT:
		out[joint] = lerpf(from[joint], to[joint], how_far)
	return out


static func _swing(row: Array, t: float) -> float:
	var far: float = row[1]
	var speed: float = row[2]
	var begin: float = row[3] if row.size() > 3 else 0.0
	var wave := sin(t * speed + begin)
	if row.size() < 5:
		return far * wave
	return far * (absf(wave) if row[4] == Wave.HOP else maxf(0.0, wave))


static func _rows(pose: Figure.Pose, sitting: bool, holding: bool) -> Array:
	var key := pose * 4 + (2 if sitting else 0) + (1 if holding else 0)
	if not _whole.has(key):
		var all: Dictionary[Joint, Array] = Poses.STAND.duplicate()
		var own: Dictionary = Poses.OWN.get(pose, {})
		if sitting:
			all.merge(Poses.SEAT, true)
		for joint: Joint in own:
			if not (sitting and joint in Poses.BELOW):
				all[joint] = own[joint]
		if holding:
			all.merge(Poses.HOLD, true)
		var rows: Array = []
		for joint: int in COUNT:
			rows.append(all.get(joint, []))
		_whole[key] = rows
	return _whole[key]
