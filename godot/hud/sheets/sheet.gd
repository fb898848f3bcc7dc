class_name Sheet
extends Control
## A sheet over the whole window, for what is done once: choosing a run, beginning one, settings, help.

signal closed

const WIDTH := 560.0

var what: String = ""
## Where a panel goes that makes room for another one.
var attic: Control
## The first-run sheet stays: there is nothing behind it yet.
var stays: bool = false
var _title := Fittings.label("", &"Heading", true)
var _panel: PanelContainer
var _body := VBoxContainer.new()
var _scroll: ScrollContainer
var _close: Button


func _init() -> void:
	set_anchors_preset(Control.PRESET_FULL_RECT)
	mouse_filter = Control.MOUSE_FILTER_STOP
	visible = false


func _ready() -> void:
	_close = Fittings.sign_button(Words.of("close"), close, "close")
	_close.size_flags_vertical = Control.SIZE_SHRINK_BEGIN
	_scroll = Fittings.scroll(_body)
	_body.minimum_size_changed.connect(arrange, CONNECT_DEFERRED)
	var inner := MarginContainer.new()
	for side: String in ["left", "right", "top", "bottom"]:
		inner.add_theme_constant_override("margin_" + side, 14)
	inner.add_child(Fittings.column([Fittings.row([_title, _close]), _scroll], 14))
	_panel = Fittings.panel(&"Card", inner)
	_panel.mouse_filter = Control.MOUSE_FILTER_STOP
	add_child(_panel)
	resized.connect(arrange)


func _draw() -> void:
	draw_rect(Rect2(Vector2.ZERO, size), Color(Palette.INK, 0.38))


func _gui_input(event: InputEvent) -> void:
	var press := event as InputEventMouseButton
	if press != null and press.pressed and press.button_index == MOUSE_BUTTON_LEFT and not stays:
		close()


func open(name: String, title: String, content: Control) -> void:
	what = name
	_title.text = title
	_title.visible = not title.is_empty()
	_close.visible = not stays
	Drawer.put(content, _body, attic)
	visible = true
	arrange()
	_take_focus.call_deferred()


func close() -> void:
	if not visible:
		return
	what = ""
	stays = false
	visible = false
	closed.emit()


func arrange() -> void:
	if _panel == null or not visible:
		return
	var width := minf(size.x - 24.0, WIDTH * lerpf(1.0, Fittings.scale, 0.7))
	var around := _panel.get_combined_minimum_size().y - _scroll.get_combined_minimum_size().y
	var wanted := around + _body.get_combined_minimum_size().y + 8.0
	_panel.size = Vector2(width, clampf(wanted, around, size.y - 24.0))
	_panel.position = ((size - _panel.size) / 2.0).floor()


func _take_focus() -> void:
	var first := Drawer.first_focus(_body)
	if first != null:
		first.grab_focus()
