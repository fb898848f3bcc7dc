class_name LabLink
extends Node
## The connection to a gal server: one WebSocketPeer per try, back-off, resumption. It knows frames, not what they mean.

## The badge's facts changed: see `state`, `next_try`, `why`.
signal state_changed
signal event_came(event: LabEvent)
## The server's whole state of a run, when too much was missed.
signal snapshot_came(run: String, state: Dictionary)
## The server's states of the run could not be used, again and again; its log still has what there is up to `seq`.
signal snapshot_failed(run: String, seq: int)
## A droppable signal: live words of who speaks (key "token", data.turn, data.text …).
signal signal_came(run: String, key: String, data: Dictionary)
signal caught_up(run: String, seq: int)
## The server said which run is really followed; what comes is after entry `after`.
@warning_ignore("unused_signal")
signal followed(run: String, after: int)
## The run cannot be followed. With the code "bad-after" another log stands behind its name: follow it from 0.
@warning_ignore("unused_signal")
signal not_followed(run: String, error: Dictionary)
## Something came that is no frame of ours; for the log.
signal odd_frame(why: String)
## A line about the connection, in the person's language; for the log.
signal said(line: String)

enum State { OFF, CONNECTING, GREETING, OPEN, WAITING, REFUSED }

## The name under which notes and answers stand in the log.
const CLIENT := "godot"
## Bytes of the longest frame that is taken; pages of the history are no longer.
const MAX_FRAME := 1024 * 1024
## Texts of entries come whole up to so many characters; the states of both sides keep 600.
const CUT := 2000
## Seconds without a welcome after which the server is taken for one of the oldest protocol.
## Tries at a server that sends more in one message than can be taken, before it is left alone.
const MOST_FLOODS := 4
const GREET_SECONDS := 2.0
## What the first client said, to the letter.
const OLDEST_GREETING := "Hola desde Godot!"

var state: State = State.OFF
## Seconds to the next try while WAITING.
var next_try: float:
	get:
		return _back_off.left
## Why there is no connection: for people.
var why: String = ""
## A server of the oldest protocol: it greets back and sends no events.
var old_server: bool = false
var read_only: bool = false
var url: String = ""
## How often it was tried in vain since the connection last stood.
var tries: int:
	get:
		return _back_off.tries
## Speaks the oldest protocol from the first word on, to any server.
var oldest_only: bool = false
var following: Following
var _token: String = ""
var _socket: LabSocket
## Servers that know no subprotocol refuse the connection: every other try goes without one, and hello says the same.
var _offers: bool = true
var _asked := Asked.new()
var _talk := LinkTalk.create(said)
var _back_off := BackOff.new()
var _subscription := Subscription.create(self)
## Connections that ended, since something new came, with a message that was too long for this viewer.
var _floods: int = 0
var _greet_left: float = 0.0
var _bye: Dictionary = {}
## What was said last about the connection: the same is not said again at each try.
var _once := SaidOnce.create(said)
var _at: int = Time.get_ticks_usec()
var _takes: Dictionary[String, Callable] = {
	"welcome": _take_welcome,
	"result": _take_result,
	"signal": _take_signal,
	"error": func(frame: Dictionary) -> void: _talk.say_of_frame("link.complaint", LinkTalk.complaint(frame)),
	"bye": func(frame: Dictionary) -> void: _bye = frame,
}


func open(a_url: String, a_token: String = "") -> void:
	close()
	_talk.forget()
	_once.forget()
	var address := Address.parse(a_url)
	_token = a_token if a_token else address.token
	url = address.url
	_back_off.reset()
	_subscription.renewal.forget()
	_floods = 0
	_offers = true
	if url.is_empty():
		_refuse(Words.of("link.bad-address", {"url": a_url}))
	else:
		_connect()


func close() -> void:
	if _socket:
		_socket.close()
	_leave()
	_become(State.OFF)


## Tries at once instead of when the wait is over.
func try_now() -> void:
	if state in [State.WAITING, State.REFUSED] and url:
		_connect()


## Follows one run from after the last entry that is known; a name, or "latest".
func follow(run: String, after: int = 0) -> void:
	_subscription.follow(run, after)


## Something came that was not here before: the server has more to give than errors.
func progress() -> void:
	_floods = 0
	if why:
		explain("")


## Why what is shown does not go on though the connection stands; empty when it does.
func explain(reason: String) -> void:
	why = LinkTalk.plain(reason)
	if why:
		_once.tell(why)
	state_changed.emit()


## What frames say of the run that is followed.
func listen_to(from: Following) -> void:
	following = from
	# A welcome is easily said: only what a server has to show ends the waiting for it.
	from.event_came.connect(_back_off.reset.unbind(1))
	from.snapshot_came.connect(_back_off.reset.unbind(1))
	from.event_came.connect(event_came.emit)
	from.snapshot_came.connect(func(whole: Dictionary) -> void: snapshot_came.emit(from.run, whole))
	from.snapshot_failed.connect(func(seq: int) -> void: snapshot_failed.emit(from.run, seq))
	from.caught_up.connect(func(seq: int) -> void: caught_up.emit(from.run, seq))
	from.joined.connect(func(text: String) -> void: _socket.inbox.put_first(text))
	from.odd.connect(_odd)


## Sends a command and waits for its result: {ok, result} or {ok: false, error: {code, message}}.
func ask(type: String, fields: Dictionary = {}) -> Dictionary:
	if state != State.OPEN or old_server:
		return Asked.refused({"code": "offline", "message": Words.of("link.offline"), "retryable": true})
	var command := post(type, fields)
	if command.answer.is_empty():
		await command.done
	return command.answer


## By the clock on the wall: the other end knows no other.
func _process(_delta: float) -> void:
	var now := Time.get_ticks_usec()
	var delta := (now - _at) / 1_000_000.0
	_at = now
	if state == State.WAITING:
		_wait(delta)
	if _socket == null:
		return
	_subscription.renewal.pass_by(delta)
	_socket.poll(delta)
	if _socket.state == LabSocket.State.OPEN and state == State.CONNECTING:
		_greet()
	_socket.read(_take, _odd)
	if state == State.GREETING:
		_greet_left -= delta
		if _greet_left <= 0.0:
			_greet_oldest()
	if _socket and _socket.state == LabSocket.State.CLOSED and _socket.inbox.size() == 0:
		_closed()


func _exit_tree() -> void:
	# Who waits for an answer has it now: a coroutine that is given up keeps what it holds for ever.
	close()


func _connect() -> void:
	if tries == 0:
		_once.tell(Words.of("link.connecting", {"url": url}))
	var protocols: PackedStringArray = [Wire.SUBPROTOCOL] if _offers and not oldest_only else []
	_socket = LabSocket.open(url, protocols)
	if _socket.error == OK:
		_become(State.CONNECTING)
		return
	var error := error_string(_socket.error)
	_leave()
	_refuse(Words.of("link.connect-error", {"error": error}))


func _greet() -> void:
	_once.tell(Words.of("link.connected", {"url": url}))
	if oldest_only:
		_greet_oldest()
		return
	_subscription.renewal.forget_wait()
	_greet_left = GREET_SECONDS
	_become(State.GREETING)
	var hello := {"client": CLIENT, "version": Wire.SUBPROTOCOL, "max_frame": MAX_FRAME}
	if _token:
		hello.token = _token
	post("hello", hello)


## To a server that knows no gal.v1: a message without a type, which the oldest answer in kind.
func _greet_oldest() -> void:
	old_server = true
	_stand()
	_socket.send(JSON.stringify({"message": OLDEST_GREETING}))


func _stand() -> void:
	why = ""
	_become(State.OPEN)


## Sends a frame; its result comes under the id that it is given.
func post(type: String, fields: Dictionary) -> Asked.Command:
	var command := _asked.add()
	var frame := fields.duplicate()
	frame.type = type
	frame.id = command.id
	if not _socket.send(JSON.stringify(frame)):
		_asked.settle({"id": command.id, "error": {"code": "offline", "message": Words.of("link.offline")}})
	return command


func _take(frame: Dictionary) -> void:
	var type := Fields.text(frame, "type")
	if not frame.has("type") or (state == State.GREETING and type == "error" and frame.has("data")):
		_take_oldest(frame)
	elif _takes.has(type):
		_takes[type].call(frame)
	elif following and following.knows(type):
		following.take(type, frame)
	else:
		_odd("a frame of a kind that is not known here: %s" % type.left(60))


func _take_welcome(frame: Dictionary) -> void:
	var spoken := str(frame.get("protocol", Wire.SUBPROTOCOL))
	if spoken != Wire.SUBPROTOCOL:
		_socket.close()
		_leave()
		_refuse(Words.of("link.other-version", {"server": spoken.left(40), "own": Wire.SUBPROTOCOL}))
		return
	old_server = false
	read_only = Fields.text(frame, "access") == "read-only"
	_stand()
	_subscription.ask()


func _take_result(frame: Dictionary) -> void:
	if not _asked.settle(frame):
		_odd("a result that nothing here waits for: %s" % Fields.text(frame, "id").left(60))


func _take_signal(frame: Dictionary) -> void:
	signal_came.emit(Fields.text(frame, "run"), Fields.text(frame, "key"), Fields.object(frame, "data"))


func _take_oldest(frame: Dictionary) -> void:
	if state == State.GREETING:
		_greet_oldest()
	_talk.say_of_frame("link.oldest", {"message": JSON.stringify(frame)})


func _closed() -> void:
	var code := Closing.code_of(_socket, _bye)
	var floods := Closing.is_flood(code, Closing.reason_of(_socket, _bye))
	_floods += 1 if floods else 0
	why = LinkTalk.plain(Closing.sentence(_socket, code, Closing.reason_of(_socket, _bye), url))
	if not _socket.was_open and not _socket.timed_out:
		_offers = not _offers
	_leave()
	if Closing.comes_back(code) or (floods and _floods <= MOST_FLOODS):
		_once.tell(why)
		_back_off.begin(randf())
		_become(State.WAITING)
	else:
		_refuse(why)


func _wait(delta: float) -> void:
	var before := ceili(next_try)
	_back_off.pass_by(delta)
	if next_try == 0.0:
		_connect()
	elif ceili(next_try) != before:
		state_changed.emit()


func _leave() -> void:
	if _socket:
		_socket.inbox.clear()
	_socket = null
	_bye = {}
	old_server = false
	_asked.lose(Words.of("link.lost"))


func _refuse(because: String) -> void:
	state = State.REFUSED
	explain(because)


func _become(next: State) -> void:
	state = next
	state_changed.emit()


func _odd(reason: String) -> void:
	_talk.say_of_frame("link.odd", {"reason": reason})
	odd_frame.emit(reason)
