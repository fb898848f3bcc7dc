class_name Settings
extends RefCounted
## What the person chose, kept in user://settings.cfg. One object is handed to all views.

## Something was chosen anew; it is kept already.
signal changed

const SECTION := "viewer"
const SCALES: Array[float] = [1.0, 1.15, 1.3, 1.6]

## en, es or fr.
var language: String = "en"
## 1.0 to 1.6
var font_scale: float = 1.0
var reduced_motion: bool = false
var sound: bool = true
## A palette that colour-blind people can tell apart.
var safe_colours: bool = false
## Why the file could not be read; empty when it could or when there was none.
var fault: String = ""

var _path: String = ""


## Reads the file; what is missing or broken in it stays as it is by default. An empty path keeps nothing.
static func load_from(path: String = "user://settings.cfg") -> Settings:
	var settings := Settings.new()
	settings._path = path
	settings.language = of_system()
	settings._apply()
	var file := ConfigFile.new()
	if path.is_empty() or not FileAccess.file_exists(path):
		return settings
	# ConfigFile prints an engine error of its own for a broken file, so the text is looked at first.
	var text := FileAccess.get_file_as_string(path)
	if not _is_sound(text) or file.parse(text) != OK:
		settings.fault = "%s cannot be read: the defaults are used" % path
		print(settings.fault)
		return settings
	settings._take(file)
	return settings


## A heading, and under it lines of a name and a plain value.
static func _is_sound(text: String) -> bool:
	var line := RegEx.create_from_string('^\\w+=("\\w*"|[0-9.]+|true|false)$')
	var lines := text.strip_edges().split("\n")
	for i: int in lines.size():
		var one := lines[i].strip_edges()
		if (i == 0 and one != "[%s]" % SECTION) or (i > 0 and not one.is_empty() and line.search(one) == null):
			return false
	return true


## The language of the system, where it is one of ours; else English.
static func of_system(locale: String = OS.get_locale_language()) -> String:
	return locale if locale in Words.LANGUAGES else "en"


## Sets some of the fields by their names, keeps them and tells the views.
func choose(values: Dictionary[String, Variant]) -> void:
	for key: String in values:
		_put(key, values[key])
	_apply()
	if not _path.is_empty():
		_save()
	changed.emit()


func _take(file: ConfigFile) -> void:
	for key: String in ["language", "font_scale", "reduced_motion", "sound", "safe_colours"]:
		if file.has_section_key(SECTION, key):
			_put(key, file.get_value(SECTION, key))
	_apply()


## A value of another kind, or out of its bounds, changes nothing.
func _put(key: String, value: Variant) -> void:
	if key == "language" and value in Words.LANGUAGES:
		language = value
	elif key == "font_scale" and (value is float or value is int):
		font_scale = clampf(Loose.number(value), SCALES[0], SCALES[-1])
	elif key in ["reduced_motion", "sound", "safe_colours"] and value is bool:
		set(key, value)


func _apply() -> void:
	Words.language = language
	Palette.safe_colours = safe_colours


func _save() -> void:
	var file := ConfigFile.new()
	for key: String in ["language", "font_scale", "reduced_motion", "sound", "safe_colours"]:
		file.set_value(SECTION, key, get(key))
	if file.save(_path) != OK:
		print("%s cannot be written: what was chosen lasts until the end" % _path)
