class_name SaidOnce
extends RefCounted
## Lines about the connection: one that says what the last one said is left out.

var _to: Signal
var _last: String = ""


static func create(to: Signal) -> SaidOnce:
	var made := SaidOnce.new()
	made._to = to
	return made


func tell(line: String) -> void:
	if line == _last:
		return
	_last = line
	_to.emit(LinkTalk.plain(line))


func forget() -> void:
	_last = ""
