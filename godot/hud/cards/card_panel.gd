class_name CardPanel
extends ScrollContainer
## Shows the card of what is picked, and keeps it true as the run goes on.

signal picked(pick: Pick)
signal entry_wanted(seq: int)
signal link_wanted(url: String)

## What a room's card is about.
const OF_ROOM: Dictionary[String, String] = {
	"literature-review": "papers",
	"plan-formulation": "plan",
	"data-preparation": "dataset",
	"running-experiments": "programs",
	"results-interpretation": "scores",
	"report-writing": "report",
	"report-refinement": "reviews",
	"hall": "budget",
}
static var by_kind: Dictionary[String, GDScript] = {
	"role": AgentCard,
	"paper": PaperCard,
	"papers": PapersCard,
	"plan": PlanCard,
	"dataset": DatasetCard,
	"program": ProgramCard,
	"programs": ProgramsCard,
	"scores": ScoresCard,
	"report": ReportCard,
	"reviews": ReviewsCard,
	"budget": BudgetCard,
}

var card: Card
## The moment is the present: open turns grow longer by the wall clock.
var live: bool = false

var _body := CardBody.new()
var _facts: Array = []
var _words: Dictionary[String, String] = {}
var _since_clock: float = 1.0


func _ready() -> void:
	horizontal_scroll_mode = ScrollContainer.SCROLL_MODE_DISABLED
	follow_focus = true
	size_flags_vertical = Control.SIZE_EXPAND_FILL
	var margin := MarginContainer.new()
	for side: String in ["left", "right", "top", "bottom"]:
		margin.add_theme_constant_override("margin_" + side, 3 if side != "right" else 8)
	margin.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	margin.add_child(_body)
	add_child(margin)
	_body.picked.connect(picked.emit)
	_body.entry_wanted.connect(entry_wanted.emit)
	_body.link_wanted.connect(link_wanted.emit)


func _process(delta: float) -> void:
	_since_clock += delta
	if _since_clock >= 0.5 and card != null:
		_since_clock = 0.0
		_tick()


## The kind of card for a pick; empty when it has none.
static func kind_of(pick: Pick) -> String:
	var kind: String = OF_ROOM.get(pick.id, "") if pick.kind == "room" else pick.kind
	return kind if by_kind.has(kind) else ""


func show_pick(pick: Pick, state: Dictionary, timeline: RunTimeline, server: String) -> void:
	card = by_kind[kind_of(pick)].new()
	card.pick = pick
	card.timeline = timeline
	card.server = server
	_facts = []
	scroll_vertical = 0
	show_state(state)


func show_state(state: Dictionary) -> void:
	if card == null:
		return
	card.state = state
	var facts := card.facts()
	if Facts.same(facts, _facts):
		return
	_facts = facts
	_fill()


func show_words(turn: String, text: String) -> void:
	_words[turn] = text
	for child: Node in _body.get_children():
		var words := child as WordsNow
		if words != null and words.turn == turn:
			words.show_words(text)


func _fill() -> void:
	var place := _focused()
	var scrolled := scroll_vertical
	Fittings.clear(_body)
	card.fill(_body)
	for turn: String in _words:
		show_words(turn, _words[turn])
	_tick()
	_restore.call_deferred(scrolled, place)


func _restore(scrolled: int, place: int) -> void:
	if place >= 0 and place < _body.get_child_count():
		var control := _body.get_child(place) as Control
		if control != null and control.focus_mode == Control.FOCUS_ALL:
			control.grab_focus()
	scroll_vertical = scrolled


## Which thing on the card has the keyboard; -1 when none has.
func _focused() -> int:
	for child: Node in _body.get_children():
		var control := child as Control
		if control != null and control.has_focus():
			return child.get_index()
	return -1


func _tick() -> void:
	var now := Time.get_unix_time_from_system() if live else TurnClock.seconds_of(Fields.text(card.state, "at"))
	for child: Node in _body.get_children():
		var turn_clock := child as TurnClock
		if turn_clock != null:
			turn_clock.show_now(now)
