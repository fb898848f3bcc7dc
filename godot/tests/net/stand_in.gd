class_name StandIn
extends Node
## A server for tests, on a port of its own: it keeps what came, and says what a test tells it to.

const GREETED := '{"type":"welcome","protocol":"gal.v1","access":"full","heartbeat_ms":15000}'

var port: int = 0
## Whether it answers hello as gal does, and subscribe with what `head` says.
var speaks: bool = true
## Answers a message without a type, as the oldest server did.
var oldest: bool = false
## What its welcome says that it speaks.
var protocol: String = Wire.SUBPROTOCOL
## Said after each answer to subscribe; empty says nothing.
var answers_with: String = ""
var access: String = "full"
## The protocols that it knows; a client that offers none of them is refused by the engine.
var protocols: PackedStringArray = [Wire.SUBPROTOCOL]
## Every frame that came, over all connections, in order.
var frames: Array[Dictionary] = []
## The messages as they came, and whether each was text.
var raw: Array[PackedByteArray] = []
var were_text: Array[bool] = []
var connections: int = 0
## Closes each connection with this code as soon as it is open; 0 does not.
var closes_with: int = 0
## What stands for the real name of the run that is followed.
var run: String = "the-run"
var refusal: Dictionary = {}
var _tcp := TCPServer.new()
var _peer: WebSocketPeer


func _ready() -> void:
	listen(0)


func listen(a_port: int) -> void:
	_tcp.listen(a_port, "127.0.0.1")
	port = _tcp.get_local_port()


func url() -> String:
	return "ws://127.0.0.1:%d" % port


func of_type(type: String) -> Array[Dictionary]:
	return frames.filter(func(frame: Dictionary) -> bool: return frame.get("type") == type)


func say(text: String) -> void:
	_peer.send_text(text)
	_peer.poll()


func say_bytes(bytes: PackedByteArray) -> void:
	_peer.send(bytes, WebSocketPeer.WRITE_MODE_BINARY)
	_peer.poll()


func say_event(seq: int, event: Dictionary, of_run: String = run) -> void:
	var at := "2026-01-05T09:00:00.000Z"
	say(JSON.stringify({"type": "event", "run": of_run, "seq": seq, "pos": seq, "at": at, "event": event}))


func say_result(id: String, result: Dictionary) -> void:
	say(JSON.stringify({"type": "result", "id": id, "ok": true, "result": result}))


## With a close frame.
func hang_up(code: int, reason: String) -> void:
	_peer.close(code, reason)


## As a process that is killed: without a word, and nobody listens any more.
func die() -> void:
	_tcp.stop()
	if _peer:
		_peer.close(-1)
	_peer = null


func _process(_delta: float) -> void:
	if _tcp.is_connection_available():
		_accept()
	if _peer == null:
		return
	_peer.poll()
	if closes_with > 0 and _peer.get_ready_state() == WebSocketPeer.STATE_OPEN:
		hang_up(closes_with, "at once")
	while _peer.get_available_packet_count() > 0:
		var packet := _peer.get_packet()
		raw.append(packet)
		were_text.append(_peer.was_string_packet())
		_take(packet.get_string_from_utf8())


func _exit_tree() -> void:
	die()


func _accept() -> void:
	connections += 1
	_peer = WebSocketPeer.new()
	_peer.supported_protocols = protocols
	_peer.outbound_buffer_size = 32 * 1024 * 1024
	_peer.max_queued_packets = 32768
	_peer.accept_stream(_tcp.take_connection())


func _take(text: String) -> void:
	var frame: Dictionary = JSON.parse_string(text)
	frames.append(frame)
	if oldest and not frame.has("type"):
		say('{"status": "ok", "message": "Respuesta desde Python"}')
	if not speaks:
		return
	var id: String = frame.get("id", "")
	match frame.get("type"):
		"hello":
			say(GREETED.replace("full", access).replace("gal.v1", protocol))
			say_result(id, {})
		"subscribe":
			if refusal:
				say(JSON.stringify({"type": "result", "id": id, "ok": false, "error": refusal}))
			else:
				say_result(id, {"run": run, "after": frame.after})
				if answers_with:
					say(answers_with)
