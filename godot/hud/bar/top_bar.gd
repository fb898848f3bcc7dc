class_name TopBar
extends Control
## What is said in the sky, left and right of the roof: the topic and where the run stands; the connection and what can
## be done.

signal wanted(what: String)
## What is said needs more or less room.
signal arrangement_changed

const EDGE := 12.0
## The left card is no narrower than this, if its words are not shorter.
const LEAST := 200.0
## Lines of the topic at the most.
const LINES := 2
## Width that a card needs beside its words.
const PADS := 32.0

## What of a state the bar tells.
const TOLD: Array[String] = ["topic", "phase", "attempt", "outcome", "halted", "asked", "questions"]

var badge := ConnectionBadge.new()
## Whether commands can be sent now.
var acts: bool = false:
	set(value):
		if value != acts:
			acts = value
			_refresh_buttons()

## Whether a question that is shown can be answered now; one of the past can be read.
var answers: bool = false:
	set(value):
		if value != answers:
			answers = value
			_refresh_buttons()

var _left: PanelContainer
var _right: HFlowContainer
var _tools: PanelContainer
var _topic := Fittings.line("", &"Number")
var _stands := Fittings.line("", &"Small")
var _needs: Button
var _pause: Button
var _stop: Button
var _note: Button
var _log: Button
var _menu: Button
var _state: Dictionary = {}
## What of the state was told last: parts of states are shared, so the same one says the same.
var _told: Array = []
## What the clusters were last arranged for.
var _arranged: Array = []
var _whole_topic: String = ""


func _init() -> void:
	mouse_filter = Control.MOUSE_FILTER_IGNORE


func _ready() -> void:
	_topic.text_overrun_behavior = TextServer.OVERRUN_TRIM_WORD_ELLIPSIS
	_left = Fittings.panel(&"Card", Fittings.column([_topic, _stands], 2))
	_left.mouse_filter = Control.MOUSE_FILTER_STOP
	add_child(_left)
	_needs = Fittings.button(Words.of("needs.you"), wanted.emit.bind("question"), "needs", &"Accent")
	_needs.tooltip_text = Words.of("needs.hint")
	_pause = Fittings.sign_button("", _on_pause, "pause")
	_stop = Fittings.sign_button(Words.of("acts.stop"), wanted.emit.bind("run.stop"), "stop")
	_note = Fittings.sign_button(Words.of("note.title"), wanted.emit.bind("note"), "note")
	_log = Fittings.sign_button(Words.of("log.title"), wanted.emit.bind("log"), "log")
	_menu = Fittings.sign_button(Words.of("menu.title"), wanted.emit.bind("menu"), "menu")
	_tools = Fittings.panel(&"Card", Fittings.row([_pause, _stop, _note, _log, _menu], 2))
	_right = Fittings.flow([_needs, badge, _tools])
	_right.alignment = FlowContainer.ALIGNMENT_END
	_right.mouse_filter = Control.MOUSE_FILTER_IGNORE
	_right.minimum_size_changed.connect(arrangement_changed.emit)
	add_child(_right)
	_refresh_buttons()


func menu_at() -> Vector2:
	return _menu.global_position + Vector2(_menu.size.x, _menu.size.y + 4.0)


func show_state(state: Dictionary) -> void:
	_state = state
	var told := _facts(state)
	if Facts.same(told, _told):
		return
	_told = told
	var topic := Fields.text(state, "topic").strip_edges()
	_whole_topic = topic if not topic.is_empty() else Words.of("top.no_run")
	_topic.tooltip_text = topic
	_stands.text = stands(state)
	var why := _why(state)
	_stands.tooltip_text = why if not why.is_empty() else _stands.text
	_left.visible = not topic.is_empty()
	_refresh_buttons()
	var needs: Array = [_whole_topic, _stands.text, _needed()]
	if needs != _arranged:
		_arranged = needs
		arrangement_changed.emit()


static func _facts(state: Dictionary) -> Array:
	var facts: Array = [Fields.whole(state, "seq") == 0]
	for key: String in TOLD:
		facts.append(state.get(key))
	return facts


## Phase, attempt and how it stands, in one line.
static func stands(state: Dictionary) -> String:
	var outcome := Fields.object(state, "outcome")
	if not outcome.is_empty():
		return Words.outcome(Fields.text(outcome, "kind"))
	var phase := Fields.text(state, "phase")
	var where := (
		Words.phase(phase) if not phase.is_empty() else Words.of("top.between" if _began(state) else "top.begins")
	)
	var parts: PackedStringArray = [where]
	if Fields.whole(state, "attempt", 1) > 1:
		parts.append(Words.of("top.attempt", {"n": Fields.whole(state, "attempt")}))
	var halted := Fields.object(state, "halted")
	if not halted.is_empty():
		parts.append(Words.of("halted." + Fields.text(halted, "cause")))
	elif not QuestionPanel.blocking(state).is_empty():
		parts.append(Words.of("halted.question"))
	elif _asked(state, "stop"):
		parts.append(Words.of("top.stopping"))
	elif _asked(state, "pause"):
		parts.append(Words.of("top.pausing"))
	return ", ".join(parts)


## Whether any phase was begun.
static func _began(state: Dictionary) -> bool:
	return Fields.objects(state, "phases").any(
		func(phase: Dictionary) -> bool: return Fields.length(phase, "attempts") > 0
	)


static func _asked(state: Dictionary, what: String) -> bool:
	return Fields.has(Fields.object(state, "asked"), what)


static func _why(state: Dictionary) -> String:
	var halted := Fields.object(state, "halted")
	return Fields.text(halted if not halted.is_empty() else Fields.object(state, "outcome"), "why")


## Questions that nobody has answered yet.
static func open_questions(state: Dictionary) -> Array[Dictionary]:
	return Fields.objects(state, "questions").filter(
		func(question: Dictionary) -> bool: return not Fields.has(question, "answer")
	)


func _over() -> bool:
	return Fields.has(_state, "outcome") or Fields.whole(_state, "seq") == 0


func _halted() -> bool:
	return Fields.has(_state, "halted")


func _on_pause() -> void:
	wanted.emit("run.resume" if _halted() else "run.pause")


func _refresh_buttons() -> void:
	if _needs == null:
		return
	_needs.visible = not open_questions(_state).is_empty() and not _over()
	_needs.text = Words.of("needs.you" if answers else "needs.read")
	_needs.theme_type_variation = &"Accent" if answers else &"Chip"
	_pause.visible = acts and not _over()
	_stop.visible = acts and not _over() and not _halted()
	_note.visible = acts and not _over()
	_pause.icon = Glyphs.of("resume" if _halted() else "pause", Fittings.scale)
	_pause.tooltip_text = Words.of("acts.resume" if _halted() else "acts.pause")
	Fittings.name_for_readers(_pause, _pause.tooltip_text)
	_pause.disabled = _asked(_state, "pause") and not _halted()
	_stop.disabled = _asked(_state, "stop")


## Puts the clusters into this room and says how much of the height they need above the house: 0 when they fit beside
## the roof.
func arrange(room: Vector2) -> float:
	if _left == null:
		return 0.0
	var right_wide := minf(_needed(), room.x - EDGE * 2.0)
	var least := LEAST * Fittings.scale if _left.visible else 0.0
	var one_row := least + right_wide + EDGE * 3.0 <= room.x
	var most := room.x - EDGE * (2.0 if not one_row else 3.0) - (right_wide if one_row else 0.0)
	var sky := FreeSky.over(Rect2(Vector2.ZERO, room))
	var foot := EDGE + _tools.get_combined_minimum_size().y
	var beside := one_row and sky.right_of_roof(foot) <= room.x - EDGE - right_wide
	if beside and _left.visible:
		beside = sky.left_of_roof(EDGE + _height(LINES)) - EDGE >= minf(least, _topic_width())
	_place_left(most, sky if beside else null)
	var top := EDGE if one_row or not _left.visible else EDGE * 1.5 + _left.size.y
	_right.size = Vector2(right_wide, 0.0)
	_right.position = Vector2(room.x - EDGE - right_wide, top)
	if beside:
		return 0.0
	var lowest := maxf(_left.size.y + EDGE * 1.5 if _left.visible else 0.0, top + _right_height() + EDGE * 0.5)
	# Where there is more sky above the house than that, the house stays where it is.
	return lowest if sky.at(Vector2(0.0, HudStage.ROOF)).y < lowest else 0.0


## Where the buttons of the sky end.
func right_foot() -> float:
	return _right.position.y + _right_height() if _right != null else 0.0


## The places of the cards, in the window.
func cards() -> Array[Rect2]:
	var found: Array[Rect2] = []
	for card: Control in ([_left, _needs, badge, _tools] if _left != null else []) as Array:
		if card.is_visible_in_tree():
			found.append(card.get_global_rect())
	return found


## In as few lines as the sky leaves room for; what is left out is in the tooltip.
func _place_left(most: float, sky: FreeSky) -> void:
	var wide := most
	for lines: int in range(1, LINES + 1):
		wide = most if sky == null else minf(most, sky.left_of_roof(EDGE + _height(lines)) - EDGE)
		_topic.text = _broken(wide - PADS, lines)
		if _topic_width() <= wide:
			break
	_left.position = Vector2(EDGE, EDGE)
	_left.size = Vector2(minf(wide, _topic_width()), 0.0)


## The topic in so many lines; only the last may be too long.
func _broken(wide: float, lines: int) -> String:
	var words := Loose.first_words(_whole_topic, _whole_topic.length()).split(" ", false)
	var rows: PackedStringArray = [""]
	for word: String in words:
		var longer := (rows[-1] + " " + word).strip_edges()
		if _wide(_topic, longer) <= wide or rows[-1].is_empty() or rows.size() == lines:
			rows[-1] = longer
		else:
			rows.append(word)
	return "\n".join(rows)


## How high the left card is with so many lines of the topic.
func _height(lines: int) -> float:
	var line := _topic.get_line_height() + _topic.get_theme_constant(&"line_spacing")
	return _left.get_combined_minimum_size().y + (lines - _topic.text.count("\n") - 1) * line


func _right_height() -> float:
	return _right.get_combined_minimum_size().y


## What the lines of the left cluster need to be read whole.
func _topic_width() -> float:
	var wide := _wide(_stands, _stands.text)
	for line: String in _topic.text.split("\n"):
		wide = maxf(wide, _wide(_topic, line))
	return wide + PADS


static func _wide(label: Label, text: String) -> float:
	var font := label.get_theme_font(&"font")
	return font.get_string_size(text, HORIZONTAL_ALIGNMENT_LEFT, -1, label.get_theme_font_size(&"font_size")).x


func _needed() -> float:
	var sum := 0.0
	for child: Control in [_needs, badge, _tools]:
		if child.visible:
			sum += child.get_combined_minimum_size().x + Palette.GAP
	return sum
