class_name LinkTalk
extends RefCounted
## Lines about the connection. What they hold may come from anybody: they are never long, hold no sign that a terminal
## obeys or that turns the direction of reading, and of those about single frames there are few.

const LONGEST := 300
## So many lines about single frames are said; then a count of them, once for so many.
const ALOUD := 10
const EVERY := 1000
const _UNSEEN := (
	"[\\x{00}-\\x{1f}\\x{7f}-\\x{9f}\\x{61c}\\x{200b}-\\x{200f}" + "\\x{2028}-\\x{202e}\\x{2060}-\\x{206f}\\x{feff}]+"
)

static var _unseen := RegEx.create_from_string(_UNSEEN)

var _to: Signal
var _count: int = 0


static func create(to: Signal) -> LinkTalk:
	var talk := LinkTalk.new()
	talk._to = to
	return talk


static func plain(line: String) -> String:
	return _unseen.sub(line.left(LONGEST), " ", true)


## What an error frame says, of whatever shape it is: the slot of its sentence.
static func complaint(frame: Dictionary) -> Dictionary[String, String]:
	var parts: PackedStringArray = []
	for key: String in ["code", "message"]:
		if Fields.text(frame, key):
			parts.append(Fields.text(frame, key))
	return {"error": ": ".join(parts) if parts else JSON.stringify(frame)}


func say(key: String, slots: Dictionary) -> void:
	tell(Words.of(key, slots))


func tell(line: String) -> void:
	_to.emit(plain(line))


## About one frame, of which a server may send as many as it likes.
func say_of_frame(key: String, slots: Dictionary) -> void:
	_count += 1
	if _count <= ALOUD:
		say(key, slots)
	elif _count % EVERY == 0:
		say("link.odd-many", {"count": _count})


func forget() -> void:
	_count = 0
