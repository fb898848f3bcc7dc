class_name RunWatch
extends Node
## Asks the server from time to time which runs there are.

signal listed(runs: Array[Dictionary])

## Milliseconds between two looks, and while a run is waited for.
const EVERY := 10_000
const SOON := 1000

var link: LabLink
## Nothing is followed yet: look more often.
var eager: bool = true
## When to look next, in ms since the start.
var _due: int = 0
var _asking: bool = false


static func create(a_link: LabLink) -> RunWatch:
	var watch := RunWatch.new()
	watch.link = a_link
	return watch


func look_now() -> void:
	_due = 0


func _process(_delta: float) -> void:
	if Time.get_ticks_msec() >= _due and not _asking and link.state == LabLink.State.OPEN and not link.old_server:
		@warning_ignore("missing_await")
		_look()


func _look() -> void:
	_asking = true
	var answer := await link.ask("run.list")
	_asking = false
	_due = Time.get_ticks_msec() + (SOON if eager else EVERY)
	if Fields.flag(answer, "ok"):
		listed.emit(Fields.objects(Fields.object(answer, "result"), "runs"))
