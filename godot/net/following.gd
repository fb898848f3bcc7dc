class_name Following
extends RefCounted
## The run that is followed, and how far it is here: each entry once and in order; what is missing is asked for again.

signal event_came(event: LabEvent)
signal snapshot_came(state: Dictionary)
signal caught_up(seq: int)
## There is a gap: subscribe again, after `last`. Once for a gap, because the answer is on its way then.
signal missed
## The joined text of a snapshot, to be read as a frame of the type "state".
signal joined(text: String)
signal odd(why: String)
## Snapshots came to nothing again and again: what there is up to entry `seq` has to be had in another way.
signal snapshot_failed(seq: int)

## Snapshots in a row that came to nothing, after which no more are asked for.
const MOST_IN_VAIN := 3
## Pieces of one; of the shortest frames that are usual, more than a text may be long.
const MOST_PARTS := 1024

## As it was asked for: a name, or "latest" until the server names the real one.
var run: String = ""
## The last entry that is here; a subscription goes on after it.
var last: int = 0
var _behind: bool = false
var _parts: PackedStringArray = []
var _parts_of: int = 0
## Characters of the parts that are here.
var _length: int = 0
var _in_vain: int = 0
var _gave_up: bool = false
var _decoder := EventDecoder.new()
var _takes: Dictionary[String, Callable] = {
	"event": _take_event,
	"snapshot": _take_snapshot,
	"state": _take_state,
	"caught-up": _take_caught_up,
	"heartbeat": _take_heartbeat,
}


static func create(a_run: String, after: int) -> Following:
	var following := Following.new()
	following.run = a_run
	following.last = after
	return following


## The server said yes, and which run it really is.
func begin(real_run: String) -> void:
	run = real_run
	_behind = false
	_parts.clear()


## Whether frames of this type are about what is followed.
func knows(type: String) -> bool:
	return _takes.has(type)


func take(type: String, frame: Dictionary) -> void:
	_takes[type].call(frame)


func _take_event(frame: Dictionary) -> void:
	var event := _decoder.event(frame)
	if event == null:
		odd.emit(_decoder.reason)
	elif event.run == run and event.seq == last + 1:
		last = event.seq
		_behind = false
		event_came.emit(event)
	elif event.run == run:
		_look_for_gap(event.seq)


## A part out of order begins anew.
func _take_snapshot(frame: Dictionary) -> void:
	if Fields.text(frame, "run") != run:
		return
	var part := Fields.whole(frame, "part")
	var seq := Fields.whole(frame, "seq")
	if part != _parts.size() + 1 or seq != _parts_of:
		_parts.clear()
		_parts_of = seq
	if part != _parts.size() + 1:
		return
	var piece := Fields.text(frame, "state")
	var parts := Fields.whole(frame, "parts", 1)
	_length = piece.length() + (_length if part > 1 else 0)
	if parts > MOST_PARTS or _length > EventDecoder.LONGEST - 100:
		_refuse("a snapshot of more than %d parts or characters" % (MOST_PARTS if parts > MOST_PARTS else _length))
		return
	_parts.append(piece)
	if part == parts:
		_in_vain += 1
		if _in_vain <= MOST_IN_VAIN:
			joined.emit('{"type":"state","state":%s}' % "".join(_parts))
		else:
			_give_up()
		_parts.clear()


func _take_state(frame: Dictionary) -> void:
	var looked := frame if frame.get("sound") is Dictionary else looked_at(frame)
	if Fields.id(looked, "run") != run:
		return
	var sound: Dictionary = looked.sound
	if sound.is_empty():
		_refuse("a snapshot that is no state of a run")
		return
	_in_vain = 0
	last = maxi(last, RunState.seq(sound))
	_behind = false
	snapshot_came.emit(sound)


## A frame with a state, as {type, run, sound}: `sound` is empty where it is no state. For the thread that reads it.
static func looked_at(frame: Dictionary) -> Dictionary:
	var state := Fields.object(frame, "state")
	return {"type": "state", "run": RunState.run(state), "sound": SoundState.of(state)}


## Begins at the first entry, as long as that may help.
func _refuse(why: String) -> void:
	odd.emit(why)
	_parts.clear()
	_in_vain += 1
	_behind = true
	if _in_vain <= MOST_IN_VAIN:
		last = 0
		missed.emit()
	else:
		_give_up()


## Once for a run: whoever hears it takes care of the rest.
func _give_up() -> void:
	if not _gave_up and _parts_of > last:
		_gave_up = true
		_behind = true
		snapshot_failed.emit(_parts_of)


func _take_caught_up(frame: Dictionary) -> void:
	if Fields.text(frame, "run") == run:
		caught_up.emit(Fields.whole(frame, "seq"))


func _take_heartbeat(frame: Dictionary) -> void:
	_look_for_gap(Fields.whole(Fields.object(frame, "heads"), run))


func _look_for_gap(head: int) -> void:
	if _behind or head <= last:
		return
	_behind = true
	missed.emit()
