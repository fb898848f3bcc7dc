class_name LabLink
extends Node
## The connection to a gal server: one WebSocketPeer per try, back-off, resumption. It knows frames, not what they mean.

## The badge's facts changed: see `state`, `next_try`, `why`.
@warning_ignore("unused_signal")
signal state_changed
@warning_ignore("unused_signal")
signal event_came(event: LabEvent)
## The server's whole state of a run, when too much was missed.
@warning_ignore("unused_signal")
signal snapshot_came(run: String, state: Dictionary)
## A droppable signal: live words of who speaks (key "token", data.turn, data.text …).
@warning_ignore("unused_signal")
signal signal_came(run: String, key: String, data: Dictionary)
@warning_ignore("unused_signal")
signal caught_up(run: String, seq: int)
## Something came that is no frame of ours; for the log.
@warning_ignore("unused_signal")
signal odd_frame(why: String)

enum State { OFF, CONNECTING, GREETING, OPEN, WAITING, REFUSED }

var state: State = State.OFF
## Seconds to the next try while WAITING.
var next_try: float = 0.0
## Why there is no connection: for people.
var why: String = ""
## A server of the oldest protocol: it greets back and sends no events.
var old_server: bool = false
var read_only: bool = false


func open(_url: String, _token: String = "") -> void:
	pass


func close() -> void:
	pass


## Follows one run from after the last entry that is known; a name, or "latest".
func follow(_run: String, _after: int = 0) -> void:
	pass


## Sends a command and waits for its result: {ok, result} or {ok: false, error: {code, message}}.
func ask(_type: String, _fields: Dictionary = {}) -> Dictionary:
	await get_tree().process_frame
	return {"ok": false, "error": {"code": "offline", "message": ""}}
