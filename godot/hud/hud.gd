class_name Hud
extends Control
## All panels around the house. Children signal, main calls.

## A command of protocol v1 and its fields, for the link.
@warning_ignore("unused_signal")
signal command(type: String, fields: Dictionary)
@warning_ignore("unused_signal")
signal picked(pick: Pick)
## The part of the window that panels leave free changed.
@warning_ignore("unused_signal")
signal free_changed(rect: Rect2)
@warning_ignore("unused_signal")
signal run_chosen(run: String)
@warning_ignore("unused_signal")
signal example_wanted
@warning_ignore("unused_signal")
signal server_chosen(url: String, token: String)

var clock: PlaybackClock
var timeline: RunTimeline
var settings: Settings


## Shows the state of the moment that the clock is at.
func show_state(_state: Dictionary) -> void:
	pass


func show_events(_events: Array[LabEvent]) -> void:
	pass


func show_moments(_moments: Array[Moment]) -> void:
	pass


func show_link(_link: LabLink) -> void:
	pass


## Entries of run.list.
func show_runs(_runs: Array[Dictionary]) -> void:
	pass


func show_pick(_pick: Pick) -> void:
	pass


## Answers of the server to a command, for the panel that sent it.
func show_result(_type: String, _answer: Dictionary) -> void:
	pass


## Live words of an open turn.
func show_words(_turn: String, _text: String) -> void:
	pass
