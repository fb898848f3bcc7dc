class_name PeopleStates
extends RefCounted
## Small states by hand, in the shape of ViewerState.

const ROLES: Array[String] = ["phd-student", "postdoc", "professor", "ml-engineer", "software-engineer", "reviewer"]


## Nobody has anything to do in this phase at 09:00:10.
static func quiet(phase: String) -> Dictionary:
	var people: Array = []
	for role: String in ROLES:
		people.append({"role": role, "open": [], "last": null, "turns": 0})
	return {
		"run": "r",
		"seq": 10.0,
		"at": "2026-01-05T09:00:10.000Z",
		"startedAt": "2026-01-05T09:00:00.000Z",
		"phase": phase if phase else null,
		"attempt": 1.0,
		"outcome": null,
		"halted": null,
		"people": people,
		"questions": [],
		"sections": [],
		"plan": null,
	}


static func with(state: Dictionary, changes: Dictionary) -> Dictionary:
	var next := state.duplicate()
	next.merge(changes, true)
	return next


static func with_person(state: Dictionary, role: String, changes: Dictionary) -> Dictionary:
	var people: Array = []
	for person: Dictionary in state.people:
		people.append(with(person, changes) if person.role == role else person)
	return with(state, {"people": people})


static func turn(id: String, doing: String, said: Variant = null, seat: int = 0, second: int = 10) -> Dictionary:
	return {
		"turn": id,
		"seat": float(seat),
		"ask": "first",
		"doing": doing,
		"since": "2026-01-05T09:00:%02d.000Z" % second,
		"seq": 9.0,
		"said": said,
		"fault": null,
	}


static func done(id: String, said: String, seq: int, command: String = "dialogue") -> Dictionary:
	return {
		"turn": id,
		"seat": 0.0,
		"ask": "first",
		"seq": float(seq),
		"at": "2026-01-05T09:00:09.000Z",
		"said": said,
		"command": command,
		"ok": true,
		"fallback": false,
	}


static func moment(kind: Moment.Kind, role: String = "", phase: String = "", text: String = "") -> Moment:
	var made := Moment.new()
	made.kind = kind
	made.role = role
	made.phase = phase
	made.text = text
	return made
