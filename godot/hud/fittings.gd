class_name Fittings
extends RefCounted
## Labels, buttons and rows as all panels use them; the theme gives them their look.

## Set by the hud from the settings; icons are made in this size.
static var scale: float = 1.0


static func label(text: String, variation: StringName = &"", wrap: bool = false) -> Label:
	var made := Label.new()
	made.text = text
	made.theme_type_variation = variation
	if wrap:
		made.autowrap_mode = TextServer.AUTOWRAP_WORD_SMART
		made.custom_minimum_size.x = 60.0
		made.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	return made


## One line that ends in an ellipsis where there is no room; the whole text is its tooltip.
static func line(text: String, variation: StringName = &"") -> Label:
	var made := label(text, variation)
	made.text_overrun_behavior = TextServer.OVERRUN_TRIM_ELLIPSIS
	made.clip_text = true
	made.tooltip_text = text
	made.mouse_filter = Control.MOUSE_FILTER_PASS
	made.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	return made


static func button(text: String, then: Callable, glyph: String = "", variation: StringName = &"") -> Button:
	var made := Button.new()
	made.text = text
	made.theme_type_variation = variation
	if not glyph.is_empty():
		made.icon = Glyphs.of(glyph, scale)
	made.pressed.connect(then)
	return made


## A button that shows a sign alone; its words are in the tooltip and for screen readers.
static func sign_button(hint: String, then: Callable, glyph: String, variation: StringName = &"QuietButton") -> Button:
	var made := button("", then, glyph, variation)
	made.tooltip_text = hint
	name_for_readers(made, hint)
	made.icon_alignment = HORIZONTAL_ALIGNMENT_CENTER
	made.custom_minimum_size = Vector2(32, 32) * scale
	return made


## For screen readers, which Godot knows from 4.5 on; before, the name goes nowhere.
static func name_for_readers(control: Control, name: String) -> void:
	control.set(&"accessibility_name", name)


static func row(children: Array[Control], gap: int = Palette.GAP) -> HBoxContainer:
	var box := HBoxContainer.new()
	box.add_theme_constant_override("separation", gap)
	_fill(box, children)
	return box


static func column(children: Array[Control], gap: int = Palette.GAP) -> VBoxContainer:
	var box := VBoxContainer.new()
	box.add_theme_constant_override("separation", gap)
	_fill(box, children)
	return box


## A row whose things go on below where there is no more room.
static func flow(children: Array[Control], gap: int = Palette.GAP) -> HFlowContainer:
	var box := HFlowContainer.new()
	box.add_theme_constant_override("h_separation", gap)
	box.add_theme_constant_override("v_separation", gap)
	_fill(box, children)
	return box


static func panel(variation: StringName, child: Control) -> PanelContainer:
	var box := PanelContainer.new()
	box.theme_type_variation = variation
	box.add_child(child)
	return box


static func scroll(child: Control) -> ScrollContainer:
	var box := ScrollContainer.new()
	box.horizontal_scroll_mode = ScrollContainer.SCROLL_MODE_DISABLED
	box.size_flags_vertical = Control.SIZE_EXPAND_FILL
	box.follow_focus = true
	child.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	var margin := MarginContainer.new()
	# The scroll bar and the focus ring get room of their own.
	margin.add_theme_constant_override("margin_right", 6)
	margin.add_theme_constant_override("margin_left", 3)
	margin.add_theme_constant_override("margin_top", 3)
	margin.add_theme_constant_override("margin_bottom", 3)
	margin.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	margin.add_child(child)
	box.add_child(margin)
	return box


static func grow(control: Control) -> Control:
	control.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	return control


static func clear(box: Node) -> void:
	for child: Node in box.get_children():
		box.remove_child(child)
		child.queue_free()


static func _fill(box: Container, children: Array[Control]) -> void:
	for child: Control in children:
		box.add_child(child)
