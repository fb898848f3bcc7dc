class_name LiveWords
extends Node
## Words of a turn that is just being spoken, from the link to the bubble and the card of who speaks. They are no
## entries yet, so only somebody who looks at the present sees them.

var lab: Lab
var hud: Hud
var clock: PlaybackClock
var timeline: RunTimeline:
	set = set_timeline
var _said := Utterances.new()


static func create(link: LabLink, a_lab: Lab, a_hud: Hud, a_clock: PlaybackClock) -> LiveWords:
	var words := LiveWords.new()
	words.lab = a_lab
	words.hud = a_hud
	words.clock = a_clock
	link.signal_came.connect(words._signal_came)
	return words


## All that was said so far in this turn.
func of(turn: String) -> String:
	return _said.of(turn)


func set_timeline(value: RunTimeline) -> void:
	timeline = value
	_said.clear()


func _signal_came(run: String, key: String, data: Dictionary) -> void:
	if timeline == null or run != timeline.run or not clock.live:
		return
	var speaker := _said.speaker(Fields.text(data, "turn"), timeline.state_at(clock.seq))
	var turn := "" if speaker.is_empty() else _said.take(key, data)
	if turn.is_empty():
		return
	hud.show_words(turn, of(turn))
	lab.people.show_words(Fields.text(speaker, "role"), Fields.whole(speaker, "seat"), of(turn))
