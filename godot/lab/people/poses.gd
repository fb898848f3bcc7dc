class_name Poses
extends RefCounted
## The numbers of the poses: where each joint is and how it swings. A pose names what differs from standing.

## A joint's row: where it is, how far it swings, how fast (radians a second), where in the swing it begins, which wave.
const STAND: Dictionary[Bones.Joint, Array] = {
	Bones.Joint.LIFT: [0.0, 0.6, 2.1],
	Bones.Joint.SWAY: [0.0, 0.9, 0.43],
	Bones.Joint.LEAN: [0.0, 0.5, 0.43],
	Bones.Joint.NOD_X: [0.0, 0.5, 0.31],
	Bones.Joint.NOD_Y: [0.0, 0.5, 2.1, -0.5],
	Bones.Joint.TILT: [0.0, 0.025, 0.37],
	Bones.Joint.HAND0_X: [13.0],
	Bones.Joint.HAND0_Y: [-33.0, 0.5, 2.1, -0.8],
	Bones.Joint.HAND1_X: [-11.0],
	Bones.Joint.HAND1_Y: [-32.0, 0.5, 2.1, -0.8],
	Bones.Joint.FOOT0_X: [5.5],
	Bones.Joint.FOOT1_X: [-4.5],
	Bones.Joint.FOOT1_Y: [1.0],
	Bones.Joint.KNEE0_X: [1.5],
	Bones.Joint.KNEE1_X: [1.5],
}
## On a chair: thighs forward, feet before the seat.
const SEAT: Dictionary[Bones.Joint, Array] = {
	Bones.Joint.LIFT: [6.0, 0.5, 1.7],
	Bones.Joint.LEAN: [-2.0],
	Bones.Joint.HAND0_X: [13.0],
	Bones.Joint.HAND0_Y: [-29.0],
	Bones.Joint.HAND1_X: [5.0],
	Bones.Joint.HAND1_Y: [-28.0],
	Bones.Joint.FOOT0_X: [17.0],
	Bones.Joint.FOOT1_X: [11.0],
	Bones.Joint.FOOT1_Y: [1.0],
	Bones.Joint.KNEE0_X: [9.0],
	Bones.Joint.KNEE0_Y: [-9.0],
	Bones.Joint.KNEE1_X: [9.0],
	Bones.Joint.KNEE1_Y: [-9.0],
}
## The joints that a pose does not move while sitting.
const BELOW: Array[Bones.Joint] = [
	Bones.Joint.LIFT,
	Bones.Joint.SWAY,
	Bones.Joint.FOOT0_X,
	Bones.Joint.FOOT0_Y,
	Bones.Joint.FOOT1_X,
	Bones.Joint.FOOT1_Y,
	Bones.Joint.KNEE0_X,
	Bones.Joint.KNEE0_Y,
	Bones.Joint.KNEE1_X,
	Bones.Joint.KNEE1_Y,
]
## Arms around something, by how big it is.
const HOLD: Dictionary[Bones.Joint, Array] = {
	Bones.Joint.HAND0_X: [18.0],
	Bones.Joint.HAND0_Y: [-41.0, 0.5, 2.1],
	Bones.Joint.HAND1_X: [12.0],
	Bones.Joint.HAND1_Y: [-38.0, 0.5, 2.1],
}

const OWN: Dictionary[Figure.Pose, Dictionary] = {
	Figure.Pose.READ:
	{
		Bones.Joint.NOD_X: [1.5],
		Bones.Joint.NOD_Y: [2.2, 0.4, 1.1],
		Bones.Joint.TILT: [0.07, 0.03, 0.6],
		Bones.Joint.HAND0_X: [18.0],
		Bones.Joint.HAND0_Y: [-46.0, 0.7, 1.3],
		Bones.Joint.HAND1_X: [11.0],
		Bones.Joint.HAND1_Y: [-42.0, 0.7, 1.3],
	},
	Figure.Pose.TYPE:
	{
		Bones.Joint.LEAN: [1.5, 0.4, 0.7],
		Bones.Joint.NOD_X: [1.5, 0.6, 0.5],
		Bones.Joint.NOD_Y: [1.4, 0.4, 1.7],
		Bones.Joint.TILT: [0.05, 0.02, 0.8],
		Bones.Joint.HAND0_X: [19.0],
		Bones.Joint.HAND0_Y: [-39.5, 1.6, 17.0],
		Bones.Joint.HAND1_X: [12.0, 0.8, 5.0],
		Bones.Joint.HAND1_Y: [-38.5, 1.6, 14.0, 2.4],
	},
	Figure.Pose.WRITE:
	{
		Bones.Joint.LEAN: [2.0, 0.8, 0.9],
		Bones.Joint.NOD_X: [1.5, 0.8, 1.3],
		Bones.Joint.NOD_Y: [-1.0, 0.5, 0.9],
		Bones.Joint.TILT: [-0.06],
		Bones.Joint.HAND0_X: [26.0, 3.0, 2.6],
		Bones.Joint.HAND0_Y: [-68.0, 2.2, 7.3],
		Bones.Joint.HAND1_X: [-7.0],
		Bones.Joint.HAND1_Y: [-39.0],
		Bones.Joint.FOOT0_X: [7.0],
		Bones.Joint.FOOT1_X: [-6.0],
	},
	Figure.Pose.TALK:
	{
		Bones.Joint.LEAN: [1.0, 1.0, 1.6],
		Bones.Joint.NOD_X: [1.0, 1.0, 3.0],
		Bones.Joint.NOD_Y: [0.0, 0.9, 4.2],
		Bones.Joint.TILT: [0.0, 0.06, 1.6],
		Bones.Joint.HAND0_X: [20.0, 2.5, 2.9],
		Bones.Joint.HAND0_Y: [-48.0, 5.0, 2.3],
		Bones.Joint.HAND1_X: [6.0, 3.0, 1.9],
		Bones.Joint.HAND1_Y: [-41.0, 3.0, 2.7, 1.0],
	},
	Figure.Pose.THINK:
	{
		Bones.Joint.NOD_X: [1.0, 0.7, 0.6],
		Bones.Joint.NOD_Y: [-0.5, 0.5, 0.9],
		Bones.Joint.TILT: [-0.1, 0.05, 0.5],
		Bones.Joint.HAND0_X: [13.0],
		Bones.Joint.HAND0_Y: [-54.0, 0.7, 1.9],
		Bones.Joint.HAND1_X: [9.0],
		Bones.Joint.HAND1_Y: [-40.0],
	},
	Figure.Pose.WAIT:
	{
		Bones.Joint.SWAY: [0.0, 1.4, 0.5],
		Bones.Joint.NOD_X: [0.0, 1.0, 0.4],
		Bones.Joint.NOD_Y: [0.0, 0.7, 0.9],
		Bones.Joint.TILT: [-0.04, 0.06, 0.4],
		Bones.Joint.HAND0_X: [8.0],
		Bones.Joint.HAND0_Y: [-42.0],
		Bones.Joint.HAND1_X: [10.0],
		Bones.Joint.HAND1_Y: [-38.5],
		Bones.Joint.FOOT0_X: [6.0],
		Bones.Joint.TOE0: [0.0, -0.35, 6.0, 0.0, Bones.Wave.TAP],
	},
	Figure.Pose.CHEER:
	{
		Bones.Joint.LIFT: [0.0, -11.0, 5.5, 0.0, Bones.Wave.HOP],
		Bones.Joint.NOD_Y: [-1.5],
		Bones.Joint.TILT: [-0.05, 0.08, 5.5],
		Bones.Joint.HAND0_X: [21.0, 2.0, 11.0],
		Bones.Joint.HAND0_Y: [-82.0, 3.0, 11.0],
		Bones.Joint.HAND1_X: [-20.0, 2.0, 11.0, 1.0],
		Bones.Joint.HAND1_Y: [-84.0, 3.0, 11.0, 1.6],
		Bones.Joint.FOOT0_X: [6.0],
		Bones.Joint.FOOT1_X: [-6.0],
		Bones.Joint.FOOT0_Y: [1.0, -9.0, 5.5, -0.25, Bones.Wave.HOP],
		Bones.Joint.FOOT1_Y: [2.0, -9.0, 5.5, -0.25, Bones.Wave.HOP],
		Bones.Joint.TOE0: [0.0, 0.5, 5.5, 0.0, Bones.Wave.HOP],
		Bones.Joint.TOE1: [0.0, 0.5, 5.5, 0.0, Bones.Wave.HOP],
	},
	Figure.Pose.SLUMP:
	{
		Bones.Joint.LIFT: [2.5, 0.5, 1.2],
		Bones.Joint.LEAN: [5.0, 0.5, 0.6],
		Bones.Joint.NOD_X: [3.5],
		Bones.Joint.NOD_Y: [6.5, 0.7, 1.2],
		Bones.Joint.TILT: [0.28, 0.03, 0.6],
		Bones.Joint.HAND0_X: [14.0, 0.8, 0.6],
		Bones.Joint.HAND0_Y: [-23.0],
		Bones.Joint.HAND1_X: [3.0, 0.8, 0.6],
		Bones.Joint.HAND1_Y: [-22.0],
		Bones.Joint.KNEE0_X: [4.0],
		Bones.Joint.KNEE1_X: [4.0],
	},
	Figure.Pose.REST:
	{
		Bones.Joint.LIFT: [1.0, 0.9, 1.1],
		Bones.Joint.LEAN: [-1.0],
		Bones.Joint.NOD_X: [2.0],
		Bones.Joint.NOD_Y: [4.5, 0.9, 1.1, -0.6],
		Bones.Joint.TILT: [0.3, 0.03, 1.1],
		Bones.Joint.HAND0_X: [9.0],
		Bones.Joint.HAND0_Y: [-38.5, 0.8, 1.1],
		Bones.Joint.HAND1_X: [11.0],
		Bones.Joint.HAND1_Y: [-41.5, 0.8, 1.1],
	},
	Figure.Pose.PRESENT:
	{
		Bones.Joint.LEAN: [-1.0, 0.8, 0.8],
		Bones.Joint.NOD_X: [0.0, 0.8, 1.1],
		Bones.Joint.TILT: [-0.03, 0.05, 1.1],
		Bones.Joint.HAND0_X: [23.0, 1.5, 1.2],
		Bones.Joint.HAND0_Y: [-60.0, 3.0, 1.7],
		Bones.Joint.HAND1_X: [9.0],
		Bones.Joint.HAND1_Y: [-40.0, 0.8, 1.7],
	},
	Figure.Pose.NOD:
	{
		Bones.Joint.NOD_X: [1.0],
		Bones.Joint.NOD_Y: [0.8, 3.2, 8.0],
		Bones.Joint.TILT: [0.06, 0.12, 8.0],
		Bones.Joint.HAND0_X: [20.0],
		Bones.Joint.HAND0_Y: [-52.0, 1.0, 8.0],
		Bones.Joint.HAND1_X: [-9.0],
		Bones.Joint.HAND1_Y: [-36.0],
	},
	Figure.Pose.RAISE:
	{
		Bones.Joint.NOD_Y: [-1.0, 0.6, 1.4],
		Bones.Joint.TILT: [-0.08, 0.03, 0.9],
		Bones.Joint.HAND0_X: [21.0, 2.0, 3.2],
		Bones.Joint.HAND0_Y: [-90.0, 1.5, 3.2],
		Bones.Joint.HAND1_X: [-10.0],
		Bones.Joint.HAND1_Y: [-36.0],
		Bones.Joint.TOE0: [0.15],
		Bones.Joint.TOE1: [0.15],
	},
	Figure.Pose.SCRATCH:
	{
		Bones.Joint.NOD_X: [0.0, 0.6, 1.2],
		Bones.Joint.NOD_Y: [1.5],
		Bones.Joint.TILT: [0.16, 0.04, 1.2],
		Bones.Joint.HAND0_X: [13.0],
		Bones.Joint.HAND0_Y: [-33.0],
		Bones.Joint.HAND1_X: [-12.0, 2.2, 12.0],
		Bones.Joint.HAND1_Y: [-84.0, 1.6, 12.0, 1.2],
	},
	Figure.Pose.LIFT:
	{
		Bones.Joint.LEAN: [2.0],
		Bones.Joint.NOD_Y: [-2.0],
		Bones.Joint.TILT: [-0.16],
		Bones.Joint.HAND0_X: [24.0],
		Bones.Joint.HAND0_Y: [-75.0, 1.2, 2.6],
		Bones.Joint.HAND1_X: [19.0],
		Bones.Joint.HAND1_Y: [-57.0, 1.2, 2.6],
		Bones.Joint.TOE0: [0.3],
		Bones.Joint.TOE1: [0.3],
	},
	Figure.Pose.SIGH:
	{
		Bones.Joint.LIFT: [1.5, 1.6, 2.4],
		Bones.Joint.LEAN: [2.0, 1.0, 2.4],
		Bones.Joint.NOD_X: [2.0],
		Bones.Joint.NOD_Y: [3.5, 1.6, 2.4],
		Bones.Joint.TILT: [0.15, 0.06, 2.4],
		Bones.Joint.HAND0_X: [13.0],
		Bones.Joint.HAND0_Y: [-26.0],
		Bones.Joint.HAND1_X: [-4.0],
		Bones.Joint.HAND1_Y: [-25.0],
	},
	Figure.Pose.LOOK_UP:
	{
		Bones.Joint.LEAN: [-1.5],
		Bones.Joint.NOD_X: [-1.0, 0.8, 1.6],
		Bones.Joint.NOD_Y: [-2.5],
		Bones.Joint.TILT: [-0.22, 0.03, 1.6],
	},
	Figure.Pose.SHAKE:
	{
		Bones.Joint.LEAN: [-1.0],
		Bones.Joint.NOD_X: [0.0, 4.0, 9.0],
		Bones.Joint.NOD_Y: [1.5],
		Bones.Joint.TILT: [0.04, 0.08, 9.0],
		Bones.Joint.HAND0_X: [20.0, 1.0, 4.5],
		Bones.Joint.HAND0_Y: [-44.0],
		Bones.Joint.HAND1_X: [-19.0, 1.0, 4.5],
		Bones.Joint.HAND1_Y: [-44.0],
	},
	Figure.Pose.STRETCH:
	{
		Bones.Joint.LIFT: [-1.5, 1.2, 2.6],
		Bones.Joint.LEAN: [-2.0, 1.0, 1.3],
		Bones.Joint.NOD_Y: [-1.5],
		Bones.Joint.TILT: [-0.12, 0.05, 1.3],
		Bones.Joint.HAND0_X: [15.0, 1.5, 2.6],
		Bones.Joint.HAND0_Y: [-90.0, 2.5, 2.6],
		Bones.Joint.HAND1_X: [-17.0, 1.5, 2.6, 0.5],
		Bones.Joint.HAND1_Y: [-88.0, 2.5, 2.6, 0.5],
		Bones.Joint.TOE0: [0.2],
		Bones.Joint.TOE1: [0.2],
	},
}
