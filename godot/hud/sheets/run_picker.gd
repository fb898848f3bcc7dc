class_name RunPicker
extends VBoxContainer
## The runs of the server, the newest first, and the way to another server.

signal chosen(run: String)
signal server_chosen(url: String, token: String)
signal new_wanted

## Runs that are listed; of more, the newest.
const MOST := 100

var _runs: Array[Dictionary] = []
var _shown: String = ""
var _list := VBoxContainer.new()
var _url := LineEdit.new()
var _token := LineEdit.new()


func _ready() -> void:
	add_theme_constant_override("separation", 10)
	_list.add_theme_constant_override("separation", 4)
	add_child(_list)
	add_child(HSeparator.new())
	add_child(Fittings.label(Words.of("server.other"), &"Number", true))
	_url.placeholder_text = "ws://127.0.0.1:8765"
	_url.text_submitted.connect(func(_text: String) -> void: _connect())
	_token.placeholder_text = Words.of("server.token")
	_token.secret = true
	_token.text_submitted.connect(func(_text: String) -> void: _connect())
	for field: LineEdit in [_url, _token]:
		field.custom_minimum_size.x = 180.0 * Fittings.scale
		field.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	add_child(Fittings.flow([_url, _token, Fittings.button(Words.of("server.connect"), _connect)]))
	_fill()


func show_runs(runs: Array[Dictionary], shown: String, url: String) -> void:
	_runs = runs
	_shown = shown
	if _url.text.is_empty():
		_url.text = url
	_fill()


func _fill() -> void:
	Fittings.clear(_list)
	var add := Fittings.button(Words.of("menu.new"), new_wanted.emit, "add", &"Accent")
	add.size_flags_horizontal = Control.SIZE_SHRINK_BEGIN
	_list.add_child(add)
	if _runs.is_empty():
		_list.add_child(Fittings.label(Words.of("runs.none"), &"Small", true))
	var newest := _runs.slice(-MOST)
	newest.reverse()
	for run: Dictionary in newest:
		var name := Fields.text(run, "run")
		var line := LineButton.create(Fields.text(run, "topic", name).left(200), about(run))
		line.theme_type_variation = &"Accent" if name == _shown else &"QuietButton"
		line.pressed.connect(func() -> void: chosen.emit(name))
		_list.add_child(line)


## How a run stands, in which phase, since when.
static func about(run: Dictionary) -> String:
	var outcome := Fields.text(Fields.object(run, "outcome"), "kind")
	var status := outcome if not outcome.is_empty() else Fields.text(run, "status")
	var parts: PackedStringArray = [Words.outcome(status)]
	if outcome.is_empty() and Fields.has(run, "phase"):
		parts.append(Words.phase(Fields.text(run, "phase")))
	if Fields.whole(run, "questions") > 0 and outcome.is_empty():
		parts.append(Words.of("needs.you"))
	if Fields.has(run, "score"):
		parts.append(Words.of("score.of_ten", {"score": Numbers.figure(Fields.number(run, "score"), 1)}))
	parts.append(Numbers.age(Fields.text(run, "at", Fields.text(run, "createdAt"))))
	return " · ".join(parts)


func _connect() -> void:
	if not _url.text.strip_edges().is_empty():
		server_chosen.emit(_url.text.strip_edges(), _token.text.strip_edges())
