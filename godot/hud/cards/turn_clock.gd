class_name TurnClock
extends Label
## How long a turn has been open. The card's panel says from which moment it is looked at.

var _what: String = ""
var _since: float = 0.0


static func create(what: String, since: String) -> TurnClock:
	var made := TurnClock.new()
	made.theme_type_variation = &"Number"
	made._what = what
	made.autowrap_mode = TextServer.AUTOWRAP_WORD_SMART
	made._since = TurnClock.seconds_of(since)
	return made


func show_now(now: float) -> void:
	text = Words.of("agent.since", {"what": _what, "time": Numbers.clock(now - _since)})


## Seconds since 1970 of an ISO time; 0 for none.
static func seconds_of(at: String) -> float:
	var unix := IsoTime.milliseconds(at)
	return 0.0 if unix == IsoTime.NONE else unix / 1000.0
