class_name LabSocket
extends RefCounted
## One try at a connection: a peer of its own, what it brought, and how it ended.

enum State { CONNECTING, OPEN, CLOSED }

## Both must be set before the peer connects; the default would end the connection at the first frame above 64 KiB.
const INBOUND_BYTES := 8 * 1024 * 1024
const OUTBOUND_BYTES := 1024 * 1024
const MOST_PACKETS := 16384
## Seconds between two pings; a peer that does not answer one before the next is gone. No less: a server that makes the
## state of a very long run answers nothing meanwhile.
const HEARTBEAT := 5.0
## The engine waits for a connection as long as the system does, which is minutes.
const CONNECT_SECONDS := 3.0
## Microseconds of a frame of the screen that reading may take; more while very many messages wait.
const FRAME_USEC := 4000
const FLOOD_USEC := 11000
const FLOOD := 300

var state: State = State.CONNECTING
## The close code, or Closing.BROKEN, once it is closed.
var code: int = Closing.BROKEN
var reason: String = ""
var timed_out: bool = false
## Whether it was ever open.
var was_open: bool = false
## OK, or why the address cannot be connected to at all.
var error: Error = OK
var inbox := Inbox.new()
var _peer := WebSocketPeer.new()
var _left: float = CONNECT_SECONDS
## Sizes of messages that were no text, and so none of ours.
var _binary: PackedInt32Array = []


## `protocols`: what is offered; none for servers that refuse what they do not know.
static func open(url: String, protocols: PackedStringArray) -> LabSocket:
	var socket := LabSocket.new()
	var peer := socket._peer
	peer.inbound_buffer_size = INBOUND_BYTES
	peer.outbound_buffer_size = OUTBOUND_BYTES
	peer.max_queued_packets = MOST_PACKETS
	peer.heartbeat_interval = HEARTBEAT
	peer.supported_protocols = protocols
	socket.error = peer.connect_to_url(url)
	if socket.error != OK:
		socket.state = State.CLOSED
	return socket


## To be called each frame: moves the connection on and takes in everything that has come, unless too much waits here.
func poll(delta: float) -> void:
	if state == State.CLOSED or inbox.is_full():
		return
	_peer.poll()
	while _peer.get_available_packet_count() > 0:
		_take(_peer.get_packet())
	var ready := _peer.get_ready_state()
	if ready == WebSocketPeer.STATE_OPEN:
		state = State.OPEN
		was_open = true
	elif ready == WebSocketPeer.STATE_CLOSED:
		_end(_peer.get_close_code(), _peer.get_close_reason())
	elif ready == WebSocketPeer.STATE_CONNECTING:
		_left -= delta
		timed_out = _left <= 0.0
		if timed_out:
			_peer.close(-1)
			_end(Closing.BROKEN, "")


## Gives frames to `take`, as many as there is time for in this frame of the screen, and tells `odd` what was none.
func read(take: Callable, odd: Callable) -> void:
	for size: int in _binary:
		odd.call("a binary message of %d bytes" % size)
	_binary.clear()
	var end := Time.get_ticks_usec() + (FLOOD_USEC if inbox.size() > FLOOD else FRAME_USEC)
	while inbox.is_ready() and Time.get_ticks_usec() < end:
		var frame := inbox.take()
		if frame.is_empty():
			odd.call(inbox.reason)
		else:
			take.call(frame)


func send(text: String) -> bool:
	return state == State.OPEN and _peer.send_text(text) == OK


## Says goodbye; the peer is not asked again.
func close(a_code: int = 1000, a_reason: String = "") -> void:
	if state == State.OPEN:
		_peer.close(a_code, a_reason)
		_peer.poll()
	elif state == State.CONNECTING:
		_peer.close(-1)
	_end(a_code, a_reason)
	inbox.clear()


func _take(packet: PackedByteArray) -> void:
	if _peer.was_string_packet():
		inbox.put(packet)
	else:
		_binary.append(packet.size())


func _end(a_code: int, a_reason: String) -> void:
	state = State.CLOSED
	code = a_code
	reason = a_reason
	# A server may open and close between two frames of the screen.
	was_open = was_open or code > 0
