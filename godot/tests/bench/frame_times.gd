class_name FrameTimes
extends RefCounted
## Milliseconds from one drawn frame to the next.

var _times: PackedFloat64Array = []
var _last: int = 0


## Call it once a frame, after the frame was drawn.
func tick() -> void:
	var now := Time.get_ticks_usec()
	if _last > 0:
		_times.append((now - _last) / 1000.0)
	_last = now


## What comes now does not follow on what was before.
func pause() -> void:
	_last = 0


func count() -> int:
	return _times.size()


## The time that so many of a hundred frames do not exceed.
func percentile(share: float) -> float:
	if _times.is_empty():
		return 0.0
	var sorted := _times.duplicate()
	sorted.sort()
	return sorted[clampi(ceili(sorted.size() * share / 100.0) - 1, 0, sorted.size() - 1)]
