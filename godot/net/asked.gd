class_name Asked
extends RefCounted
## Commands that wait for their result. Each has exactly one: the server's, or that the connection was lost before.

var _open: Dictionary[String, Command] = {}
var _count: int = 0


## A new id, under which the result will come.
func add() -> Command:
	_count += 1
	var command := Command.new()
	command.id = str(_count)
	_open[command.id] = command
	return command


func size() -> int:
	return _open.size()


## Whether a command waited for this result.
func settle(frame: Dictionary) -> bool:
	var id := Fields.text(frame, "id")
	if not _open.has(id):
		return false
	var command := _open[id]
	_open.erase(id)
	var ok := Fields.flag(frame, "ok")
	var answer := {"ok": ok, "result": Fields.object(frame, "result")} if ok else refused(Fields.object(frame, "error"))
	command.finish(answer)
	return true


## The connection is gone: no result will come.
func lose(message: String) -> void:
	var open := _open.values()
	_open = {}
	for command: Command in open:
		command.finish(refused({"code": "offline", "message": message, "retryable": true}))


static func refused(error: Dictionary) -> Dictionary:
	var code := Fields.text(error, "code", "unknown")
	return {
		"ok": false,
		"error":
		{"code": code, "message": Fields.text(error, "message", code), "retryable": Fields.flag(error, "retryable")}
	}


class Command:
	extends RefCounted

	signal done(answer: Dictionary)

	var id: String
	## Empty until it is there.
	var answer: Dictionary = {}

	func finish(an_answer: Dictionary) -> void:
		answer = an_answer
		done.emit(answer)
