class_name Casting
extends RefCounted
## Who is where, and does what, in a state. Pure: the same state gives the same places.

## Where people are when nothing is asked of them: room and slot.
const HOME: Dictionary[String, Array] = {
	"phd-student": ["literature-review", FloorPlan.ARMCHAIR],
	"postdoc": ["plan-formulation", Palette.Role.POSTDOC],
	"professor": ["results-interpretation", Palette.Role.PROFESSOR],
	"ml-engineer": ["running-experiments", Palette.Role.ML_ENGINEER],
	"software-engineer": ["data-preparation", Palette.Role.SOFTWARE_ENGINEER],
	"reviewer": ["hall", Palette.Role.REVIEWER],
}
## What carrying out a command looks like.
const ACTS: Dictionary[String, Figure.Pose] = {
	"search-papers": Figure.Pose.READ,
	"read-paper": Figure.Pose.READ,
	"add-paper": Figure.Pose.READ,
	"dialogue": Figure.Pose.TALK,
	"plan": Figure.Pose.WRITE,
	"search-datasets": Figure.Pose.TYPE,
	"run-code": Figure.Pose.TYPE,
	"submit-code": Figure.Pose.TYPE,
	"write-program": Figure.Pose.TYPE,
	"edit-program": Figure.Pose.TYPE,
	"score-program": Figure.Pose.READ,
	"reflect": Figure.Pose.THINK,
	"interpretation": Figure.Pose.PRESENT,
	"write-section": Figure.Pose.TYPE,
	"edit-section": Figure.Pose.TYPE,
	"score-report": Figure.Pose.READ,
	"write-readme": Figure.Pose.TYPE,
	"review": Figure.Pose.READ,
	"revise-plan": Figure.Pose.TALK,
	"finish-report": Figure.Pose.PRESENT,
}
## What is in the hands meanwhile.
const HANDS: Dictionary[String, Things.Kind] = {
	"interpretation": Things.Kind.CHART,
	"review": Things.Kind.CARD,
	"score-program": Things.Kind.CARD,
	"score-report": Things.Kind.CARD,
	"finish-report": Things.Kind.REPORT,
}
const COURT := "report-refinement"
const COURT_SEATS := 3
## Where everybody is over the report: room and slot; those who stand leave the display free.
const GATHERING: Dictionary[String, Array] = {
	"phd-student": ["results-interpretation", 0],
	"postdoc": ["results-interpretation", 1],
	"professor": ["results-interpretation", 2],
	"ml-engineer": ["hall", 3],
	"software-engineer": ["hall", 4],
	"reviewer": ["hall", 7],
}
## Further reviewers in the hall.
const BYSTANDERS: Array[int] = [7, 1, 0]
## How each way to end is borne.
const ENDS: Dictionary[String, Figure.Pose] = {
	"complete": Figure.Pose.CHEER, "partial": Figure.Pose.IDLE, "failed": Figure.Pose.SLUMP
}
## Poses that look at whoever speaks.
const SOCIAL: Array[Figure.Pose] = [Figure.Pose.IDLE, Figure.Pose.TALK, Figure.Pose.WAIT, Figure.Pose.THINK]


static func of(state: Dictionary) -> Array[Place]:
	var places: Array[Place] = []
	for person: Dictionary in RunState.people(state):
		var role := Fields.text(person, "role")
		if HOME.has(role):
			for seat: int in _seats(person, state):
				places.append(_place(person, role, seat, state))
	if places.is_empty():
		for role: String in HOME:
			places.append(_home(role))
	_speak(places, state)
	Standing.spread(places)
	_count(places, state)
	_ask(places, state)
	_face(places)
	Standing.leave_side_free(places)
	return places


## Who asked the first open question; empty when nobody asks.
static func asking(state: Dictionary) -> String:
	var question := _question(state)
	if question.is_empty() or RunState.status(state) == RunState.ENDED:
		return ""
	var id := Fields.text(question, "id")
	var someone := ""
	for person: Dictionary in RunState.people(state):
		for turn: Dictionary in Fields.objects(person, "open") + Fields.objects(person, "held"):
			if id.contains(Fields.text(turn, "turn")):
				return Fields.text(person, "role")
			if someone.is_empty():
				someone = Fields.text(person, "role")
	return someone if someone else "professor"


## The open question that needs an answer first.
static func _question(state: Dictionary) -> Dictionary:
	var open := RunState.open_questions(state)
	var question := RunState.blocking_question(state)
	return open[0] if question.is_empty() and not open.is_empty() else question


## One person for each role, but of the reviewers as many as have turns, and three in their court.
static func _seats(person: Dictionary, state: Dictionary) -> Array[int]:
	var seats: Array[int] = [0]
	var role := Fields.text(person, "role")
	if role == "reviewer" and RunState.phase(state) == COURT:
		seats.assign(range(COURT_SEATS))
	for turn: Dictionary in Fields.objects(person, "open") + Fields.objects(person, "held"):
		if _seat(role, turn) not in seats:
			seats.append(_seat(role, turn))
	return seats


## The figure that has a turn: only the reviewers are several.
static func _seat(role: String, turn: Dictionary) -> int:
	return clampi(Fields.whole(turn, "seat"), 0, COURT_SEATS - 1) if role == "reviewer" else 0


static func _place(person: Dictionary, role: String, seat: int, state: Dictionary) -> Place:
	if RunState.status(state) == RunState.ENDED:
		return _gathered(role, seat, state)
	var phase := RunState.phase(state)
	var turn := _turn_of(person, "open", seat)
	var held := _turn_of(person, "held", seat)
	var last := Fields.object(person, "last")
	var took_part := Fields.text(last, "turn").begins_with("%s.%d." % [phase, RunState.attempt(state)])
	var judges := role == "reviewer" and phase == COURT
	if (
		phase.is_empty()
		or not FloorPlan.ROOMS.has(phase)
		or (turn.is_empty() and held.is_empty() and not took_part and not judges)
	):
		return _resting(_home(role), last, state)
	var place := _at(role, seat, phase, FloorPlan.slot_of(Palette.ROLE_BY_NAME[role], seat))
	place.at_work = true
	if not RunState.halted(state).is_empty():
		place.pose = Figure.Pose.REST
	elif not turn.is_empty():
		_work(place, turn, state)
	return place


static func _home(role: String) -> Place:
	var slot: int = HOME[role][1]
	return _at(role, 0, str(HOME[role][0]), slot)


static func _at(role: String, seat: int, room: String, slot: int) -> Place:
	var place := Place.new()
	place.role = role
	place.seat = seat
	place.room = room
	place.slot = slot
	place.facing = FloorPlan.facing(room, slot)
	return place


## Everybody comes together over the report.
static func _gathered(role: String, seat: int, state: Dictionary) -> Place:
	var slot: int = BYSTANDERS[seat] if seat > 0 else GATHERING[role][1]
	var place := _at(role, seat, str(GATHERING[role][0]), slot)
	var kind := Fields.text(RunState.outcome(state), "kind")
	place.pose = ENDS.get(kind, Figure.Pose.IDLE)
	if role == "professor" and kind != "failed" and not RunState.sections(state).is_empty():
		place.carrying = Things.Kind.REPORT
	return place


## At home one stands, and after a while one naps; so does everybody once the driver has let go.
static func _resting(place: Place, last: Dictionary, state: Dictionary) -> Place:
	var since := IsoTime.seconds(Fields.text(last, "at", Fields.text(state, "startedAt")))
	var idle := RunState.time(state) - since
	if not RunState.halted(state).is_empty() or (RunState.seq(state) > 0 and idle > Palette.NAP_AFTER):
		place.pose = Figure.Pose.REST
	return place


static func _turn_of(person: Dictionary, list: String, seat: int) -> Dictionary:
	for turn: Dictionary in Fields.objects(person, list):
		if _seat(Fields.text(person, "role"), turn) == seat:
			return turn
	return {}


static func _work(place: Place, turn: Dictionary, state: Dictionary) -> void:
	var doing := Fields.text(turn, "doing")
	var waited := RunState.time(state) - IsoTime.seconds(Fields.text(turn, "since"))
	if doing == "thinking":
		place.since = IsoTime.seconds(Fields.text(turn, "since"))
		place.pose = Figure.Pose.THINK if waited < Palette.CLOCK_AFTER else Figure.Pose.WAIT
	elif doing == "failing":
		place.pose = Figure.Pose.SCRATCH
	else:
		var command := Spoken.read(Fields.text(turn, "said")).command
		place.pose = ACTS.get(command, Figure.Pose.TALK)
		place.carrying = HANDS.get(command, Things.Kind.NONE)


## A question to the person at the screen is asked at the front door.
static func _ask(places: Array[Place], state: Dictionary) -> void:
	var role := asking(state)
	for place: Place in places:
		if place.role == role and place.seat == 0:
			place.room = "hall"
			place.slot = FloorPlan.DOORSTEP
			place.facing = FloorPlan.facing(place.room, place.slot)
			place.pose = Figure.Pose.RAISE
			place.carrying = Things.Kind.NONE
			place.since = 0.0
			place.bubble = Speech.question(Fields.text(_question(state), "text"))
			place.bubble_seq = Fields.whole(_question(state), "seq", place.bubble_seq)
			place.writes = false


## What was said last in the phase at work, the newest three, one of each person.
static func _speak(places: Array[Place], state: Dictionary) -> void:
	if RunState.phase(state).is_empty() or not RunState.halted(state).is_empty():
		return
	for person: Dictionary in RunState.people(state):
		var said := Fields.object(person, "last")
		var here := "%s.%d." % [RunState.phase(state), RunState.attempt(state)]
		for turn: Dictionary in [said] + Fields.objects(person, "open"):
			if not Fields.has(turn, "said") or not Fields.text(turn, "turn").begins_with(here):
				continue
			for place: Place in places:
				var role := Fields.text(person, "role")
				if place.role == role and place.seat == _seat(role, turn):
					place.bubble = Speech.of(Fields.text(turn, "said"))
					place.bubble_seq = Fields.whole(turn, "seq")
					place.writes = Speech.is_written(Fields.text(turn, "said"))
	var speakers := places.filter(func(place: Place) -> bool: return not place.bubble.is_empty())
	speakers.sort_custom(func(a: Place, b: Place) -> bool: return a.bubble_seq > b.bubble_seq)
	for i: int in speakers.size():
		var speaker: Place = speakers[i]
		if i >= Bubbles.MOST:
			speaker.bubble = ""
		elif i == 0 and speaker.pose == Figure.Pose.IDLE:
			speaker.pose = Figure.Pose.TALK


## One figure stands for all turns that its role has open: its bubble says how many.
static func _count(places: Array[Place], state: Dictionary) -> void:
	for person: Dictionary in RunState.people(state):
		var turns := Fields.objects(person, "open")
		for place: Place in places:
			if place.role != Fields.text(person, "role") or turns.size() < 2 or place.role == "reviewer":
				continue
			if place.bubble.is_empty():
				place.bubble_seq = Fields.whole(turns[-1], "seq")
			place.bubble = Speech.short(("×%d " % turns.size() + place.bubble).strip_edges())


## In company one turns to whoever speaks, and the speaker to the others.
static func _face(places: Array[Place]) -> void:
	for place: Place in places:
		if place.pose not in SOCIAL or not place.at_work:
			continue
		var to := 0.0
		var count := 0
		var speaker: Place = null
		for other: Place in places:
			if other == place or other.room != place.room:
				continue
			to += other.spot().x
			count += 1
			if other.bubble_seq > (speaker.bubble_seq if speaker else 0):
				speaker = other
		if count == 0:
			continue
		var x := speaker.spot().x if speaker and speaker.bubble_seq > place.bubble_seq else to / count
		if absf(x - place.spot().x) > 4.0:
			place.facing = signf(x - place.spot().x)
