class_name MissingEntries
extends Node
## Fetches what a viewer that joined late has not got: in the background, so that every moment can be shown, or before
## anything is shown, where the server's state of the run could not be had.

## All entries up to this one are here, and there is no other state: it can be joined.
signal joinable(seq: int)

var history: History
var timeline: RunTimeline:
	set = set_timeline
## Nothing can be shown before they are here.
var urgent: bool = false


static func create(link: LabLink) -> MissingEntries:
	var missing := MissingEntries.new()
	missing.history = History.create(link)
	return missing


func _ready() -> void:
	history.events_came.connect(func(events: Array[LabEvent]) -> void: timeline.put(events))
	history.ended.connect(_on_ended)
	add_child(history)


func set_timeline(value: RunTimeline) -> void:
	timeline = value
	urgent = false
	history.stop()


## The first entry that is not here.
func first() -> int:
	var seq := 1
	while timeline.event_at(seq) != null:
		seq += 1
	return seq


## What lies before the state that was joined, in the background.
func fill() -> void:
	var from := first()
	if from < timeline.whole_from():
		history.fetch(timeline.run, from, timeline.whole_from() - 1)


## All up to an entry, before anything is shown. Whether there is something to be fetched.
func fetch_to(seq: int) -> bool:
	urgent = seq > timeline.head
	if urgent:
		history.fetch(timeline.run, timeline.head + 1, seq)
	return urgent


func _on_ended() -> void:
	if urgent:
		urgent = false
		joinable.emit(timeline.head)
