class_name Toasts
extends VBoxContainer
## What was said or what came of something, written in the sky for a while: a question of the lab that passes by, a note
## or an answer of a person, the end of a command. Each goes by itself; one that is an entry leads to it in the log.

signal entry_wanted(seq: int)

## Seconds for the shortest, and letters that are read in one more.
const SECONDS := 5.0
const LETTERS := 40.0
const MOST := 3
## Lines of one; its whole text is its tooltip, and stands in the log.
const LINES := 4

## How high all of them may be; the oldest goes sooner where there is no room.
var room: float = INF:
	set = set_room


func _init() -> void:
	mouse_filter = Control.MOUSE_FILTER_IGNORE
	minimum_size_changed.connect(_make_room, CONNECT_DEFERRED)


## `seq`: the entry that says it; 0 where none does.
## `lasts`: until it is forgotten.
func tell(text: String, warns: bool = false, seq: int = 0, lasts: bool = false) -> void:
	var line := Fittings.label(text, &"Warning" if warns else &"Small", true)
	line.max_lines_visible = LINES
	line.text_overrun_behavior = TextServer.OVERRUN_TRIM_ELLIPSIS
	line.tooltip_text = text
	line.mouse_filter = Control.MOUSE_FILTER_PASS
	var panel := Fittings.panel(&"Notice", line)
	panel.set_meta(&"seq", seq)
	panel.set_meta(&"lasts", lasts)
	panel.mouse_filter = Control.MOUSE_FILTER_STOP if seq > 0 else Control.MOUSE_FILTER_PASS
	panel.gui_input.connect(_on_press.bind(seq))
	if seq > 0:
		panel.mouse_default_cursor_shape = Control.CURSOR_POINTING_HAND
	add_child(panel)
	move_child(panel, 0)
	if get_child_count() > MOST:
		_let_go(_oldest())
	if lasts:
		return
	var timer := Timer.new()
	timer.one_shot = true
	timer.wait_time = SECONDS + text.length() / LETTERS
	timer.autostart = true
	timer.timeout.connect(panel.queue_free)
	panel.add_child(timer)


## After a jump back nothing stays that was said later.
func forget_after(seq: int) -> void:
	for panel: Node in get_children():
		if panel.get_meta(&"seq") as int > seq:
			_let_go(panel)


## What lasts belongs to the run that was shown.
func forget_lasting() -> void:
	for panel: Node in get_children():
		if panel.get_meta(&"lasts"):
			_let_go(panel)


## The first to go: of those that last, only when there are no others.
func _oldest() -> Node:
	var passing := get_children().filter(func(panel: Node) -> bool: return not panel.get_meta(&"lasts"))
	return passing[-1] if not passing.is_empty() else get_child(-1)


func set_room(value: float) -> void:
	room = value
	_make_room()


func _make_room() -> void:
	while get_child_count() > 1 and get_combined_minimum_size().y > room:
		_let_go(_oldest())
	size.y = 0.0


func _let_go(panel: Node) -> void:
	remove_child(panel)
	panel.queue_free()


func _on_press(event: InputEvent, seq: int) -> void:
	var press := event as InputEventMouseButton
	if press != null and press.pressed and press.button_index == MOUSE_BUTTON_LEFT and seq > 0:
		entry_wanted.emit(seq)
