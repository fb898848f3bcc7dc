class_name HudStage
extends Control
## Where the panels stand: bars at the edges, the drawer at the side (below in a tall window); what is left is the
## house's.

signal free_changed(rect: Rect2)

const DRAWER := 400.0
const TALL_SHARE := 0.46
## The design space of the house.
const HOUSE := Vector2(1280, 720)
## Where the roof begins, in the house.
const ROOF := 8.0
## How wide a toast is at the most and, beside the roof, at the least; how much sky above the roof is enough for one.
const TOAST := 520.0
const LEAST_WIDE := 220.0
const LEAST := 90.0

var top := TopBar.new()
var bar := TimelineBar.new()
var drawer := Drawer.new()
var sheet := Sheet.new()
var toasts := Toasts.new()
var menu := PopupMenu.new()
## Where panels wait that are not open.
var attic := Control.new()

var _hint := PanelContainer.new()
var _hint_text := Fittings.label("", &"", true)
var _free := Rect2()


func _init() -> void:
	set_anchors_preset(Control.PRESET_FULL_RECT)
	mouse_filter = Control.MOUSE_FILTER_IGNORE


func _ready() -> void:
	_hint.theme_type_variation = &"TooltipPanel"
	_hint_text.theme_type_variation = &"TooltipLabel"
	_hint_text.add_theme_color_override("font_color", Palette.PAPER)
	_hint.add_child(_hint_text)
	_hint.mouse_filter = Control.MOUSE_FILTER_IGNORE
	_hint.visible = false
	for part: Control in [top, bar, drawer, toasts, _hint, sheet]:
		add_child(part)
	add_child(menu)
	attic.visible = false
	add_child(attic)
	drawer.attic = attic
	sheet.attic = attic
	resized.connect(arrange)
	bar.minimum_size_changed.connect(arrange, CONNECT_DEFERRED)
	top.arrangement_changed.connect(arrange, CONNECT_DEFERRED)
	top.badge.minimum_size_changed.connect(arrange, CONNECT_DEFERRED)
	drawer.visibility_changed.connect(arrange)
	arrange()


func arrange() -> void:
	if size.x < 1.0:
		return
	bar.size = Vector2(size.x, 0.0)
	var foot := bar.get_combined_minimum_size().y
	bar.position = Vector2(0.0, size.y - foot)
	bar.size = Vector2(size.x, foot)
	var left := Rect2(0.0, 0.0, size.x, size.y - foot)
	if drawer.visible:
		left = _with_drawer(left)
	var above := top.arrange(left.size)
	top.size = left.size
	left.position.y += above
	left.size.y -= above
	_place_toasts(left, above)
	if left != _free:
		_free = left
		free_changed.emit(left)


func free_rect() -> Rect2:
	return _free


## What cards and toasts in the sky hide of the house, in the window.
func covers() -> Array[Rect2]:
	var found := top.cards()
	for panel: Control in toasts.get_children():
		found.append(panel.get_global_rect())
	return found


## Says something above a place of the window; an empty text takes it away.
func hint(text: String, at: Vector2) -> void:
	_hint.visible = not text.is_empty()
	if text.is_empty():
		return
	_hint_text.text = text
	var wide := (
		Palette.regular.get_string_size(text, HORIZONTAL_ALIGNMENT_LEFT, -1, roundi(Palette.TEXT * Fittings.scale)).x
	)
	_hint_text.custom_minimum_size.x = minf(wide + 4.0, minf(440.0 * Fittings.scale, size.x - 40.0))
	_hint.size = Vector2.ZERO
	_place_hint.call_deferred(at)


## Under the buttons of the sky: beside the roof, or above it where there is sky enough.
func _place_toasts(free: Rect2, above: float) -> void:
	var sky := FreeSky.over(free)
	var upper := top.right_foot() + Palette.GAP
	var wide := minf(TOAST * Fittings.scale, free.size.x - TopBar.EDGE * 2.0)
	# Where the bar takes a strip for itself there is no sky left beside the roof for anything broad.
	var beside := free.end.x - TopBar.EDGE - sky.right_of_roof(sky.floor_of_sky())
	var over_roof := sky.at(Vector2(0.0, ROOF)).y - upper >= LEAST * Fittings.scale
	if not over_roof and beside >= LEAST_WIDE * Fittings.scale:
		wide = minf(wide, beside)
	toasts.set_anchors_preset(Control.PRESET_TOP_LEFT, true)
	toasts.position = Vector2(free.end.x - TopBar.EDGE - wide, maxf(upper, above))
	toasts.size = Vector2(wide, 0.0)
	toasts.room = sky.floor_of_sky() - toasts.position.y if beside >= wide else sky.at(Vector2(0.0, ROOF)).y - upper


func _place_hint(at: Vector2) -> void:
	_hint.size = _hint.get_combined_minimum_size()
	var x := clampf(at.x - _hint.size.x / 2.0, 8.0, maxf(8.0, size.x - _hint.size.x - 8.0))
	var y := minf(at.y - 8.0, bar.position.y) - _hint.size.y - 6.0
	_hint.position = Vector2(x, maxf(8.0, y))


func _with_drawer(left: Rect2) -> Rect2:
	if size.x < size.y:
		var height := floorf(left.size.y * TALL_SHARE)
		drawer.position = Vector2(0.0, left.size.y - height)
		drawer.size = Vector2(size.x, height)
		return Rect2(0.0, 0.0, size.x, left.size.y - height)
	var width := minf(DRAWER * lerpf(1.0, Fittings.scale, 0.6), size.x * TALL_SHARE)
	drawer.position = Vector2(size.x - width, 0.0)
	drawer.size = Vector2(width, left.size.y)
	return Rect2(0.0, 0.0, size.x - width, left.size.y)
