class_name NoteBox
extends VBoxContainer
## Tells the roles something, for one phase or for all that follow.

signal noted(text: String, phase: String)

var words := TextEdit.new()
var _phase := OptionButton.new()
var _send: Button
var _said := Fittings.label("", &"Small", true)


func _ready() -> void:
	words.placeholder_text = Words.of("note.words")
	words.wrap_mode = TextEdit.LINE_WRAPPING_BOUNDARY
	words.custom_minimum_size.y = 140.0 * Fittings.scale
	words.gui_input.connect(_on_key)
	_phase.add_item(Words.of("note.all"))
	for phase: String in Wire.PHASES:
		_phase.add_item(Words.phase(phase))
	_phase.fit_to_longest_item = false
	_send = Fittings.button(Words.of("note.send"), send, "", &"Accent")
	_send.size_flags_horizontal = Control.SIZE_SHRINK_END
	add_child(Fittings.label(Words.of("note.hint"), &"Quiet", true))
	add_child(words)
	add_child(Fittings.label(Words.of("note.phase"), &"Quiet"))
	add_child(_phase)
	add_child(_send)
	add_child(_said)


func send() -> void:
	if words.text.strip_edges().is_empty():
		return
	_send.disabled = true
	noted.emit(words.text.strip_edges(), "" if _phase.selected <= 0 else Wire.PHASES[_phase.selected - 1])


## The text stays when it was not taken.
func show_result(answer: Dictionary) -> void:
	_send.disabled = false
	if Fields.flag(answer, "ok"):
		words.text = ""
		_said.text = Words.of("note.sent")
	else:
		_said.text = Fields.text(Fields.object(answer, "error"), "message", Words.of("answer.failed"))


func _on_key(event: InputEvent) -> void:
	var key := event as InputEventKey
	if key == null or not key.pressed:
		return
	if key.keycode == KEY_ENTER and key.ctrl_pressed:
		words.accept_event()
		send()
	elif key.keycode == KEY_TAB:
		words.accept_event()
		var next := words.find_prev_valid_focus() if key.shift_pressed else words.find_next_valid_focus()
		if next != null:
			next.grab_focus()
