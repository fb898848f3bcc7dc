class_name Stage
extends RefCounted
## Brings the moment that the clock is at before the person: house, panels, sounds. Every movement comes from an entry.

var lab: Lab
var hud: Hud
var sounds: Sounds
var report: LabReport
var timeline: RunTimeline
## Seq of the state that is shown; behind the clock while a long history is still being read.
var shown: int = -1


## `steps`: the entries that were passed, to be acted out one after another. After a jump there are none, and everything
## is at its place at once.
func show(seq: int, steps: Array[LabEvent]) -> void:
	for event: LabEvent in steps:
		_act(event)
	var state := timeline.state_at(seq)
	if steps.is_empty():
		lab.show_state(state, false)
		if report:
			report.jump(state)
	else:
		hud.show_events(steps)
	shown = RunState.seq(state)
	hud.show_state(state)


func _act(event: LabEvent) -> void:
	var before := timeline.state_at(event.seq - 1)
	var after := timeline.state_at(event.seq)
	lab.show_state(after, true)
	var moments := Moments.of(event, before, after)
	for moment: Moment in moments:
		lab.act(moment)
		sounds.play(moment.kind)
	if not moments.is_empty():
		hud.show_moments(moments)
	if report:
		report.step(event, after)
