class_name Bones
extends RefCounted
## Where the joints of a figure are, for every pose: numbers only. Facing right, the origin between the feet, y up is negative.

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

## A joint's row: where it is, how far it swings, how fast (radians a second), where in the swing it begins, which wave.
const STAND: Dictionary[Joint, Array] = {
	Joint.LIFT: [0.0, 0.6, 2.1],
	Joint.SWAY: [0.0, 0.9, 0.43],
	Joint.LEAN: [0.0, 0.5, 0.43],
	Joint.NOD_X: [0.0, 0.5, 0.31],
	Joint.NOD_Y: [0.0, 0.5, 2.1, -0.5],
	Joint.TILT: [0.0, 0.025, 0.37],
	Joint.HAND0_X: [13.0],
	Joint.HAND0_Y: [-33.0, 0.5, 2.1, -0.8],
	Joint.HAND1_X: [-11.0],
	Joint.HAND1_Y: [-32.0, 0.5, 2.1, -0.8],
	Joint.FOOT0_X: [5.5],
	Joint.FOOT1_X: [-4.5],
	Joint.FOOT1_Y: [1.0],
	Joint.KNEE0_X: [1.5],
	Joint.KNEE1_X: [1.5],
}
## On a chair: thighs forward, feet before the seat.
const SEAT: Dictionary[Joint, Array] = {
	Joint.LIFT: [5.0, 0.5, 1.7],
	Joint.LEAN: [-2.0],
	Joint.HAND0_X: [13.0],
	Joint.HAND0_Y: [-29.0],
	Joint.HAND1_X: [5.0],
	Joint.HAND1_Y: [-28.0],
	Joint.FOOT0_X: [17.0],
	Joint.FOOT1_X: [11.0],
	Joint.FOOT1_Y: [1.0],
	Joint.KNEE0_X: [9.0],
	Joint.KNEE0_Y: [-9.0],
	Joint.KNEE1_X: [9.0],
	Joint.KNEE1_Y: [-9.0],
}
## The joints that a pose does not move while sitting.
const BELOW: Array[Joint] = [
	Joint.LIFT,
	Joint.SWAY,
	Joint.FOOT0_X,
	Joint.FOOT0_Y,
	Joint.FOOT1_X,
	Joint.FOOT1_Y,
	Joint.KNEE0_X,
	Joint.KNEE0_Y,
	Joint.KNEE1_X,
	Joint.KNEE1_Y,
]
## Arms around something, by how big it is.
const HOLD: Dictionary[Joint, Array] = {
	Joint.HAND0_X: [18.0],
	Joint.HAND0_Y: [-41.0, 0.5, 2.1],
	Joint.HAND1_X: [12.0],
	Joint.HAND1_Y: [-38.0, 0.5, 2.1],
}

const POSES: Dictionary[Figure.Pose, Dictionary] = {
	Figure.Pose.READ:
	{
		Joint.NOD_X: [1.5],
		Joint.NOD_Y: [2.2, 0.4, 1.1],
		Joint.TILT: [0.07, 0.03, 0.6],
		Joint.HAND0_X: [18.0],
		Joint.HAND0_Y: [-46.0, 0.7, 1.3],
		Joint.HAND1_X: [11.0],
		Joint.HAND1_Y: [-42.0, 0.7, 1.3],
	},
	Figure.Pose.TYPE:
	{
		Joint.LEAN: [1.5, 0.4, 0.7],
		Joint.NOD_X: [1.5, 0.6, 0.5],
		Joint.NOD_Y: [1.4, 0.4, 1.7],
		Joint.TILT: [0.05, 0.02, 0.8],
		Joint.HAND0_X: [19.0],
		Joint.HAND0_Y: [-39.5, 1.6, 17.0],
		Joint.HAND1_X: [12.0, 0.8, 5.0],
		Joint.HAND1_Y: [-38.5, 1.6, 14.0, 2.4],
	},
	Figure.Pose.WRITE:
	{
		Joint.LEAN: [2.0, 0.8, 0.9],
		Joint.NOD_X: [1.5, 0.8, 1.3],
		Joint.NOD_Y: [-1.0, 0.5, 0.9],
		Joint.TILT: [-0.06],
		Joint.HAND0_X: [26.0, 3.0, 2.6],
		Joint.HAND0_Y: [-68.0, 2.2, 7.3],
		Joint.HAND1_X: [-7.0],
		Joint.HAND1_Y: [-39.0],
		Joint.FOOT0_X: [7.0],
		Joint.FOOT1_X: [-6.0],
	},
	Figure.Pose.TALK:
	{
		Joint.LEAN: [1.0, 1.0, 1.6],
		Joint.NOD_X: [1.0, 1.0, 3.0],
		Joint.NOD_Y: [0.0, 0.9, 4.2],
		Joint.TILT: [0.0, 0.06, 1.6],
		Joint.HAND0_X: [20.0, 2.5, 2.9],
		Joint.HAND0_Y: [-48.0, 5.0, 2.3],
		Joint.HAND1_X: [6.0, 3.0, 1.9],
		Joint.HAND1_Y: [-41.0, 3.0, 2.7, 1.0],
	},
	Figure.Pose.THINK:
	{
		Joint.NOD_X: [1.0, 0.7, 0.6],
		Joint.NOD_Y: [-0.5, 0.5, 0.9],
		Joint.TILT: [-0.1, 0.05, 0.5],
		Joint.HAND0_X: [13.0],
		Joint.HAND0_Y: [-54.0, 0.7, 1.9],
		Joint.HAND1_X: [9.0],
		Joint.HAND1_Y: [-40.0],
	},
	Figure.Pose.WAIT:
	{
		Joint.SWAY: [0.0, 1.4, 0.5],
		Joint.NOD_X: [0.0, 1.0, 0.4],
		Joint.NOD_Y: [0.0, 0.7, 0.9],
		Joint.TILT: [-0.04, 0.06, 0.4],
		Joint.HAND0_X: [8.0],
		Joint.HAND0_Y: [-42.0],
		Joint.HAND1_X: [10.0],
		Joint.HAND1_Y: [-38.5],
		Joint.FOOT0_X: [6.0],
		Joint.TOE0: [0.0, -0.35, 6.0, 0.0, Wave.TAP],
	},
	Figure.Pose.CHEER:
	{
		Joint.LIFT: [0.0, -11.0, 5.5, 0.0, Wave.HOP],
		Joint.NOD_Y: [-1.5],
		Joint.TILT: [-0.05, 0.08, 5.5],
		Joint.HAND0_X: [21.0, 2.0, 11.0],
		Joint.HAND0_Y: [-82.0, 3.0, 11.0],
		Joint.HAND1_X: [-20.0, 2.0, 11.0, 1.0],
		Joint.HAND1_Y: [-84.0, 3.0, 11.0, 1.6],
		Joint.FOOT0_X: [6.0],
		Joint.FOOT1_X: [-6.0],
		Joint.FOOT0_Y: [1.0, -9.0, 5.5, -0.25, Wave.HOP],
		Joint.FOOT1_Y: [2.0, -9.0, 5.5, -0.25, Wave.HOP],
		Joint.TOE0: [0.0, 0.5, 5.5, 0.0, Wave.HOP],
		Joint.TOE1: [0.0, 0.5, 5.5, 0.0, Wave.HOP],
	},
	Figure.Pose.SLUMP:
	{
		Joint.LIFT: [2.5, 0.5, 1.2],
		Joint.LEAN: [5.0, 0.5, 0.6],
		Joint.NOD_X: [3.5],
		Joint.NOD_Y: [6.5, 0.7, 1.2],
		Joint.TILT: [0.28, 0.03, 0.6],
		Joint.HAND0_X: [14.0, 0.8, 0.6],
		Joint.HAND0_Y: [-23.0],
		Joint.HAND1_X: [3.0, 0.8, 0.6],
		Joint.HAND1_Y: [-22.0],
		Joint.KNEE0_X: [4.0],
		Joint.KNEE1_X: [4.0],
	},
	Figure.Pose.REST:
	{
		Joint.LIFT: [1.0, 0.9, 1.1],
		Joint.LEAN: [-1.0],
		Joint.NOD_X: [2.0],
		Joint.NOD_Y: [4.5, 0.9, 1.1, -0.6],
		Joint.TILT: [0.3, 0.03, 1.1],
		Joint.HAND0_X: [9.0],
		Joint.HAND0_Y: [-38.5, 0.8, 1.1],
		Joint.HAND1_X: [11.0],
		Joint.HAND1_Y: [-41.5, 0.8, 1.1],
	},
	Figure.Pose.PRESENT:
	{
		Joint.LEAN: [-1.0, 0.8, 0.8],
		Joint.NOD_X: [0.0, 0.8, 1.1],
		Joint.TILT: [-0.03, 0.05, 1.1],
		Joint.HAND0_X: [23.0, 1.5, 1.2],
		Joint.HAND0_Y: [-60.0, 3.0, 1.7],
		Joint.HAND1_X: [9.0],
		Joint.HAND1_Y: [-40.0, 0.8, 1.7],
	},
	Figure.Pose.NOD:
	{
		Joint.NOD_X: [1.0],
		Joint.NOD_Y: [0.8, 3.2, 8.0],
		Joint.TILT: [0.06, 0.12, 8.0],
		Joint.HAND0_X: [20.0],
		Joint.HAND0_Y: [-52.0, 1.0, 8.0],
		Joint.HAND1_X: [-9.0],
		Joint.HAND1_Y: [-36.0],
	},
	Figure.Pose.RAISE:
	{
		Joint.NOD_Y: [-1.0, 0.6, 1.4],
		Joint.TILT: [-0.08, 0.03, 0.9],
		Joint.HAND0_X: [21.0, 2.0, 3.2],
		Joint.HAND0_Y: [-90.0, 1.5, 3.2],
		Joint.HAND1_X: [-10.0],
		Joint.HAND1_Y: [-36.0],
		Joint.TOE0: [0.15],
		Joint.TOE1: [0.15],
	},
	Figure.Pose.SCRATCH:
	{
		Joint.NOD_X: [0.0, 0.6, 1.2],
		Joint.NOD_Y: [1.5],
		Joint.TILT: [0.16, 0.04, 1.2],
		Joint.HAND0_X: [13.0],
		Joint.HAND0_Y: [-33.0],
		Joint.HAND1_X: [-12.0, 2.2, 12.0],
		Joint.HAND1_Y: [-84.0, 1.6, 12.0, 1.2],
	},
	Figure.Pose.LIFT:
	{
		Joint.LEAN: [2.0],
		Joint.NOD_Y: [-2.0],
		Joint.TILT: [-0.16],
		Joint.HAND0_X: [24.0],
		Joint.HAND0_Y: [-75.0, 1.2, 2.6],
		Joint.HAND1_X: [19.0],
		Joint.HAND1_Y: [-57.0, 1.2, 2.6],
		Joint.TOE0: [0.3],
		Joint.TOE1: [0.3],
	},
	Figure.Pose.SIGH:
	{
		Joint.LIFT: [1.5, 1.6, 2.4],
		Joint.LEAN: [2.0, 1.0, 2.4],
		Joint.NOD_X: [2.0],
		Joint.NOD_Y: [3.5, 1.6, 2.4],
		Joint.TILT: [0.15, 0.06, 2.4],
		Joint.HAND0_X: [13.0],
		Joint.HAND0_Y: [-26.0],
		Joint.HAND1_X: [-4.0],
		Joint.HAND1_Y: [-25.0],
	},
	Figure.Pose.LOOK_UP:
	{
		Joint.LEAN: [-1.5],
		Joint.NOD_X: [-1.0, 0.8, 1.6],
		Joint.NOD_Y: [-2.5],
		Joint.TILT: [-0.22, 0.03, 1.6],
	},
}

## Joints that both poses share are read from here, so that nothing is looked up twice.
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
		var all: Dictionary[Joint, Array] = STAND.duplicate()
		var own: Dictionary = POSES.get(pose, {})
		if sitting:
			all.merge(SEAT, true)
		for joint: Joint in own:
			if not (sitting and joint in BELOW):
				all[joint] = own[joint]
		if holding:
			all.merge(HOLD, true)
		var rows: Array = []
		for joint: int in COUNT:
			rows.append(all.get(joint, []))
		_whole[key] = rows
	return _whole[key]
