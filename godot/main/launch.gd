class_name Launch
extends RefCounted
## What the viewer is told to show when it is started: by the words after `--`, the environment, or its page's address.

## Read from the environment, because a command line can be read by everybody on the machine.
const TOKEN_VARIABLE := "GAL_TOKEN"
const SWITCHES: Array[String] = ["quit-at-end", "oldest-protocol"]

## The server: anything that Address understands.
var url: String = Address.OTHERWISE
var token: String = ""
## A run's name, or "latest": the one made last, and later ones when it has ended.
var run: String = "latest"
## A record in a file (JSON lines) that is played in place of a server.
var replay: String = ""
var speed: float = 1.0
## A file that a picture is written to; then the viewer ends.
var shot: String = ""
## The entry to begin at; 0 is the end of a run that is followed, and the start of a record.
var at: int = 0
## en, es or fr; otherwise as the person chose.
var language: String = ""
## Ends once the end of a run was shown.
var quit_at_end: bool = false
## A file that is told what the scene tree shows, as JSON lines.
var lab_report: String = ""
## Speaks the oldest protocol to whatever server is there.
var oldest_protocol: bool = false
## Words that cannot be used: the word, and the key of what is allowed in its place.
var _faults: Array[PackedStringArray] = []
## Each option's test of its value, and the key of the words for what is allowed.
var _values: Dictionary[String, Array] = {
	"url": [_is_told, "launch.empty"],
	"token": [_is_told, "launch.empty"],
	"run": [_is_told, "launch.empty"],
	"replay": [_is_told, "launch.empty"],
	"shot": [_has_folder, "launch.unwritable"],
	"lab-report": [_has_folder, "launch.unwritable"],
	"language": [_is_language, "launch.language"],
	"at": [_is_entry, "launch.at"],
	"speed": [_is_speed, "launch.speed"],
}


## As this program was started.
static func here() -> Launch:
	var words := OS.get_cmdline_user_args()
	if OS.has_feature("web") and words.is_empty():
		return of_page(str(JavaScriptBridge.eval("window.location.href")))
	var launch := of_words(words)
	if launch.token.is_empty():
		launch.token = OS.get_environment(TOKEN_VARIABLE).strip_edges()
	return launch


## Words such as --run=latest or --quit-at-end.
static func of_words(words: PackedStringArray) -> Launch:
	var launch := Launch.new()
	for word: String in words:
		var key := word.get_slice("=", 0)
		launch._take(key.trim_prefix("--") if key.begins_with("--") else "", word.substr(key.length() + 1), word)
	return launch


## A page that its server sent: what stands behind the question mark, and the server itself unless another is named.
static func of_page(href: String) -> Launch:
	var launch := Launch.new()
	launch.url = href.get_slice("?", 0)
	var values := Address.values_of(href.get_slice("#", 0).get_slice("?", 1)) if href.contains("?") else {}
	for key: String in values:
		var text: String = values[key]
		launch._take(key, text, key)
	return launch


## A line for each word that cannot be used, in the person's language: what it is, and what is allowed.
func faults() -> PackedStringArray:
	var lines: PackedStringArray = []
	for fault: PackedStringArray in _faults:
		var slots := {"word": fault[0], "languages": ", ".join(Words.LANGUAGES), "options": _options()}
		slots.merge({"least": PlaybackClock.SPEEDS[0], "most": PlaybackClock.SPEEDS[-1]})
		slots.last = "%d" % EventDecoder.HIGHEST_SEQ
		lines.append(Words.of(fault[1], slots))
	return lines


func _take(key: String, text: String, word: String) -> void:
	if key in SWITCHES:
		set(key.replace("-", "_"), true)
	elif not _values.has(key):
		_faults.append(PackedStringArray([word, "launch.unknown"]))
	elif (_values[key][0] as Callable).call(text):
		_keep(key, text)
	else:
		_faults.append(PackedStringArray([word, str(_values[key][1])]))


func _keep(key: String, text: String) -> void:
	match key:
		"at":
			at = text.to_int()
		"speed":
			speed = text.to_float()
		_:
			set(key.replace("-", "_"), text)


func _options() -> String:
	return ", ".join((_values.keys() + SWITCHES).map(func(key: String) -> String: return "--" + key))


static func _is_told(text: String) -> bool:
	return not text.is_empty()


## The engine says aloud which whole numbers are too long for it.
static func _is_entry(text: String) -> bool:
	return (
		text.is_valid_int() and text.length() <= 10 and text.to_int() >= 0 and text.to_int() <= EventDecoder.HIGHEST_SEQ
	)


static func _is_speed(text: String) -> bool:
	var value := text.to_float() if text.is_valid_float() else 0.0
	return value >= PlaybackClock.SPEEDS[0] and value <= PlaybackClock.SPEEDS[-1]


static func _is_language(text: String) -> bool:
	return text in Words.LANGUAGES


## A file may be made there.
static func _has_folder(path: String) -> bool:
	if path.is_empty() or DirAccess.dir_exists_absolute(path):
		return false
	return path.is_relative_path() or DirAccess.dir_exists_absolute(path.get_base_dir())
