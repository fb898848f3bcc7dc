class_name ShotList
extends RefCounted
## Every picture that is taken, as data: its name, the moment that is shown, what is opened over it, what the person
## chose.
##
## `at`: "phase:<name>" (a little into it), "moment:<KIND>" (acted out), "entry:<type>", "end", or "" for where a run
## is half done. `pick`: a kind, or kind and id, or kind and "first". `keys`: pressed one after another. `sheet`: of the
## menu. `window`, `set` (settings), `night`: as they say.

const SMALL := Vector2i(1280, 720)
const LARGE := Vector2i(1920, 1080)
const PICKS: Array[String] = [
	"papers",
	"paper first",
	"plan",
	"dataset",
	"programs",
	"program first",
	"scores",
	"report",
	"reviews",
	"budget",
]
## What the menu opens, and what is shown where no lab is in reach.
const SHEETS: Array[String] = ["runs", "new", "settings", "help", "first"]
## What keys open, by the name of its picture.
const PANELS: Dictionary[String, Array] = {
	"log": [KEY_L],
	"menu": [KEY_M],
	"note": [KEY_N],
}


static func all() -> Array[Dictionary]:
	var list: Array[Dictionary] = []
	for phase: String in Wire.PHASES:
		list.append({"name": "phase-" + phase, "at": "phase:" + phase})
	for kind: String in Moment.Kind.keys():
		list.append({"name": "moment-" + kind.to_lower().replace("_", "-"), "at": "moment:" + kind})
	for what: String in PICKS:
		list.append({"name": "card-" + what.get_slice(" ", 0), "at": "end", "pick": what})
	for role: String in Wire.ROLES:
		list.append({"name": "person-" + role, "pick": "role " + role})
	list.append({"name": "card-room", "pick": "room running-experiments"})
	list.append({"name": "panel-question", "at": "entry:question-ask", "keys": [KEY_Q]})
	for panel: String in PANELS:
		list.append({"name": "panel-" + panel, "keys": PANELS[panel]})
	for sheet: String in SHEETS:
		list.append({"name": "sheet-" + sheet, "sheet": sheet})
	for room: int in range(1, 8):
		list.append({"name": "room-%d" % room, "keys": [KEY_0 + room]})
	list.append_array(_hours())
	for language: String in ["es", "fr"]:
		list.append_array(_in_language(language))
	list.append_array(_choices())
	return list


static func _hours() -> Array[Dictionary]:
	return [
		{"name": "day-large", "window": LARGE},
		{"name": "night", "night": true},
		{"name": "night-large", "night": true, "window": LARGE},
	]


## What is longest there: questions, cards, help and the log.
static func _in_language(language: String) -> Array[Dictionary]:
	var chosen: Dictionary[String, Variant] = {"language": language}
	var large: Dictionary[String, Variant] = {"language": language, "font_scale": 1.6}
	return [
		{"name": language + "-house", "set": chosen},
		{"name": language + "-log", "set": chosen, "keys": [KEY_L]},
		{"name": language + "-question", "set": chosen, "at": "entry:question-ask", "keys": [KEY_Q]},
		{"name": language + "-help", "set": chosen, "sheet": "help"},
		{"name": language + "-first", "set": chosen, "sheet": "first"},
		{"name": language + "-settings-large-print", "set": large, "sheet": "settings"},
		{"name": language + "-menu", "set": chosen, "keys": [KEY_M]},
		{"name": language + "-report", "set": chosen, "at": "end", "pick": "report"},
		{"name": language + "-reviews-large-print", "set": large, "at": "end", "pick": "reviews"},
		{"name": language + "-large", "set": chosen, "window": LARGE, "keys": [KEY_L]},
	]


static func _choices() -> Array[Dictionary]:
	return [
		{"name": "safe-colours", "set": {"safe_colours": true} as Dictionary[String, Variant], "keys": [KEY_L]},
		{"name": "large-print", "set": {"font_scale": 1.6} as Dictionary[String, Variant], "keys": [KEY_L]},
		{"name": "still", "set": {"reduced_motion": true} as Dictionary[String, Variant]},
	]
