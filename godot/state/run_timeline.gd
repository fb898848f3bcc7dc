class_name RunTimeline
extends RefCounted
## All that is known of one run: its entries, a state for every 500 of them, and the newest state. Any moment can be asked for.

@warning_ignore("unused_signal")
signal grew

var run: String
## Seq of the newest entry or snapshot that is here; 0 before any.
var head: int = 0


func _init(a_run: String = "") -> void:
	run = a_run


## Takes entries in any order; those that are already here are left out.
func put(_events: Array[LabEvent]) -> void:
	pass


## Takes the server's state when the history is not here (yet).
func put_snapshot(_state: Dictionary) -> void:
	pass


## The state after entry `seq`; the nearest known one when the history is not here. Never null; RunReducer.empty before any.
func state_at(_seq: int) -> Dictionary:
	return {}


## The entry, or null where it is not here.
func event_at(_seq: int) -> LabEvent:
	return null


## Seq of the first entry from which on all are here up to `head`; head + 1 when none is.
func whole_from() -> int:
	return head + 1
