class_name QuestionPanel
extends ScrollContainer
## What the lab asks a person: the options as buttons, and room for an answer in words. Where nothing can be answered,
## as in a recording, the same question as a text.

signal answered(question: String, answer: String)
## No question is open any more.
signal settled

## Whether an answer can be given now.
var acts: bool = false:
	set = set_acts
## What was written so far, by the question.
var drafts: Dictionary[String, String] = {}

var _box := VBoxContainer.new()
var _shown: Array[Dictionary] = []
var _sent: Dictionary[String, bool] = {}
var _fault: String = ""


func _ready() -> void:
	horizontal_scroll_mode = ScrollContainer.SCROLL_MODE_DISABLED
	size_flags_vertical = Control.SIZE_EXPAND_FILL
	follow_focus = true
	_box.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	_box.add_theme_constant_override("separation", 10)
	var margin := MarginContainer.new()
	for side: String in ["left", "right", "top", "bottom"]:
		margin.add_theme_constant_override("margin_" + side, 3 if side != "right" else 8)
	margin.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	margin.add_child(_box)
	add_child(margin)
	refresh()


func show_state(state: Dictionary) -> void:
	var open := TopBar.open_questions(state)
	if open.hash() == _shown.hash():
		return
	var had := not _shown.is_empty()
	_shown = open
	refresh()
	if had and open.is_empty():
		settled.emit()


func set_acts(value: bool) -> void:
	if value == acts:
		return
	acts = value
	refresh()


## The first open question that holds the run; empty when none does.
static func blocking(state: Dictionary) -> Dictionary:
	if Fields.has(state, "outcome"):
		return {}
	for question: Dictionary in TopBar.open_questions(state):
		if Fields.flag(question, "blocks"):
			return question
	return {}


## What the server said to the last answer: when it did not take it, the question can be answered again.
func show_result(answer: Dictionary) -> void:
	if Fields.flag(answer, "ok"):
		_fault = ""
		return
	_fault = Fields.text(Fields.object(answer, "error"), "message", Words.of("answer.failed"))
	_sent.clear()
	refresh()


func refresh() -> void:
	Fittings.clear(_box)
	if not _fault.is_empty():
		_box.add_child(Fittings.label(_fault, &"Warning", true))
	if _shown.is_empty():
		_box.add_child(Fittings.label(Words.of("question.none"), &"Small", true))
	for question: Dictionary in _shown:
		_add(question)


func _add(question: Dictionary) -> void:
	var id := Fields.text(question, "id")
	var parts: Array[Control] = [Fittings.label(Fields.text(question, "text"), &"", true)]
	var waits := "question.blocks" if Fields.flag(question, "blocks") else "question.goes_on"
	parts.append(Fittings.label(Words.of(waits), &"Quiet", true))
	if _sent.has(id):
		parts.append(Fittings.label(Words.of("answer.sent"), &"Number", true))
		_box.add_child(Fittings.panel(&"Notice", Fittings.column(parts)))
		return
	if not acts:
		for option: String in Fields.texts(question, "options"):
			parts.append(Fittings.label("– " + option, &"Small", true))
		parts.append(Fittings.label(Words.of("question.only_read"), &"Quiet", true))
		_box.add_child(Fittings.panel(&"Notice", Fittings.column(parts)))
		return
	for option: String in Fields.texts(question, "options"):
		var choice := LineButton.create(option, "")
		choice.pressed.connect(_answer.bind(id, option))
		parts.append(choice)
	var words := TextEdit.new()
	words.placeholder_text = Words.of("answer.words")
	words.wrap_mode = TextEdit.LINE_WRAPPING_BOUNDARY
	words.custom_minimum_size.y = 76.0 * Fittings.scale
	words.text = drafts.get(id, "")
	words.text_changed.connect(func() -> void: drafts[id] = words.text)
	words.gui_input.connect(_on_key.bind(words, id))
	parts.append(words)
	var send := Fittings.button(Words.of("answer.send"), func() -> void: _answer(id, words.text), "", &"Accent")
	send.size_flags_horizontal = Control.SIZE_SHRINK_END
	parts.append(send)
	_box.add_child(Fittings.panel(&"Notice", Fittings.column(parts)))


## Ctrl+Enter sends; Tab goes on to the button.
func _on_key(event: InputEvent, words: TextEdit, id: String) -> void:
	var key := event as InputEventKey
	if key == null or not key.pressed:
		return
	if key.keycode == KEY_ENTER and key.ctrl_pressed:
		words.accept_event()
		_answer(id, words.text)
	elif key.keycode == KEY_TAB:
		words.accept_event()
		var next := words.find_prev_valid_focus() if key.shift_pressed else words.find_next_valid_focus()
		if next != null:
			next.grab_focus()


func _answer(id: String, text: String) -> void:
	if text.strip_edges().is_empty():
		return
	_sent[id] = true
	answered.emit(id, text.strip_edges())
	refresh.call_deferred()
