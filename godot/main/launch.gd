class_name Launch
extends RefCounted
## What the viewer is told to show when it is started: by the words after `--`, the environment, or its page's address.

## Read from the environment, because a command line can be read by everybody on the machine.
const TOKEN_VARIABLE := "GAL_TOKEN"
const TEXTS: Array[String] = ["url", "token", "run", "replay", "shot", "language", "lab-report"]
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
## Words that were not understood.
var faults: PackedStringArray = []


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


func _take(key: String, text: String, word: String) -> void:
	var field := key.replace("-", "_")
	if key in SWITCHES:
		set(field, true)
	elif key in TEXTS and not text.is_empty():
		set(field, text)
	elif key == "at" and text.is_valid_int():
		at = maxi(0, text.to_int())
	elif key == "speed" and text.is_valid_float() and text.to_float() > 0.0:
		speed = text.to_float()
	else:
		faults.append(word)
