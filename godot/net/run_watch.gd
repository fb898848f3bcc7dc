class_name RunWatch
extends Node
## Asks the server from time to time which runs there are.

signal listed(runs: Array[Dictionary])

## Seconds between two looks, and while a run is waited for.
const EVERY := 10.0
const SOON := 1.0

var link: LabLink
## Nothing is followed yet: look more often.
var eager: bool = true
var _left: float = 0.0
var _asking: bool = false


static func create(a_link: LabLink) -> RunWatch:
	var watch := RunWatch.new()
	watch.link = a_link
	return watch


func look_now() -> void:
	_left = 0.0


func _process(delta: float) -> void:
	_left -= delta
	if _left <= 0.0 and not _asking and link.state == LabLink.State.OPEN and not link.old_server:
		@warning_ignore("missing_await")
		_look()


func _look() -> void:
	_asking = true
	var answer := await link.ask("run.list")
	_asking = false
	_left = SOON if eager else EVERY
	if Fields.flag(answer, "ok"):
		listed.emit(Fields.objects(Fields.object(answer, "result"), "runs"))
