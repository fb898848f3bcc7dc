class_name LineButton
extends Button
## A button of two lines, as high as its text needs in its width.

var _box: MarginContainer


static func create(title: String, more: String, role: String = "") -> LineButton:
	var made := LineButton.new()
	var lines := Fittings.column([Fittings.label(title, &"", true)], 0)
	if not more.is_empty():
		lines.add_child(Fittings.label(more, &"Quiet", true))
	lines.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	var parts: Array[Control] = [lines]
	if not role.is_empty():
		parts.push_front(RoleMark.create(role))
	made._box = MarginContainer.new()
	for side: String in ["left", "right"]:
		made._box.add_theme_constant_override("margin_" + side, 8)
	for side: String in ["top", "bottom"]:
		made._box.add_theme_constant_override("margin_" + side, 5)
	made._box.add_child(Fittings.row(parts))
	made._box.set_anchors_preset(Control.PRESET_FULL_RECT)
	made.add_child(made._box)
	Fittings.name_for_readers(made, title)
	made.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	return made


func _ready() -> void:
	_quieten(_box)
	_box.minimum_size_changed.connect(_fit)
	_fit()


func _fit() -> void:
	custom_minimum_size.y = _box.get_combined_minimum_size().y


## The press belongs to the button, wherever on its text the hand is.
func _quieten(control: Control) -> void:
	control.mouse_filter = Control.MOUSE_FILTER_IGNORE
	for child: Node in control.get_children():
		_quieten(child as Control)
