class_name TimelineBar
extends PanelContainer
## The bar at the foot: which moment is shown, and everything that moves it.

signal entry_chosen(seq: int)
## What is under the mouse on the track and where; 0 when nothing is.
signal hovered(seq: int, at: Vector2)

## Width that the track needs at the least beside the buttons; what the bar itself takes left and right.
const TRACK := 420.0
const PADS := 24.0

var clock: PlaybackClock:
	set = set_clock

## It comes from a file, where nothing is live.
var recorded: bool = false:
	set(value):
		recorded = value
		if _live != null:
			_live.visible = not recorded

var track := TimelineTrack.new()
var _back: Button
var _play: Button
var _forth: Button
var _speed: OptionButton
var _live: Button
var _where := Fittings.label("", &"Small")
var _flow: HFlowContainer
## What the buttons show.
var _mode: Array = []


func _init() -> void:
	theme_type_variation = &"Bar"
	mouse_filter = Control.MOUSE_FILTER_STOP


func _ready() -> void:
	_back = Fittings.sign_button(Words.of("timeline.back"), func() -> void: _step(-1), "back")
	_play = Fittings.sign_button(Words.of("timeline.play"), toggle, "play", &"")
	_forth = Fittings.sign_button(Words.of("timeline.forth"), func() -> void: _step(1), "forth")
	_speed = OptionButton.new()
	_speed.tooltip_text = Words.of("timeline.speed")
	for value: float in PlaybackClock.SPEEDS:
		_speed.add_item(Numbers.figure(value, 1) + "×")
	_speed.item_selected.connect(func(index: int) -> void: clock.set_speed(PlaybackClock.SPEEDS[index]))
	_live = Fittings.button(Words.of("timeline.live"), func() -> void: clock.follow_live(), "last", &"Chip")
	_live.tooltip_text = Words.of("timeline.live.hint")
	_live.visible = not recorded
	_fit_track()
	resized.connect(_fit_track)
	track.size_flags_vertical = Control.SIZE_SHRINK_CENTER
	track.sought.connect(func(seq: int) -> void: clock.seek(seq))
	track.hovered.connect(func(seq: int, at: Vector2) -> void: hovered.emit(seq, track.global_position + at))
	track.mark_chosen.connect(entry_chosen.emit)
	_where.size_flags_vertical = Control.SIZE_EXPAND_FILL
	_where.vertical_alignment = VERTICAL_ALIGNMENT_CENTER
	var controls := Fittings.row([_back, _play, _forth, _speed], 2)
	var end := Fittings.row([_where, _live])
	_flow = Fittings.flow([controls, track, end], 10)
	add_child(_flow)
	_speed.size_flags_vertical = Control.SIZE_SHRINK_CENTER
	_live.size_flags_vertical = Control.SIZE_SHRINK_CENTER
	refresh()


## A row of its own where there is not so much room beside the buttons; never wider than the window.
func _fit_track() -> void:
	var most := get_viewport_rect().size.x - PADS
	track.custom_minimum_size = Vector2(minf(TRACK, most), 20 * Fittings.scale + 25)


func set_clock(value: PlaybackClock) -> void:
	if clock != null and clock.changed.is_connected(refresh):
		clock.changed.disconnect(refresh)
	clock = value
	if clock != null:
		clock.changed.connect(refresh)
	refresh()


func toggle() -> void:
	if clock.playing and not _has_ended():
		clock.pause()
	else:
		clock.play()


## One step faster or slower.
func change_speed(by: int) -> void:
	var index := PlaybackClock.SPEEDS.find(clock.speed)
	clock.set_speed(PlaybackClock.SPEEDS[clampi(index + by, 0, PlaybackClock.SPEEDS.size() - 1)])


func refresh() -> void:
	if clock == null or _play == null:
		return
	var timeline := clock.timeline
	var head := timeline.head if timeline != null else 0
	_show_mode(head)
	if timeline != null:
		track.place(clock.seq, head, timeline.whole_from())
	_show_where(timeline, head)


## Buttons by what the clock does.
func _show_mode(head: int) -> void:
	var ended := _has_ended()
	var mode := [clock.playing, clock.live, clock.speed, head == 0, ended]
	if mode == _mode:
		return
	_mode = mode
	for button: Button in [_back, _play, _forth, _live]:
		button.disabled = head == 0
	var moves := clock.playing and not ended
	_play.icon = Glyphs.of("pause" if moves else "play", Fittings.scale)
	_play.tooltip_text = Words.of("timeline.pause" if moves else ("timeline.again" if ended else "timeline.play"))
	Fittings.name_for_readers(_play, _play.tooltip_text)
	_speed.selected = maxi(0, PlaybackClock.SPEEDS.find(clock.speed))
	_speed.disabled = clock.live
	var follows := clock.live and clock.playing
	_live.text = Words.of("timeline.following" if follows else "timeline.live")
	_live.disabled = follows or head == 0


## The end of a finished run is shown: nothing moves, and playing begins at its start.
func _has_ended() -> bool:
	var timeline := clock.timeline
	if timeline == null or clock.seq < timeline.head:
		return false
	var last := timeline.event_at(timeline.head)
	return last != null and last.type == "run-end"


func _show_where(timeline: RunTimeline, head: int) -> void:
	var event := timeline.event_at(clock.seq) if timeline != null else null
	var slots := {
		"n": Numbers.figure(clock.seq),
		"of": Numbers.figure(head),
		"time": Numbers.time_of_day(event.at if event != null else "")
	}
	_where.text = Words.of("timeline.where" if event != null else "timeline.where.untimed", slots) if head > 0 else ""
	# Digits change all the time; the bar must not tremble with them.
	var font_size := _where.get_theme_font_size("font_size")
	var font := _where.get_theme_font("font")
	slots["n"] = slots["of"]
	var widest := (
		font.get_string_size(Words.of("timeline.where", slots) + "0", HORIZONTAL_ALIGNMENT_LEFT, -1, font_size).x
	)
	_where.custom_minimum_size.x = maxf(_where.custom_minimum_size.x, ceilf(widest)) if head > 0 else 0.0


func _step(by: int) -> void:
	clock.step(by)
