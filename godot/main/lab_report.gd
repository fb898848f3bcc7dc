class_name LabReport
extends Node
## Tells a file what the scene tree really shows, as JSON lines: where each turn's figure is sent and stands, each
## bubble, each change of the connection, and the state at the end. Tests read it.

var lab: Lab
var _file: FileAccess
## The phase that is shown.
var _phase: String = ""
## Turns whose figure is on its way, by the turn.
var _waiting: Dictionary[String, Dictionary] = {}
var _bubbles: Dictionary[int, String] = {}
var _began: int = Time.get_ticks_msec()


## Null where the file cannot be written.
static func create(path: String) -> LabReport:
	var file := FileAccess.open(path, FileAccess.WRITE)
	if file == null:
		return null
	var report := LabReport.new()
	report._file = file
	return report


## One line; `ms` is the time since the report began.
func tell(kind: String, fields: Dictionary) -> void:
	var line := {"line": kind, "ms": Time.get_ticks_msec() - _began}
	line.merge(fields)
	_file.store_line(JSON.stringify(line, "", false, true))
	_file.flush()


## An entry was acted out; `state` is that after it.
func step(event: LabEvent, state: Dictionary) -> void:
	_phase = RunState.phase(state)
	_settle(_phase)
	if event.type == "turn-start":
		_turn(event, state)


func jump(state: Dictionary) -> void:
	tell("jump", {"seq": RunState.seq(state), "state": state})
	_phase = RunState.phase(state)
	_settle(_phase)
	for role: String in Wire.ROLES:
		for turn: Dictionary in RunState.open_turns(state, role):
			_watch(role, Fields.whole(turn, "seat"), Fields.text(turn, "turn"), state)


func link_changed(link: LabLink) -> void:
	var state: String = LabLink.State.keys()[link.state]
	tell("link", {"state": state, "why": link.why, "next_try": link.next_try, "oldest": link.old_server})


func end(state: Dictionary, entries: int) -> void:
	_settle("")
	tell("end", {"seq": RunState.seq(state), "entries": entries, "people": _people(), "state": state})


func _process(_delta: float) -> void:
	_settle(_phase)
	for sent: Dictionary in _waiting.values():
		var figure := _figure(Fields.id(sent, "role"), Fields.whole(sent, "seat"))
		if figure:
			sent.bound_for = FloorPlan.room_at(figure.bound_for())
	_tell_bubbles(lab)


## The room of each role that has a figure.
func _people() -> Dictionary[String, String]:
	var people: Dictionary[String, String] = {}
	for role: String in Wire.ROLES:
		var figure := lab.people.figure(role)
		if figure:
			people[role] = FloorPlan.room_at(figure.position)
	return people


func _turn(event: LabEvent, state: Dictionary) -> void:
	var role := Fields.id(event.data, "role")
	var id := Fields.id(event.data, "id")
	var seat := 0
	for turn: Dictionary in RunState.open_turns(state, role):
		if Fields.id(turn, "turn") == id:
			seat = Fields.whole(turn, "seat")
	_watch(role, seat, id, state)


## Only of the reviewers there are several.
func _figure(role: String, seat: int) -> Figure:
	var found := lab.people.figure(role, seat)
	return found if found else lab.people.figure(role)


func _watch(role: String, seat: int, turn: String, state: Dictionary) -> void:
	var sent := {"turn": turn, "role": role, "seat": seat, "phase": RunState.phase(state)}
	tell("turn", sent.merged({"seq": RunState.seq(state), "there": _figure(role, seat) != null}))
	_waiting[turn] = sent


## A figure has come once it stands in the room of its turn's phase; once the phase is over it will not come any more.
func _settle(phase: String) -> void:
	for turn: String in _waiting.keys():
		var sent := _waiting[turn]
		var figure := _figure(Fields.id(sent, "role"), Fields.whole(sent, "seat"))
		var stands := figure != null and not figure.walking()
		var room := FloorPlan.room_at(figure.position) if stands else ""
		if sent.phase != phase or (stands and room == sent.phase):
			_waiting.erase(turn)
			tell("place", sent.merged({"room": room, "stands": stands}))


func _tell_bubbles(under: Node) -> void:
	for child: Node in under.get_children():
		var bubble := child as Bubble
		if bubble == null:
			_tell_bubbles(child)
		elif _bubbles.get(bubble.get_instance_id(), "") != bubble.text:
			_bubbles[bubble.get_instance_id()] = bubble.text
			tell("bubble", {"role": Palette.ROLE_BY_NAME.find_key(bubble.role), "text": bubble.text})
