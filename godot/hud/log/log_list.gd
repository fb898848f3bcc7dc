class_name LogList
extends Control
## A list of any length: only the rows in sight are laid out and drawn.

signal chosen(row: int)
signal opened(row: int)

const GAP := 8.0

var index: LogIndex
## Rows of the index that are listed.
var rows: PackedInt32Array = []
## The entry that is selected, and the one that is shown in the house.
var selected: int = 0
var shown: int = 0
## Keeps the shown entry in sight.
var follows: bool = true

var _bar := VScrollBar.new()
var _text_height: float = 0.0
## A row that is to be brought into sight once it is listed; -1 for none.
var _due: int = -1


func _init() -> void:
	focus_mode = Control.FOCUS_ALL
	clip_contents = true
	size_flags_vertical = Control.SIZE_EXPAND_FILL
	size_flags_horizontal = Control.SIZE_EXPAND_FILL


func _ready() -> void:
	add_child(_bar)
	_bar.set_anchors_and_offsets_preset(Control.PRESET_RIGHT_WIDE)
	_bar.value_changed.connect(func(_value: float) -> void: queue_redraw())
	resized.connect(_on_resized)
	visibility_changed.connect(_measure, CONNECT_DEFERRED)
	focus_entered.connect(queue_redraw)
	focus_exited.connect(queue_redraw)
	_measure()


func show_rows(some: PackedInt32Array) -> void:
	rows = some
	_measure()


func row_height() -> float:
	return _line() * 3.0 + 12.0


## Brings a row of the index into sight.
func reveal(row: int) -> void:
	var place := rows.bsearch(row)
	# Not in sight, or not looked through yet: it is revealed as soon as it can be.
	_due = row if place >= rows.size() or rows[place] != row or not is_visible_in_tree() else -1
	if _due >= 0:
		return
	var top := place * row_height()
	if top < _bar.value or top + row_height() > _bar.value + size.y:
		_bar.value = top - (size.y - row_height()) * 0.5


func select(seq: int) -> void:
	selected = seq
	queue_redraw()


## The row of the index at this height of the list; -1 below the last.
func row_at(y: float) -> int:
	var place := floori((y + _bar.value) / row_height())
	return rows[place] if place >= 0 and place < rows.size() else -1


func _line() -> float:
	return Palette.regular.get_height(_size())


func _size() -> int:
	return roundi(Palette.TEXT_SMALL * Fittings.scale)


func _measure() -> void:
	_text_height = rows.size() * row_height()
	_bar.max_value = maxf(_text_height, size.y)
	_bar.page = size.y
	_bar.visible = _text_height > size.y
	if follows:
		_follow()
	elif _due >= 0:
		reveal(_due)
	queue_redraw()


## A selected line stays in sight when the entry's text takes room below the list.
func _on_resized() -> void:
	_measure()
	if not follows and index != null and index.row_of(selected) >= 0:
		reveal(index.row_of(selected))


func _follow() -> void:
	if index != null:
		var row := index.row_until(shown)
		if row >= 0:
			reveal(row)


func show_moment(seq: int) -> void:
	if seq == shown:
		return
	shown = seq
	if follows:
		_follow()
	queue_redraw()


func _gui_input(event: InputEvent) -> void:
	var press := event as InputEventMouseButton
	if press != null and press.pressed:
		match press.button_index:
			MOUSE_BUTTON_WHEEL_UP:
				_scroll(-row_height())
			MOUSE_BUTTON_WHEEL_DOWN:
				_scroll(row_height())
			MOUSE_BUTTON_LEFT:
				grab_focus()
				_choose(row_at(press.position.y))
				if press.double_click and row_at(press.position.y) >= 0:
					opened.emit(row_at(press.position.y))
		accept_event()
	var key := event as InputEventKey
	if key != null and key.pressed:
		_on_key(key)


func _on_key(key: InputEventKey) -> void:
	var page := maxi(1, floori(size.y / row_height()) - 1)
	var steps: Dictionary[int, int] = {KEY_UP: -1, KEY_DOWN: 1, KEY_PAGEUP: -page, KEY_PAGEDOWN: page}
	if steps.has(key.keycode) and not rows.is_empty():
		var place := rows.bsearch(index.row_of(selected)) if index.row_of(selected) >= 0 else -1
		var row := rows[clampi(place + steps[key.keycode], 0, rows.size() - 1)]
		_choose(row)
		reveal(row)
		accept_event()
	elif key.keycode == KEY_ENTER and index.row_of(selected) >= 0:
		opened.emit(index.row_of(selected))
		accept_event()


func _choose(row: int) -> void:
	if row >= 0:
		select(index.seqs[row])
		chosen.emit(row)


func _scroll(by: float) -> void:
	follows = false
	_bar.value += by


func _draw() -> void:
	draw_style_box(get_theme_stylebox(&"panel", &"Sunken"), Rect2(Vector2.ZERO, size))
	if index == null:
		return
	var height := row_height()
	var first := floori(_bar.value / height)
	for place: int in range(first, mini(rows.size(), first + ceili(size.y / height) + 1)):
		_draw_row(rows[place], place * height - _bar.value, height)
	if has_focus():
		draw_style_box(LabTheme.ring(), Rect2(Vector2.ONE * 2.0, size - Vector2.ONE * 4.0))


func _draw_row(row: int, y: float, height: float) -> void:
	var seq := index.seqs[row]
	var width := size.x - (_bar.size.x + 2.0 if _bar.visible else 0.0)
	var rect := Rect2(3.0, y + 1.0, width - 6.0, height - 2.0)
	if seq == selected:
		Brush.box(self, rect, Color(Palette.HONEY, 0.6), 6.0)
	if seq == shown:
		Brush.box(self, Rect2(rect.position, Vector2(4.0, rect.size.y)), Palette.bad(), 2.0)
	var text_size := _size()
	var later := 0.5 if seq > shown else 1.0
	var line := _line()
	var base := y + 6.0 + Palette.regular.get_ascent(text_size)
	var left := 14.0 + 14.0 * Fittings.scale
	RoleMark.paint(
		self, index.who(row), Vector2(8.0 + 8.0 * Fittings.scale, y + 6.0 + line / 2.0), 6.0 * Fittings.scale
	)
	var time := Numbers.time_of_day(index.entry(row).at)
	var time_width := Palette.regular.get_string_size(time, HORIZONTAL_ALIGNMENT_LEFT, -1, text_size).x
	var quiet := Color(Palette.INK, 0.72 * later)
	draw_string(
		Palette.regular, Vector2(width - time_width - GAP, base), time, HORIZONTAL_ALIGNMENT_LEFT, -1, text_size, quiet
	)
	Brush.label(
		self,
		Palette.bold,
		Vector2(left, base),
		index.who_named(row),
		text_size,
		Color(Palette.INK, later),
		width - left - time_width - GAP * 2.0
	)
	var text := TextParagraph.new()
	text.width = width - left - GAP
	text.max_lines_visible = 2
	text.text_overrun_behavior = TextServer.OVERRUN_TRIM_ELLIPSIS
	text.add_string(index.sentence(row).left(260), Palette.plain, text_size)
	text.draw(get_canvas_item(), Vector2(left, y + 6.0 + line), Color(Palette.INK, later))
