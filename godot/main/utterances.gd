class_name Utterances
extends RefCounted
## What is being said right now, turn by turn, before it is an entry. Nothing rests on it.

## Characters of a turn that are kept: its end.
const MOST := 2000
## Turns at once whose words are kept, and characters of the id of one.
const MOST_TURNS := 64
const LONGEST_ID := 300

var _said: Dictionary[String, String] = {}


func clear() -> void:
	_said.clear()


func of(turn: String) -> String:
	return _said.get(turn, "")


## The turn whose words changed; empty when none did. The key "retry" takes back what a model began to say.
func take(key: String, data: Dictionary) -> String:
	var turn := Fields.text(data, "turn")
	if turn.is_empty() or turn.length() > LONGEST_ID or key not in ["delta", "retry"]:
		return ""
	if _said.size() >= MOST_TURNS and not _said.has(turn):
		return ""
	_said[turn] = (of(turn) + Fields.text(data, "text")).right(MOST) if key == "delta" else ""
	return turn


## Role and seat of an open turn; empty when it is not open in this state, and its words are forgotten.
func speaker(turn: String, state: Dictionary) -> Dictionary:
	for role: String in Wire.ROLES:
		for open: Dictionary in RunState.open_turns(state, role):
			if Fields.text(open, "turn") == turn:
				return {"role": role, "seat": Fields.whole(open, "seat")}
	_said.erase(turn)
	return {}
