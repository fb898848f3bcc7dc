class_name PlaybackClock
extends RefCounted
## Which moment of a timeline is shown: live a second behind and breathing with the stream, or replayed at 0.5 to 16 times.

## The shown entry changed. `steps`: the entries that were passed one after another, oldest first, to be acted out; empty after a seek.
@warning_ignore("unused_signal")
signal moved(steps: Array[LabEvent])
## Mode, speed or pause changed.
@warning_ignore("unused_signal")
signal changed

const SPEEDS: Array[float] = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0]

## The entry that is shown.
var seq: int = 0
## Follows the newest entry.
var live: bool = true
var playing: bool = true
## Chosen by the person; while live it is 1.
var speed: float = 1.0
## How fast the lab's time runs now: `speed`, or more while live and far behind.
var rate: float = 1.0
var timeline: RunTimeline


## Goes on by `delta` seconds of real time.
func tick(_delta: float) -> void:
	pass


func seek(_to: int) -> void:
	pass


func step(_by: int) -> void:
	pass


func play() -> void:
	pass


func pause() -> void:
	pass


func follow_live() -> void:
	pass


func set_speed(_value: float) -> void:
	pass
