class_name FirstRun
extends VBoxContainer
## What is seen when no server is there and no run is open: what happened, and what can be done.

signal example_wanted
signal server_wanted
signal again_wanted

var _why := Fittings.label("", &"Small", true)
## What is only said of a server that is not there.
var _of_server: Array[Control] = []


func _ready() -> void:
	add_theme_constant_override("separation", 12)
	_of_server = [
		Fittings.label(Words.of("first.what"), &"", true), _choice("first.again", "resume", again_wanted.emit)
	]
	add_child(_of_server[0])
	add_child(_why)
	_why.visible = false
	add_child(_choice("first.example", "watch", example_wanted.emit, &"Accent"))
	add_child(_of_server[1])
	add_child(_choice("first.server", "runs", server_wanted.emit))
	add_child(Fittings.label(Words.of("first.start"), &"Quiet", true))
	var command := Fittings.label('gal run "…"', &"Small")
	command.add_theme_font_override("font", CardBody.mono())
	add_child(Fittings.panel(&"Sunken", command))


## `of_record`: a file, and no server, is what could not be shown.
func show_why(text: String, of_record: bool = false) -> void:
	_why.text = text
	_why.visible = not text.is_empty()
	for part: Control in _of_server:
		part.visible = not of_record


func _choice(key: String, glyph: String, then: Callable, variation: StringName = &"") -> Button:
	var made := Fittings.button(Words.of(key), then, glyph, variation)
	made.alignment = HORIZONTAL_ALIGNMENT_LEFT
	made.tooltip_text = Words.of(key + ".why")
	return made
