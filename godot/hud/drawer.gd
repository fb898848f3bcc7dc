class_name Drawer
extends PanelContainer
## The one sheet at the side that shows what was asked for; the house moves over for it.

signal closed

var what: String = ""
## Where a panel goes that makes room for another one.
var attic: Control
var _title := Fittings.label("", &"Heading", true)
var _mark := RoleMark.create("", 22.0)
var _body := MarginContainer.new()
var _close: Button


func _init() -> void:
	theme_type_variation = &"Bar"
	mouse_filter = Control.MOUSE_FILTER_STOP
	visible = false


func _ready() -> void:
	_close = Fittings.sign_button(Words.of("close"), close, "close")
	_close.size_flags_vertical = Control.SIZE_SHRINK_BEGIN
	_title.size_flags_vertical = Control.SIZE_SHRINK_CENTER
	var inner := MarginContainer.new()
	for side: String in ["left", "right", "top", "bottom"]:
		inner.add_theme_constant_override("margin_" + side, 8)
	_body.size_flags_vertical = Control.SIZE_EXPAND_FILL
	inner.add_child(Fittings.column([Fittings.row([_mark, _title, _close]), _body], 10))
	add_child(inner)


func open(name: String, title: String, content: Control, role: String = "") -> void:
	what = name
	_title.text = title
	_mark.visible = not role.is_empty()
	_mark.role = role
	if content.get_parent() != _body:
		Drawer.put(content, _body, attic)
	visible = true


func close() -> void:
	if not visible:
		return
	what = ""
	visible = false
	closed.emit()


## Gives the keyboard to the first thing in it.
func take_focus() -> void:
	var first := Drawer.first_focus(_body)
	(first if first != null else _close).grab_focus()


## Puts a panel into a body, and what was there back to where panels wait.
static func put(content: Control, body: Control, waiting: Control) -> void:
	for child: Node in body.get_children():
		child.reparent(waiting, false)
	if content.get_parent() == null:
		body.add_child(content)
	else:
		content.reparent(body, false)


static func first_focus(under: Node) -> Control:
	for child: Node in under.get_children():
		var control := child as Control
		if control != null and control.is_visible_in_tree() and control.focus_mode == Control.FOCUS_ALL:
			if _counts(control as BaseButton):
				return control
		var deeper := first_focus(child)
		if deeper != null:
			return deeper
	return null


## Of buttons of which one is chosen, the chosen one is the first.
static func _counts(button: BaseButton) -> bool:
	if button == null:
		return true
	var group := button.button_group
	return not button.disabled and (group == null or button.button_pressed or group.get_pressed_button() == null)
