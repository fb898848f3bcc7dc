class_name SettingsPanel
extends VBoxContainer
## What a person can choose about the viewer; all of it counts at once.

var settings: Settings
## The field that was changed last.
var used: String = ""

var _controls: Dictionary[String, Control] = {}


static func create(some: Settings) -> SettingsPanel:
	var made := SettingsPanel.new()
	made.settings = some
	return made


func _ready() -> void:
	add_theme_constant_override("separation", 12)
	add_child(
		_choice("settings.language", "language", Words.LANGUAGES, _languages(), Words.LANGUAGES.find(settings.language))
	)
	var scales: PackedStringArray = []
	var nearest := 0
	for i: int in Settings.SCALES.size():
		scales.append("%d %%" % roundi(Settings.SCALES[i] * 100.0))
		if absf(Settings.SCALES[i] - settings.font_scale) < absf(Settings.SCALES[nearest] - settings.font_scale):
			nearest = i
	add_child(_choice("settings.font", "font_scale", Settings.SCALES, scales, nearest))
	add_child(_switch("settings.motion", "reduced_motion", settings.reduced_motion))
	add_child(_switch("settings.sound", "sound", settings.sound))
	add_child(_switch("settings.colours", "safe_colours", settings.safe_colours))


## Where the keyboard was before the panel was built anew: at what was chosen last.
func take_focus(field: String) -> void:
	if _controls.has(field) and is_visible_in_tree():
		_controls[field].grab_focus()


func _choose(field: String, value: Variant) -> void:
	used = field
	settings.choose({field: value})


func _languages() -> PackedStringArray:
	var names: PackedStringArray = []
	for language: String in Words.LANGUAGES:
		names.append(Words.of("language." + language))
	return names


## Values side by side, one of which counts.
func _choice(key: String, field: String, values: Array, names: PackedStringArray, chosen: int) -> Control:
	var buttons: Array[Control] = []
	var group := ButtonGroup.new()
	for i: int in values.size():
		var value: Variant = values[i]
		var button := Fittings.button(names[i], _choose.bind(field, value), "", &"Chip")
		button.toggle_mode = true
		button.button_group = group
		button.set_pressed_no_signal(i == chosen)
		if i == chosen:
			_controls[field] = button
		buttons.append(button)
	return Fittings.column([Fittings.label(Words.of(key), &"Number", true), Fittings.flow(buttons)], 4)


func _switch(key: String, field: String, on: bool) -> Control:
	var made := CheckButton.new()
	made.set_pressed_no_signal(on)
	Fittings.name_for_readers(made, Words.of(key))
	_controls[field] = made
	made.toggled.connect(func(value: bool) -> void: _choose(field, value))
	made.size_flags_vertical = Control.SIZE_SHRINK_CENTER
	var words := Fittings.column(
		[Fittings.label(Words.of(key), &"Number", true), Fittings.label(Words.of(key + ".why"), &"Quiet", true)], 0
	)
	return Fittings.row([Fittings.grow(words), made])
