class_name LabTheme
extends RefCounted
## The look of panels and controls: paper with soft shadows, ink text in Nunito, honey where the hand is.
## Set as `theme_type_variation`: labels Heading, Small, Quiet, Number, Hand, Warning; buttons Accent, QuietButton,
## Chip; panels Bar (along an edge of the window), Card (raised), Sunken (a well for lists), Notice (needs the person).

const EDGE := Color("ddc7a3")
const FIELD := Color("fffaf0")


## A theme in which text is `font_scale` times as large as usual.
static func build(font_scale: float = 1.0) -> Theme:
	var theme := Theme.new()
	theme.default_font = Palette.regular
	theme.default_font_size = roundi(Palette.TEXT * font_scale)
	_texts(theme, font_scale)
	_panels(theme)
	_buttons(theme, font_scale)
	_fields(theme, font_scale)
	_lists(theme, font_scale)
	_bars(theme, font_scale)
	return theme


## A rounded sheet with room around its contents; `shadow` in pixels, 0 for none.
static func sheet(tone: Color, edge: Color, shadow: int = 0, pad: int = Palette.GAP) -> StyleBoxFlat:
	var style := StyleBoxFlat.new()
	style.bg_color = tone
	style.border_color = edge
	style.set_border_width_all(1 if edge.a > 0.0 else 0)
	style.set_corner_radius_all(Palette.ROUND)
	style.set_content_margin_all(pad)
	style.shadow_color = Color(Palette.INK, 0.18)
	style.shadow_size = shadow
	style.shadow_offset = Palette.SHADOW_STEP * shadow * 0.5
	return style


## Around whatever has the keyboard.
static func ring() -> StyleBoxFlat:
	var style := sheet(Color(Palette.HONEY, 0.0), Palette.BRICK, 0, 0)
	style.draw_center = false
	style.set_border_width_all(Palette.RING)
	style.set_expand_margin_all(2)
	style.set_corner_radius_all(Palette.ROUND + 2)
	return style


static func _texts(theme: Theme, scale: float) -> void:
	theme.set_color("font_color", "Label", Palette.INK)
	theme.set_color("default_color", "RichTextLabel", Palette.INK)
	theme.set_font("normal_font", "RichTextLabel", Palette.plain)
	theme.set_font("bold_font", "RichTextLabel", Palette.bold)
	theme.set_color("selection_color", "RichTextLabel", Color(Palette.HONEY, 0.5))
	theme.set_stylebox("focus", "RichTextLabel", ring())
	for row: Array in [
		["Heading", Palette.bold, Palette.TEXT_HEADING, Palette.INK],
		["Small", Palette.regular, Palette.TEXT_SMALL, Palette.INK],
		["Quiet", Palette.regular, Palette.TEXT_SMALL, Palette.INK.lightened(0.22)],
		["Number", Palette.bold, Palette.TEXT, Palette.INK],
		["Warning", Palette.bold, Palette.TEXT, Palette.BRICK],
		["Hand", Palette.hand, Palette.TEXT_HEADING + 4, Palette.BRICK],
	]:
		var name: StringName = row[0]
		var size: int = row[2]
		theme.set_type_variation(name, "Label")
		theme.set_font("font", name, row[1] as Font)
		theme.set_font_size("font_size", name, roundi(size * scale))
		theme.set_color("font_color", name, row[3] as Color)


static func _panels(theme: Theme) -> void:
	theme.set_stylebox("panel", "Panel", sheet(Palette.PAPER, EDGE, 6))
	theme.set_stylebox("panel", "PanelContainer", sheet(Palette.PAPER, EDGE, 6, 12))
	theme.set_stylebox("panel", "AcceptDialog", sheet(Palette.PAPER, EDGE, 0, 16))
	var bar := sheet(Palette.PAPER, EDGE, 5, 6)
	bar.set_corner_radius_all(0)
	for row: Array in [
		["Bar", bar],
		["Card", sheet(FIELD, EDGE, 10, 12)],
		["Sunken", sheet(Palette.PAPER.darkened(0.04), EDGE, 0, 6)],
		["Notice", sheet(Palette.HONEY.lightened(0.35), Palette.HONEY.darkened(0.15), 10, 12)],
	]:
		var name: StringName = row[0]
		theme.set_type_variation(name, "PanelContainer")
		theme.set_stylebox("panel", name, row[1] as StyleBox)
	theme.set_stylebox("panel", "TooltipPanel", sheet(Palette.INK, Color(Palette.INK, 0.0), 4, 6))
	theme.set_color("font_color", "TooltipLabel", Palette.PAPER)
	for side: String in ["HSeparator", "VSeparator"]:
		var line := StyleBoxLine.new()
		line.color = EDGE
		line.vertical = side == "VSeparator"
		theme.set_stylebox("separator", side, line)
	for box: String in ["BoxContainer", "HBoxContainer", "VBoxContainer"]:
		theme.set_constant("separation", box, Palette.GAP)


## A button's four faces.
static func _faces(theme: Theme, type: StringName, plain: StyleBox, over: StyleBox, down: StyleBox) -> void:
	theme.set_stylebox("normal", type, plain)
	theme.set_stylebox("hover", type, over)
	theme.set_stylebox("pressed", type, down)
	theme.set_stylebox("hover_pressed", type, down)
	theme.set_stylebox("disabled", type, sheet(Palette.PAPER.darkened(0.03), Color(EDGE, 0.6)))
	theme.set_stylebox("focus", type, ring())


static func _inks(theme: Theme, type: StringName) -> void:
	for state: String in ["font_color", "font_hover_color", "font_pressed_color", "font_focus_color"]:
		theme.set_color(state, type, Palette.INK)
		theme.set_color(state.replace("font", "icon").replace("icon_color", "icon_normal_color"), type, Palette.INK)
	theme.set_color("font_hover_pressed_color", type, Palette.INK)
	theme.set_color("icon_hover_pressed_color", type, Palette.INK)
	theme.set_color("font_disabled_color", type, Color(Palette.INK, 0.45))
	theme.set_color("icon_disabled_color", type, Color(Palette.INK, 0.45))


static func _buttons(theme: Theme, scale: float) -> void:
	var clear := Color(Palette.PAPER, 0.0)
	var honey := Palette.HONEY
	for type: StringName in [&"Button", &"OptionButton", &"MenuButton"]:
		_inks(theme, type)
		_faces(
			theme,
			type,
			sheet(FIELD, EDGE, 2),
			sheet(honey.lightened(0.55), honey, 2),
			sheet(honey.lightened(0.2), honey)
		)
	theme.set_icon("arrow", "OptionButton", LabIcons.line(LabIcons.DOWN, Palette.INK, scale))
	for type: StringName in [&"Accent", &"QuietButton", &"Chip"]:
		theme.set_type_variation(type, "Button")
		_inks(theme, type)
	theme.set_font("font", "Accent", Palette.bold)
	_faces(
		theme,
		"Accent",
		sheet(honey, honey.darkened(0.18), 3, 10),
		sheet(honey.lightened(0.25), honey.darkened(0.18), 4, 10),
		sheet(honey.darkened(0.1), honey.darkened(0.25), 0, 10)
	)
	_faces(
		theme,
		"QuietButton",
		sheet(clear, clear, 0, 6),
		sheet(Color(honey, 0.3), clear, 0, 6),
		sheet(Color(honey, 0.7), clear, 0, 6)
	)
	_faces(theme, "Chip", _pill(FIELD, EDGE), _pill(honey.lightened(0.55), honey), _pill(honey, honey.darkened(0.18)))
	theme.set_font_size("font_size", "Chip", roundi(Palette.TEXT_SMALL * scale))
	for type: StringName in [&"CheckBox", &"CheckButton"]:
		_inks(theme, type)
		_faces(
			theme, type, sheet(clear, clear, 0, 4), sheet(Color(honey, 0.25), clear, 0, 4), sheet(clear, clear, 0, 4)
		)
	for ticked: bool in [true, false]:
		var state := "checked" if ticked else "unchecked"
		theme.set_icon(state, "CheckBox", LabIcons.box(ticked, 4, Palette.MOSS, scale))
		theme.set_icon("radio_" + state, "CheckBox", LabIcons.box(ticked, 7, Palette.MOSS, scale))
		theme.set_icon(state, "CheckButton", LabIcons.toggle(ticked, Palette.MOSS if ticked else EDGE, scale))


static func _pill(tone: Color, edge: Color) -> StyleBoxFlat:
	var style := sheet(tone, edge, 0, 4)
	style.set_corner_radius_all(14)
	style.content_margin_left = 12
	style.content_margin_right = 12
	return style


static func _fields(theme: Theme, scale: float) -> void:
	for type: StringName in [&"LineEdit", &"TextEdit"]:
		theme.set_stylebox("normal", type, sheet(FIELD, EDGE))
		theme.set_stylebox("read_only", type, sheet(Palette.PAPER.darkened(0.04), EDGE))
		theme.set_stylebox("focus", type, ring())
		theme.set_color("font_color", type, Palette.INK)
		theme.set_color("font_uneditable_color", type, Color(Palette.INK, 0.7))
		theme.set_color("font_placeholder_color", type, Color(Palette.INK, 0.55))
		theme.set_color("caret_color", type, Palette.INK)
		theme.set_color("selection_color", type, Color(Palette.HONEY, 0.6))
		theme.set_color("font_selected_color", type, Palette.INK)
	theme.set_icon("clear", "LineEdit", LabIcons.line(LabIcons.CROSS, Palette.INK, scale))
	theme.set_color("clear_button_color", "LineEdit", Palette.INK)


static func _lists(theme: Theme, scale: float) -> void:
	theme.set_stylebox("panel", "PopupMenu", sheet(FIELD, EDGE, 8, 6))
	theme.set_stylebox("hover", "PopupMenu", sheet(Color(Palette.HONEY, 0.55), Color(Palette.HONEY, 0.0), 0, 2))
	theme.set_color("font_color", "PopupMenu", Palette.INK)
	theme.set_color("font_hover_color", "PopupMenu", Palette.INK)
	theme.set_color("font_disabled_color", "PopupMenu", Color(Palette.INK, 0.45))
	for ticked: bool in [true, false]:
		var state := "checked" if ticked else "unchecked"
		theme.set_icon(state, "PopupMenu", LabIcons.box(ticked, 4, Palette.MOSS, scale))
		theme.set_icon("radio_" + state, "PopupMenu", LabIcons.box(ticked, 7, Palette.MOSS, scale))
	for type: StringName in [&"ItemList", &"Tree"]:
		theme.set_stylebox("panel", type, sheet(Palette.PAPER.darkened(0.03), EDGE, 0, 4))
		theme.set_stylebox("focus", type, ring())
		for state: String in ["selected", "selected_focus", "hovered", "hovered_selected", "hovered_selected_focus"]:
			var depth := 0.3 if state == "hovered" else 0.65
			theme.set_stylebox(state, type, sheet(Color(Palette.HONEY, depth), Color(Palette.HONEY, 0.0), 0, 2))
		for state: String in ["font_color", "font_selected_color", "font_hovered_color", "font_hovered_selected_color"]:
			theme.set_color(state, type, Palette.INK)
	theme.set_icon("arrow", "Tree", LabIcons.line(LabIcons.DOWN, Palette.INK, scale))
	theme.set_icon("arrow_collapsed", "Tree", LabIcons.line(LabIcons.RIGHT, Palette.INK, scale))
	var clear := Color(Palette.PAPER, 0.0)
	for type: StringName in [&"TabBar", &"TabContainer"]:
		for row: Array in [
			["tab_selected", 0.8], ["tab_hovered", 0.35], ["tab_unselected", 0.0], ["tab_disabled", 0.0]
		]:
			var depth: float = row[1]
			theme.set_stylebox(row[0] as StringName, type, sheet(Color(Palette.HONEY, depth), clear, 0, 6))
		theme.set_stylebox("tab_focus", type, ring())
		for state: String in ["font_selected_color", "font_unselected_color", "font_hovered_color"]:
			theme.set_color(state, type, Palette.INK)
	theme.set_stylebox("panel", "TabContainer", sheet(Palette.PAPER, EDGE, 0, 10))


static func _bars(theme: Theme, scale: float) -> void:
	for side: String in ["HScrollBar", "VScrollBar"]:
		theme.set_stylebox("scroll", side, _pipe(Color(EDGE, 0.35)))
		theme.set_stylebox("scroll_focus", side, _pipe(Color(EDGE, 0.6)))
		theme.set_stylebox("grabber", side, _pipe(Palette.OAK.lightened(0.25)))
		theme.set_stylebox("grabber_highlight", side, _pipe(Palette.OAK))
		theme.set_stylebox("grabber_pressed", side, _pipe(Palette.WALNUT))
	for side: String in ["HSlider", "VSlider"]:
		theme.set_stylebox("slider", side, _pipe(EDGE, 3))
		theme.set_stylebox("grabber_area", side, _pipe(Palette.MOSS, 3))
		theme.set_stylebox("grabber_area_highlight", side, _pipe(Palette.MOSS.lightened(0.1), 3))
		theme.set_icon("grabber", side, LabIcons.knob(Palette.MOSS, scale))
		theme.set_icon("grabber_highlight", side, LabIcons.knob(Palette.BRICK, scale))
		theme.set_icon("grabber_disabled", side, LabIcons.knob(EDGE, scale))
		theme.set_stylebox("focus", side, ring())
	theme.set_stylebox("background", "ProgressBar", _pipe(EDGE, 5))
	theme.set_stylebox("fill", "ProgressBar", _pipe(Palette.MOSS, 5))
	theme.set_color("font_color", "ProgressBar", Palette.INK)


static func _pipe(tone: Color, half: int = 4) -> StyleBoxFlat:
	var style := StyleBoxFlat.new()
	style.bg_color = tone
	style.set_corner_radius_all(half)
	style.set_content_margin_all(half)
	return style
