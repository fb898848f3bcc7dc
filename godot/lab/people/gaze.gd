class_name Gaze
extends RefCounted
## Where the pupils of one figure are: on whoever speaks, or wandering while there is nothing to look at.

const FAR := Vector2(1.3, 0.9)
const WANDER := Vector2(1.3, 0.7)
## Seconds between two glances.
const STAYS := 2.3
const WANDERING: Array[Figure.Pose] = [Figure.Pose.IDLE, Figure.Pose.WAIT, Figure.Pose.THINK]

## Units from the middle of the eye.
var at: Vector2


func go(delta: float, one: Figure) -> void:
	var to := Vector2.ZERO
	if one.eyes_on != Vector2.INF:
		to = ((one.eyes_on - one.position) / 60.0).limit_length(1.0) * FAR
	elif not one.still and one.shown() in WANDERING:
		var slot := floori(one.clock / STAYS)
		to = Vector2(sin(slot * 12.9 + one.role), sin(slot * 7.3 + one.role)) * WANDER
	at = to if one.still else at.lerp(to, minf(1.0, delta * 9.0))
