class_name TurnFold
extends RefCounted
## What entries about the turns of a role change.

static var effects: Dictionary[String, Callable] = {
	"turn-start": _started,
	"turn-reply": _replied,
	"turn-fault": _failed,
	"turn-end": _ended,
}


static func _started(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var turn := Fields.id(data, "id")
	var role := Fields.one_of(data, "role", Wire.ROLES)
	if turn.is_empty() or role.is_empty():
		return
	var opened := {
		"turn": turn,
		"seat": Fields.number(data, "seat"),
		"ask": Fields.text(data, "ask"),
		"doing": "thinking",
		"since": entry.at,
		"seq": entry.seq,
		"said": null,
		"fault": null,
	}
	_count(next)
	var people: Array = next.people
	var place := Lists.first(people, "role", role)
	var person: Dictionary = people[place]
	var open: Array = person.open
	var turns := Fields.whole(person, "turns") + 1
	next.people = Lists.replaced(people, place, Lists.with(person, {"turns": turns, "open": open + [opened]}))


static func _replied(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var told := Fields.object(data, "usage")
	var usage := {}
	for key: String in ["input", "output", "cost"]:
		usage[key] = Fields.number(told, key)
	var said := Heads.of(data, "text")
	var acting := {"doing": "acting", "since": entry.at, "seq": entry.seq, "said": said, "fault": null}
	Measure.spend_usage(next, usage)
	_change(
		next,
		Fields.id(data, "id"),
		func(person: Dictionary, place: int) -> Dictionary:
			var spent: Dictionary = person.spent
			return Lists.with(_with_open(person, place, acting), {"spent": Measure.with_usage(spent, usage)})
	)


static func _failed(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var fault := Heads.of(Fields.object(data, "fault"), "message")
	var failing := {"doing": "failing", "since": entry.at, "seq": entry.seq, "fault": fault}
	_change(
		next,
		Fields.id(data, "id"),
		func(person: Dictionary, place: int) -> Dictionary: return _with_open(person, place, failing)
	)
	Mark.put(next, entry, "fault", fault)


static func _ended(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	_change(
		next,
		Fields.id(data, "id"),
		func(person: Dictionary, place: int) -> Dictionary:
			var open: Array = person.open
			var rest := open.duplicate()
			rest.remove_at(place)
			var turn: Dictionary = open[place]
			return Lists.with(person, {"open": rest, "last": _done(turn, data, entry)})
	)


static func _done(turn: Dictionary, data: Dictionary, entry: LabEvent) -> Dictionary:
	var command := Fields.text(data, "command")
	return {
		"turn": turn.turn,
		"seat": turn.seat,
		"ask": turn.ask,
		"seq": entry.seq,
		"at": entry.at,
		"said": Fields.text(turn, "said"),
		"command": null if command.is_empty() else command,
		"ok": Fields.flag(data, "ok"),
		"fallback": Fields.flag(data, "fallback"),
	}


## Changes whoever has the turn before them; nobody when it is not open.
static func _change(next: Dictionary, turn: String, change: Callable) -> void:
	var people: Array = next.people
	for place: int in people.size():
		var person: Dictionary = people[place]
		var open: Array = person.open
		var where := Lists.last(open, "turn", turn)
		if where >= 0:
			var changed: Dictionary = change.call(person, where)
			next.people = Lists.replaced(people, place, changed)
			return


static func _with_open(person: Dictionary, place: int, changes: Dictionary) -> Dictionary:
	var open: Array = person.open
	var turn: Dictionary = open[place]
	return Lists.with(person, {"open": Lists.replaced(open, place, Lists.with(turn, changes))})


## One turn more in the phase at work.
static func _count(next: Dictionary) -> void:
	if next.phase == null:
		return
	var phases: Array = next.phases
	var name: String = next.phase
	var place := Lists.first(phases, "name", name)
	var phase: Dictionary = phases[place]
	var attempts: Array = phase.attempts
	if attempts.is_empty():
		return
	var attempt: Dictionary = attempts[-1]
	var counted := Lists.with(attempt, {"turns": Fields.whole(attempt, "turns") + 1})
	var changed := Lists.replaced(attempts, attempts.size() - 1, counted)
	next.phases = Lists.replaced(phases, place, Lists.with(phase, {"attempts": changed}))
