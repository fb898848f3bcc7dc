class_name Renewal
extends RefCounted
## Asking once more for the same run. The first time at once, because something was missed; where that brought nothing
## new, after longer and longer waits: what a server always leaves out is not asked for thirty times a second.

## Now is the time to ask.
signal due
## It was asked in vain so often that it is to be said; once, until something new comes.
signal in_vain

const ALOUD := 4

var _run: String = ""
## The last entry that was ever here.
var _furthest: int = 0
var _vain: int = 0
var _waits: bool = false
var _back_off := BackOff.new()


## Whether anything came that was not here before.
func note(run: String, last: int) -> bool:
	if run == _run and last <= _furthest:
		return false
	_run = run
	_furthest = last
	_vain = 0
	_back_off.reset()
	return true


func want() -> void:
	if _waits:
		return
	_vain += 1
	if _vain == 1:
		due.emit()
		return
	_waits = true
	_back_off.begin(randf())
	if _vain == ALOUD:
		in_vain.emit()


func pass_by(delta: float) -> void:
	if not _waits:
		return
	_back_off.pass_by(delta)
	if _back_off.left == 0.0:
		_waits = false
		due.emit()


## Another run is wanted, or the connection is another one.
func forget_wait() -> void:
	_waits = false


func forget() -> void:
	_run = ""
	_furthest = 0
	_vain = 0
	_waits = false
	_back_off.reset()
