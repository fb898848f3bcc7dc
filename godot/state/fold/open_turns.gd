class_name OpenTurns
extends RefCounted
## The turns that people have before them, when a driver lets go of them or takes them up. Each function gives new
## people.


## Nobody has a turn any more: the phase or the run is over.
static func let_go(people: Array) -> Array:
	return people.map(_without_turns)


## The driver let go: nobody is at work, but the turns are not lost.
static func put_aside(people: Array) -> Array:
	return people.map(_holding)


## A driver took the run up: whoever had a turn, put aside or left open by a driver that died, is at work again from
## now.
static func take_up(people: Array, entry: LabEvent) -> Array:
	return people.map(func(person: Dictionary) -> Dictionary: return _at_work_again(person, entry))


static func _without_turns(person: Dictionary) -> Dictionary:
	var open: Array = person.open
	if open.is_empty() and not person.has("held"):
		return person
	return _with_open(person, [])


static func _holding(person: Dictionary) -> Dictionary:
	var open: Array = person.open
	if open.is_empty():
		return person
	return Lists.with(person, {"open": [], "held": Fields.list(person, "held") + open})


static func _at_work_again(person: Dictionary, entry: LabEvent) -> Dictionary:
	var open: Array = person.open
	var turns := Fields.list(person, "held") + open
	if turns.is_empty():
		return person
	return _with_open(person, turns.map(func(turn: Dictionary) -> Dictionary: return _taken_up(turn, entry)))


## A turn without an answer is asked again, and an answer that is there is carried out again.
static func _taken_up(turn: Dictionary, entry: LabEvent) -> Dictionary:
	var doing := "thinking" if turn.said == null else "acting"
	return Lists.with(turn, {"doing": doing, "since": entry.at, "seq": entry.seq, "fault": null})


static func _with_open(person: Dictionary, open: Array) -> Dictionary:
	var copy := person.duplicate()
	copy.erase("held")
	copy.open = open
	return copy
