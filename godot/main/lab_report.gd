class_name LabReport
extends Node
## Tells a file what the scene tree really shows, as JSON lines: where each turn's figure is sent and stands, each
## bubble, each change of the connection, and the state at the end. Tests read it.

var lab: Lab
var _file: FileAccess
## Turns whose figure is on its way, by role and seat.
var _waiting: Dictionary[String, Dictionary] = {}
var _bubbles: Dictionary[int, String] = {}
var _began: int = Time.get_ticks_msec()


static func create(path: String, a_lab: Lab) -> LabReport:
	var report := LabReport.new()
	report.lab = a_lab
	report._file = FileAccess.open(path, FileAccess.WRITE)
	if report._file == null:
		push_error("%s cannot be written: %s" % [path, error_string(FileAccess.get_open_error())])
	return report


## One line; `ms` is the time since the report began.
func tell(kind: String, fields: Dictionary) -> void:
	if _file == null:
		return
	var line := {"line": kind, "ms": Time.get_ticks_msec() - _began}
	line.merge(fields)
	_file.store_line(JSON.stringify(line, "", false, true))
	_file.flush()


## An entry was acted out; `state` is that after it.
func step(event: LabEvent, state: Dictionary) -> void:
	if event.type == "turn-start":
		_turn(event, state)


func jump(state: Dictionary) -> void:
	tell("jump", {"seq": RunState.seq(state), "state": state})
	for role: String in Wire.ROLES:
		for turn: Dictionary in RunState.open_turns(state, role):
			_watch(role, Fields.whole(turn, "seat"), Fields.text(turn, "turn"), state)


func link_changed(link: LabLink) -> void:
	var state: String = LabLink.State.keys()[link.state]
	tell("link", {"state": state, "why": link.why, "next_try": link.next_try, "oldest": link.old_server})


## Whether everybody stands where they were sent.
func is_at_rest() -> bool:
	return _waiting.is_empty()


func end(state: Dictionary, entries: int) -> void:
	_settle(true)
	tell("end", {"seq": RunState.seq(state), "entries": entries, "people": _people(), "state": state})


func _process(_delta: float) -> void:
	_settle(false)
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


func _watch(role: String, seat: int, turn: String, state: Dictionary) -> void:
	var figure := lab.people.figure(role, seat)
	var sent := {"turn": turn, "role": role, "seat": seat, "phase": RunState.phase(state)}
	sent.merge({"seq": RunState.seq(state), "there": figure != null})
	if figure == null:
		tell("turn", sent)
		return
	sent.bound_for = FloorPlan.room_at(figure.bound_for())
	tell("turn", sent)
	var key := "%s %d" % [role, seat]
	if _waiting.has(key):
		_tell_place(key)
	_waiting[key] = sent


func _settle(all: bool) -> void:
	for key: String in _waiting.keys():
		var sent := _waiting[key]
		var figure := lab.people.figure(Fields.id(sent, "role"), Fields.whole(sent, "seat"))
		if all or figure == null or not figure.walking():
			_tell_place(key)


func _tell_place(key: String) -> void:
	var sent := _waiting[key]
	_waiting.erase(key)
	var figure := lab.people.figure(Fields.id(sent, "role"), Fields.whole(sent, "seat"))
	var place := {"turn": sent.turn, "role": sent.role, "seat": sent.seat, "phase": sent.phase, "there": figure != null}
	if figure:
		place.merge({"room": FloorPlan.room_at(figure.position), "walking": figure.walking()})
	tell("place", place)


func _tell_bubbles(under: Node) -> void:
	for child: Node in under.get_children():
		var bubble := child as Bubble
		if bubble == null:
			_tell_bubbles(child)
		elif _bubbles.get(bubble.get_instance_id(), "") != bubble.text:
			_bubbles[bubble.get_instance_id()] = bubble.text
			tell("bubble", {"role": Palette.ROLE_BY_NAME.find_key(bubble.role), "text": bubble.text})
