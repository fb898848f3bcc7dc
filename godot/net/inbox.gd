class_name Inbox
extends RefCounted
## Messages that wait to be read, in their order. A long one is read on a thread beside the game; what came later waits.

## Bytes from which on reading would be felt in one frame of the screen: 7 MB take a second.
const LONG := 24 * 1024

## Bytes that may wait; then no more are taken in, and the other end has to wait.
const MOST_WAITING := 4 * 1024 * 1024

## Why the last message was no frame; empty when it was one.
var reason: String = ""
var _waiting: Array[PackedByteArray] = []
var _first: int = 0
var _bytes: int = 0
var _aside: Reading


func put(message: PackedByteArray) -> void:
	_waiting.append(message)
	_bytes += message.size()


## Puts a text before all others: a frame that was made of the pieces of several.
func put_first(text: String) -> void:
	_aside = Reading.start(text.to_utf8_buffer())


func is_full() -> bool:
	return _bytes > MOST_WAITING


func size() -> int:
	return _waiting.size() - _first + (1 if _aside else 0)


## Whether take() has something now.
func is_ready() -> bool:
	if _aside == null and _first < _waiting.size() and _waiting[_first].size() > LONG:
		_aside = Reading.start(_shift())
	return _aside.is_done() if _aside else _first < _waiting.size()


## The next message as a frame; empty when it is none, and `reason` says why. Only when is_ready().
func take() -> Dictionary:
	var reading := _aside if _aside else Reading.new(_shift())
	_aside = null
	var frame := reading.take()
	reason = reading.reason
	return frame


## Leaves what is still there; waits for the thread, which must not outlive what it reads.
func clear() -> void:
	if _aside:
		_aside.take()
	_aside = null
	_waiting.clear()
	_first = 0
	_bytes = 0


func _shift() -> PackedByteArray:
	var message := _waiting[_first]
	_waiting[_first] = PackedByteArray()
	_first += 1
	_bytes -= message.size()
	if _first == _waiting.size():
		_waiting.clear()
		_first = 0
	return message


## One message on its way from bytes to a frame.
class Reading:
	extends RefCounted

	var reason: String = ""
	var _bytes: PackedByteArray
	var _frame: Dictionary = {}
	var _task: int = -1

	func _init(bytes: PackedByteArray) -> void:
		_bytes = bytes

	static func start(bytes: PackedByteArray) -> Reading:
		var reading := Reading.new(bytes)
		reading._task = WorkerThreadPool.add_task(reading._read, true)
		return reading

	func is_done() -> bool:
		return _task == -1 or WorkerThreadPool.is_task_completed(_task)

	func take() -> Dictionary:
		if _task == -1:
			_read()
		else:
			WorkerThreadPool.wait_for_task_completion(_task)
			_task = -1
		return _frame

	func _read() -> void:
		var decoder := EventDecoder.new()
		var frame := decoder.frame_of(_bytes)
		_frame = CutTexts.frame(frame) if _bytes.size() > CutTexts.MOST else frame
		if Fields.id(frame, "type") == "state":
			# Looking at each record of a long run takes longer than a frame of the screen.
			_frame = Following.looked_at(frame)
		reason = decoder.reason
