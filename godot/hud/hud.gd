class_name Hud
extends Control
## All panels around the house. Children signal, main calls.

## A command of protocol v1 and its fields, for the link.
@warning_ignore("unused_signal")
signal command(type: String, fields: Dictionary)
signal picked(pick: Pick)
## The part of the window that panels leave free changed.
signal free_changed(rect: Rect2)
@warning_ignore("unused_signal")
signal run_chosen(run: String)
@warning_ignore("unused_signal")
signal example_wanted
@warning_ignore("unused_signal")
signal server_chosen(url: String, token: String)
## The person wants the next try to connect now.
@warning_ignore("unused_signal")
signal again_wanted
## The camera is to look at one room, at a person, at the whole house again.
@warning_ignore("unused_signal")
signal room_wanted(phase: String)
@warning_ignore("unused_signal")
signal person_wanted(role: String)
@warning_ignore("unused_signal")
signal house_wanted

## Microseconds of a frame for taking entries into the log.
const PULL_TIME := 3000

var clock: PlaybackClock:
	set = set_clock
var timeline: RunTimeline:
	set = set_timeline
var settings: Settings:
	set = set_settings

var stage: HudStage
var log_panel: LogPanel
var cards: CardPanel
var questions: QuestionPanel
var note_box: NoteBox
var runs: RunPicker
var new_run: NewRunDialog
var first: FirstRun
var settings_panel: SettingsPanel
var help: HelpPanel
## What is selected; every view shows the same.
var pick := Pick.new()
var index := LogIndex.new()
var people := PeopleCall.new()
## Why nothing of a record in a file can be shown; empty otherwise.
var record_fault: String = ""

## How much of a record in a file could be read, where it breaks off.
var _broken_record: String = ""
var _actions := HudActions.new(self)
var _state: Dictionary = {}
var _link: LabLink
var _catching_up: bool = false
var _call := QuestionCall.new(self, _actions)
var _runs: Array[Dictionary] = []
var _head: int = -1


func _init() -> void:
	set_anchors_preset(Control.PRESET_FULL_RECT)
	mouse_filter = Control.MOUSE_FILTER_IGNORE


func _ready() -> void:
	if settings == null:
		settings = Settings.load_from("")
	_build()


func _process(_delta: float) -> void:
	# Seconds to the next try go by without a signal.
	if _link != null and _link.state == LabLink.State.WAITING:
		_tell_badge()
	if _call.due:
		_call.look()
	if timeline == null:
		return
	if timeline.head != _head:
		_show_head()
	_pull()


func set_clock(value: PlaybackClock) -> void:
	clock = value
	if stage != null:
		stage.bar.clock = clock


func set_timeline(value: RunTimeline) -> void:
	if value == timeline:
		return
	timeline = value
	_head = -1
	_state = {}
	index.clear()
	_call.forget()
	record_fault = ""
	_broken_record = ""
	if stage != null:
		stage.bar.track.clear()
		stage.toasts.forget_lasting()
		stage.drawer.close()
		show_state({})


func set_settings(value: Settings) -> void:
	settings = value
	if not settings.changed.is_connected(_on_settings):
		settings.changed.connect(_on_settings)


## Shows the state of the moment that the clock is at.
func show_state(state: Dictionary) -> void:
	_state = state
	if stage == null:
		return
	stage.top.show_state(state)
	stage.bar.refresh()
	questions.show_state(state)
	log_panel.show_moment(Fields.whole(state, "seq"), clock != null and clock.live)
	cards.live = clock != null and clock.live
	cards.show_state(state)
	_tell_badge()
	stage.toasts.forget_after(Fields.whole(state, "seq"))
	_call.look()
	if Fields.whole(state, "seq") > 0 and stage.sheet.what == "first":
		stage.sheet.close()


## Entries that came. The log takes them from the timeline, which has also those that nobody saw pass.
func show_events(_events: Array[LabEvent]) -> void:
	_pull()


func show_moments(moments: Array[Moment]) -> void:
	if stage == null:
		return
	for moment: Moment in moments:
		stage.bar.track.flash(moment.seq, settings.reduced_motion)
		var event := timeline.event_at(moment.seq) if timeline != null else null
		var said := people.line(moment, Loose.beginning(event.data.get("by")) if event != null else "")
		if not said.is_empty():
			stage.toasts.tell(said, false, moment.seq)


func show_link(link: LabLink) -> void:
	if link != _link and link != null:
		link.followed.connect(func(_run: String, _after: int) -> void: _catch_up(true))
		link.caught_up.connect(func(_run: String, _seq: int) -> void: _catch_up(false))
	_link = link
	_tell_badge()
	_actions.look_at_link(link)


## Nothing of a record in a file can be shown.
func show_record_fault(why: String) -> void:
	record_fault = why
	_actions.look_at_link(_link)
	_tell_badge()


## Only a part of the record could be read: that stays until the record is left.
func show_broken_record(what: String) -> void:
	_broken_record = what
	if not what.is_empty():
		stage.toasts.tell(what, true, 0, true)


## Entries of run.list.
func show_runs(some: Array[Dictionary]) -> void:
	_runs = some
	if runs != null:
		runs.show_runs(_runs, Fields.text(_state, "run"), _link.url if _link != null else "")


func show_pick(a_pick: Pick) -> void:
	pick = a_pick
	if stage == null:
		return
	log_panel.show_pick(pick.seq)
	stage.bar.track.show_chosen(pick.seq)
	if not CardPanel.kind_of(pick).is_empty():
		_open_card()
	elif pick.kind.is_empty() and stage.drawer.what == "card":
		stage.drawer.close()


## Answers of the server to a command, for the panel that sent it.
func show_result(type: String, answer: Dictionary) -> void:
	_actions.take_result(type, answer)


## Live words of an open turn.
func show_words(turn: String, text: String) -> void:
	if cards != null:
		cards.show_words(turn, text)


func acts() -> bool:
	return _link != null and _link.state == LabLink.State.OPEN and not _link.read_only and not _link.old_server


## A question that is shown can be answered: it is one of the present.
func answers() -> bool:
	return acts() and clock != null and (clock.live or (timeline != null and clock.seq >= timeline.head))


func shown() -> Dictionary:
	return _state


## Where the server's pages are; empty when none is there.
func server() -> String:
	return _link.url.replace("ws://", "http://").replace("wss://", "https://").rstrip("/") if acts() else ""


func choose(a_pick: Pick) -> void:
	picked.emit(a_pick)


func free_rect() -> Rect2:
	return stage.free_rect()


## What hides something of the house, in the window.
func covers() -> Array[Rect2]:
	return stage.covers() if stage != null else ([] as Array[Rect2])


func _build() -> void:
	Fittings.scale = settings.font_scale
	theme = LabTheme.build(settings.font_scale)
	Fittings.clear(self)
	stage = HudStage.new()
	log_panel = LogPanel.new()
	log_panel.index = index
	cards = CardPanel.new()
	questions = QuestionPanel.new()
	note_box = NoteBox.new()
	runs = RunPicker.new()
	new_run = NewRunDialog.new()
	first = FirstRun.new()
	stage.free_changed.connect(free_changed.emit)
	add_child(stage)
	add_child(HudKeyboard.create(self, _actions))
	settings_panel = SettingsPanel.create(settings)
	help = HelpPanel.new()
	for panel: Control in [log_panel, cards, questions, note_box, runs, new_run, first, settings_panel, help]:
		stage.attic.add_child(panel)
	_actions.connect_all(stage)
	stage.bar.clock = clock
	stage.bar.track.dots = index.dots
	_head = -1
	show_state(_state)
	show_runs(_runs)
	show_broken_record(_broken_record)
	_actions.look_at_link(_link)


func _on_settings() -> void:
	if stage == null:
		return
	var open := stage.drawer.what
	var asked := stage.sheet.what
	var drafts := Drafts.of(self)
	_build()
	drafts.give_back(self)
	_actions.reopen(open, asked)
	if asked == "settings":
		settings_panel.take_focus.call_deferred(drafts.used)


func _open_card() -> void:
	cards.show_pick(pick, _state, timeline, server())
	stage.drawer.open("card", cards.card.title(), cards, cards.card.role())


func _show_head() -> void:
	_head = timeline.head
	if _head > 0:
		stage.bar.track.show_whole(timeline.state_at(_head))
	stage.bar.refresh()


## Puts what the timeline has and the log has not into it, as much as there is time for.
func _pull() -> void:
	if timeline != null:
		index.pull(timeline, PULL_TIME)


func _catch_up(is_behind: bool) -> void:
	_catching_up = is_behind
	_tell_badge()


func _tell_badge() -> void:
	if stage == null:
		return
	var facts := ConnectionBadge.facts_of(_link, _catching_up)
	var why := _link.why if _link != null else ""
	if facts == "off" and not record_fault.is_empty():
		facts = "unreadable"
		why = record_fault
	elif facts == "off" and Fields.whole(_state, "seq") > 0:
		facts = "replay"
	stage.bar.recorded = facts in ["replay", "unreadable"]
	stage.top.badge.tell(facts, _link.next_try if _link != null else 0.0, why)
	stage.top.acts = acts()
	new_run.acts = acts()
	questions.acts = answers()
	stage.top.answers = answers()
