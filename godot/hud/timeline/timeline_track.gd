class_name TimelineTrack
extends Control
## The run from its first entry to its newest: phases as bands, moments as marks, the playhead that a hand can move.

## The playhead was put or dragged there.
signal sought(seq: int)
## The mouse is over this entry; 0 when it left.
signal hovered(seq: int, at: Vector2)
signal mark_chosen(seq: int)

const REACH := 5.5
## Below the band, for the playhead's knob.
const FOOT := 9.0
## Seconds.
const FLASH := 1.6
const BANDS: Dictionary[String, Color] = {
	"literature-review": Color("cfe0e3"),
	"plan-formulation": Color("dbe2cb"),
	"data-preparation": Color("efd2bd"),
	"running-experiments": Color("f7dfae"),
	"results-interpretation": Color("ddd3e4"),
	"report-writing": Color("f0dcd2"),
	"report-refinement": Color("cddcca"),
}

var head: int = 0
var seq: int = 0
var known_from: int = 1
var chosen: int = 0
## Entries that are small steps of the work; the log's own list, which grows.
var dots: Array[int] = []

var _phases: Array[Dictionary] = []
var _marks: Array[Dictionary] = []
var _dragging: bool = false
var _hover: int = 0
var _flashed: int = 0
var _glow: float = 0.0
## What stands still while the playhead goes on: bands and marks are hundreds of shapes.
var _still := Bake.create(Rect2(0, 0, 1, 1), true)
var _ground := Node2D.new()
## How many attempts at phases had begun, and how many dots there were, when it was drawn.
var _begun: int = -1
var _dotted: int = -1


func _init() -> void:
	mouse_default_cursor_shape = Control.CURSOR_POINTING_HAND
	size_flags_horizontal = Control.SIZE_EXPAND_FILL
	mouse_exited.connect(_leave)
	_still.show_behind_parent = true
	_ground.draw.connect(_draw_still)
	_still.put(_ground)
	add_child(_still)


func _ready() -> void:
	resized.connect(_fit)
	get_viewport().size_changed.connect(_fit)
	_fit()


## The newest state that is known: also what lies after the shown moment is on the track.
func show_whole(state: Dictionary) -> void:
	_phases = Fields.objects(state, "phases")
	_marks = Fields.objects(state, "marks")
	_redraw_all()


func clear() -> void:
	_phases = []
	_marks = []
	head = 0
	_redraw_all()


func place(a_seq: int, a_head: int, from: int) -> void:
	if a_seq == seq and a_head == head and from == known_from:
		return
	var all := a_head != head or from != known_from
	seq = a_seq
	head = a_head
	known_from = from
	if all or _attempts_begun() != _begun or dots.size() != _dotted:
		_redraw_all()
	queue_redraw()


func show_chosen(a_seq: int) -> void:
	chosen = a_seq
	queue_redraw()


## A moment is acted out in the house: its place on the track lights up for a while.
func flash(at: int, still: bool) -> void:
	_flashed = at
	_glow = 1.0
	var tween := create_tween()
	tween.tween_interval(FLASH if still else 0.0)
	tween.tween_method(_fade, 1.0, 0.0, 0.0 if still else FLASH)


func _fade(value: float) -> void:
	_glow = value
	queue_redraw()


func x_of(a_seq: int) -> float:
	return REACH + (size.x - REACH * 2.0) * clampf((a_seq - 1.0) / maxf(1.0, head - 1.0), 0.0, 1.0)


func seq_at(x: float) -> int:
	return clampi(1 + roundi((x - REACH) / maxf(1.0, size.x - REACH * 2.0) * (head - 1)), mini(1, head), head)


## The phase that was at work at this entry; empty between two.
func phase_at(a_seq: int) -> String:
	for phase: Dictionary in _phases:
		for attempt: Dictionary in Fields.objects(phase, "attempts"):
			if a_seq >= Fields.whole(attempt, "startSeq") and a_seq <= Fields.whole(attempt, "endSeq", head):
				return Fields.text(phase, "name")
	return ""


func _gui_input(event: InputEvent) -> void:
	var button := event as InputEventMouseButton
	var motion := event as InputEventMouseMotion
	if button != null and button.button_index == MOUSE_BUTTON_LEFT and head > 0:
		_dragging = button.pressed
		if button.pressed:
			_seek(_near(button.position))
		accept_event()
	elif motion != null and head > 0:
		_hover = seq_at(motion.position.x) if _dragging else _near(motion.position)
		hovered.emit(_hover, Vector2(x_of(_hover), 0.0))
		if _dragging:
			_seek(_hover)
		queue_redraw()


func _seek(to: int) -> void:
	sought.emit(to)
	for mark: Dictionary in _marks:
		if Fields.whole(mark, "seq") == to:
			mark_chosen.emit(to)
			return


## The entry under the mouse; a mark that is as near as a finger's breadth is meant.
func _near(at: Vector2) -> int:
	if at.y < _band().position.y:
		var best := 0
		var least := 7.0
		for mark: Dictionary in _marks:
			var away := absf(x_of(Fields.whole(mark, "seq")) - at.x)
			if away < least and Fields.text(mark, "kind") != "phase":
				least = away
				best = Fields.whole(mark, "seq")
		if best > 0:
			return best
	return seq_at(at.x)


func _leave() -> void:
	_hover = 0
	hovered.emit(0, Vector2.ZERO)
	queue_redraw()


func _band() -> Rect2:
	var top := REACH * 2.0 + 5.0
	return Rect2(REACH, top, size.x - REACH * 2.0, size.y - top - FOOT)


func _fit() -> void:
	if not is_inside_tree():
		return
	_still.fit(Rect2(Vector2.ZERO, size.ceil().max(Vector2.ONE)), get_viewport().get_final_transform().get_scale().x)
	_redraw_all()


func _redraw_all() -> void:
	_ground.queue_redraw()
	queue_redraw()


func _attempts_begun() -> int:
	var count := 0
	for phase: Dictionary in _phases:
		for attempt: Dictionary in Fields.objects(phase, "attempts"):
			count += 1 if Fields.whole(attempt, "startSeq") <= seq else 0
	return count


func _draw_still() -> void:
	_begun = _attempts_begun()
	_dotted = dots.size()
	var band := _band()
	Brush.box(_ground, band, Palette.PLASTER, 5.0)
	if head < 1:
		return
	for phase: Dictionary in _phases:
		for attempt: Dictionary in Fields.objects(phase, "attempts"):
			_draw_band(band, Fields.text(phase, "name"), attempt)
	if known_from > 1:
		_ground.draw_rect(
			Rect2(band.position, Vector2(x_of(known_from) - band.position.x, band.size.y)), Color(Palette.INK, 0.12)
		)
	for dot: int in dots:
		MarkShapes.paint(_ground, "dot", Vector2(x_of(dot), REACH + 2.0), REACH)
	for mark: Dictionary in _marks:
		if Fields.text(mark, "kind") != "phase":
			_draw_mark(mark)


func _draw() -> void:
	if head < 1:
		return
	var band := _band()
	var played := x_of(seq)
	draw_rect(Rect2(band.position.x, band.end.y - 3.0, played - band.position.x, 3.0), Palette.bad())
	if _glow > 0.0:
		Brush.spot(self, Vector2(x_of(_flashed), REACH + 2.0), Vector2.ONE * REACH * 3.0, Color(Palette.HONEY, _glow))
	if chosen > 0:
		draw_arc(Vector2(x_of(chosen), REACH + 2.0), REACH + 2.5, 0.0, TAU, 24, Palette.INK, 1.6, true)
	if _hover > 0:
		draw_line(Vector2(x_of(_hover), 2.0), Vector2(x_of(_hover), size.y), Color(Palette.INK, 0.35), 1.0)
	draw_line(Vector2(played, band.position.y - 3.0), Vector2(played, size.y), Palette.INK, 2.0)
	# The knob hangs below the band: no name lies under it.
	var knob := Vector2(played, band.end.y + 2.0)
	draw_circle(knob, 6.5, Palette.PAPER, true, -1.0, true)
	draw_circle(knob, 5.5, Palette.bad(), true, -1.0, true)


func _draw_mark(mark: Dictionary) -> void:
	var at := Fields.whole(mark, "seq")
	MarkShapes.paint(_ground, Fields.text(mark, "kind"), Vector2(x_of(at), REACH + 2.0), REACH)


func _draw_band(band: Rect2, phase: String, attempt: Dictionary) -> void:
	var from := x_of(Fields.whole(attempt, "startSeq"))
	var to := x_of(Fields.whole(attempt, "endSeq", head))
	var tone: Color = BANDS.get(phase, Palette.PLASTER)
	var rect := Rect2(from + 1.0, band.position.y, maxf(2.0, to - from - 2.0), band.size.y)
	_ground.draw_rect(rect, tone if from <= x_of(seq) else tone.lerp(Palette.PAPER, 0.55))
	_write(rect, phase)


## A phase's name where it fits into its band, else the number of its room, which stands on the room's plate.
func _write(rect: Rect2, phase: String) -> void:
	var text_size := roundi(Palette.TEXT_SMALL * Fittings.scale)
	var number := Wire.PHASES.find(phase) + 1
	for text: String in [Words.phase(phase), str(number) if number > 0 else ""] as Array[String]:
		var wide := Palette.regular.get_string_size(text, HORIZONTAL_ALIGNMENT_LEFT, -1, text_size).x
		var pad := 4.0 if text.length() > 1 else 1.0
		if wide + pad * 2.0 > rect.size.x:
			continue
		var base := rect.get_center().y + text_size * 0.34
		var from := rect.position.x + (pad if text.length() > 1 else (rect.size.x - wide) * 0.5)
		_ground.draw_string(
			Palette.regular, Vector2(from, base), text, HORIZONTAL_ALIGNMENT_LEFT, -1, text_size, Palette.INK
		)
		return
