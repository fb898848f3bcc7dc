class_name LinkCase
extends TestCase
## A link and a server made of the engine's own parts, in real time.

var _server := StandIn.new()
var _link := LabLink.new()
var _events: Array[LabEvent] = []
var _odd: PackedStringArray = []
var _said: PackedStringArray = []
var _runs: PackedStringArray = []


func _ready() -> void:
	_server.speaks = true
	add_child(_server)
	add_child(_link)
	_link.event_came.connect(func(event: LabEvent) -> void: _events.append(event))
	_link.odd_frame.connect(func(why: String) -> void: _odd.append(why))
	_link.said.connect(func(line: String) -> void: _said.append(line))
	_link.followed.connect(func(run: String, after: int) -> void: _runs.append("%s %d" % [run, after]))


func _is(state: LabLink.State) -> Callable:
	return func() -> bool: return _link.state == state


func _open() -> void:
	_link.open(_server.url())
	await until(_is(LabLink.State.OPEN))


func _seqs() -> Array[int]:
	var seqs: Array[int] = []
	for event: LabEvent in _events:
		seqs.append(event.seq)
	return seqs


func _has(number: int) -> Callable:
	return func() -> bool: return _events.size() >= number


## By the clock on the wall, as the link counts.
func rest(seconds: float) -> void:
	var end := Time.get_ticks_msec() + seconds * 1000.0
	while Time.get_ticks_msec() < end:
		await get_tree().process_frame


func _ask_into(answers: Dictionary[String, Dictionary], type: String, fields: Dictionary = {}) -> void:
	answers[type] = await _link.ask(type, fields)
