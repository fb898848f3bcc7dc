class_name NewRunDialog
extends VBoxContainer
## A question for the lab, and the language of the paper: a run begins.

signal wanted(topic: String, language: String)

var topic := TextEdit.new()
## False while no server takes commands: what was written stays.
var acts: bool = true:
	set(value):
		acts = value
		refresh()
var _language := OptionButton.new()
var _start: Button
var _said := Fittings.label("", &"Warning", true)


func _ready() -> void:
	add_theme_constant_override("separation", 10)
	topic.placeholder_text = Words.of("new.placeholder")
	topic.wrap_mode = TextEdit.LINE_WRAPPING_BOUNDARY
	topic.custom_minimum_size.y = 96.0 * Fittings.scale
	topic.gui_input.connect(_on_key)
	topic.text_changed.connect(refresh)
	for language: String in Words.LANGUAGES:
		_language.add_item(Words.of("language." + language))
	_language.selected = Words.LANGUAGES.find(Words.language)
	_start = Fittings.button(Words.of("new.start"), start, "", &"Accent")
	add_child(Fittings.label(Words.of("new.question"), &"", true))
	add_child(topic)
	add_child(Fittings.flow([_middle(Fittings.label(Words.of("new.language"), &"Small")), _language]))
	add_child(Fittings.label(Words.of("new.leave"), &"Quiet", true))
	add_child(_said)
	_start.size_flags_horizontal = Control.SIZE_SHRINK_END
	add_child(_start)
	refresh()


func start() -> void:
	var text := topic.text.strip_edges()
	if text.is_empty() or not acts:
		return
	_start.disabled = true
	_start.text = Words.of("new.starting")
	wanted.emit(text, Words.LANGUAGES[maxi(0, _language.selected)])


func show_result(answer: Dictionary) -> void:
	_start.text = Words.of("new.start")
	if Fields.flag(answer, "ok"):
		topic.text = ""
		_said.text = ""
	else:
		_said.text = Fields.text(Fields.object(answer, "error"), "message", Words.of("answer.failed"))
	refresh()


func _middle(label: Label) -> Label:
	label.size_flags_vertical = Control.SIZE_SHRINK_CENTER
	return label


func refresh() -> void:
	if _start == null:
		return
	_start.disabled = not acts or topic.text.strip_edges().is_empty()
	if not acts:
		_said.text = Words.of("new.no_server")
	elif _said.text == Words.of("new.no_server"):
		_said.text = ""
	_said.visible = not _said.text.is_empty()


func _on_key(event: InputEvent) -> void:
	var key := event as InputEventKey
	if key == null or not key.pressed:
		return
	if key.keycode == KEY_ENTER and key.ctrl_pressed:
		topic.accept_event()
		start()
	elif key.keycode == KEY_TAB:
		topic.accept_event()
		var next := topic.find_prev_valid_focus() if key.shift_pressed else topic.find_next_valid_focus()
		if next != null:
			next.grab_focus()
