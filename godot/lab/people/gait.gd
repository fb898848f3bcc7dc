class_name Gait
extends RefCounted
## The joints while somebody walks. A foot on the floor goes back as fast as the body goes on: it does not slide.

## The part of a cycle in which a foot is on the floor.
const ON_FLOOR := 0.56
## No leg reaches farther; whoever runs faster flies.
const FARTHEST := 14.5


## `cycle`: how many strides were made. `stride`: length of one, in the figure's own units. `pace`: 1 walking, 2
## running. `climb`: 1 up the stairs, -1 down, 0 on the floor.
static func of(cycle: float, stride: float, pace: float, climb: float, holding: bool) -> PackedFloat32Array:
	var out := PackedFloat32Array()
	out.resize(Bones.COUNT)
	var reach := minf(stride * ON_FLOOR * 0.5, FARTHEST)
	var rise := (7.0 if climb == 0.0 else 10.0) + 2.0 * (pace - 1.0)
	for i: int in 2:
		var u := fposmod(cycle + 0.5 * i, 1.0)
		var down := u < ON_FLOOR
		var v := u / ON_FLOOR if down else (u - ON_FLOOR) / (1.0 - ON_FLOOR)
		var air := 0.0 if down else sin(PI * v)
		var x := reach * (1.0 - 2.0 * v) if down else -reach * cos(PI * v)
		out[Bones.Joint.FOOT0_X + 2 * i] = x + 1.0 - 1.0 * i
		out[Bones.Joint.FOOT0_Y + 2 * i] = 1.0 * i - air * rise
		out[Bones.Joint.KNEE0_X + 2 * i] = 1.5 + air * 4.5
		out[Bones.Joint.KNEE0_Y + 2 * i] = -air * 2.0
		out[Bones.Joint.TOE0 + i] = _toe(v, down)
		var swing := -x / maxf(reach, 1.0)
		out[Bones.Joint.HAND0_X + 2 * i] = (7.0 if i == 0 else -3.0) + swing * (8.0 + 2.0 * (pace - 1.0))
		out[Bones.Joint.HAND0_Y + 2 * i] = -33.5 - absf(swing) * 2.5 - 8.0 * (pace - 1.0)
	out[Bones.Joint.LIFT] = 0.8 - absf(sin(TAU * cycle)) * (2.2 + 1.5 * (pace - 1.0))
	out[Bones.Joint.LEAN] = 2.0 + 3.0 * (pace - 1.0) + climb * 1.0
	out[Bones.Joint.NOD_X] = 0.5 + 0.4 * sin(TAU * cycle * 2.0)
	out[Bones.Joint.NOD_Y] = 0.6 * sin(TAU * cycle * 2.0 - 0.8) - climb
	out[Bones.Joint.TILT] = 0.03 * sin(TAU * cycle) + 0.03
	if holding:
		for joint: Bones.Joint in Poses.HOLD:
			out[joint] = Poses.HOLD[joint][0]
	return out


## The heel comes first, the toe goes last.
static func _toe(v: float, down: bool) -> float:
	if down:
		return lerpf(-0.35, 0.0, minf(1.0, v * 5.0)) if v < 0.75 else lerpf(0.0, 0.6, (v - 0.75) * 4.0)
	return lerpf(0.6, -0.35, smoothstep(0.0, 0.9, v))
