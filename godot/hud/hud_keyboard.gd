class_name HudKeyboard
extends Node
## Which key does what, and who has the keyboard: the panels' fields while somebody writes, else the house.

var hud: Hud
var actions: HudActions


static func create(a_hud: Hud, some_actions: HudActions) -> HudKeyboard:
	var keyboard := HudKeyboard.new()
	keyboard.hud = a_hud
	keyboard.actions = some_actions
	return keyboard


func _unhandled_key_input(event: InputEvent) -> void:
	var key := event as InputEventKey
	var action := HudKeys.action(key) if key != null else ""
	if action.is_empty() or (hud.stage.sheet.visible and action != "close"):
		return
	if key.echo and not action.contains("step") and not action.contains("leap"):
		return
	actions.act(action)
	get_viewport().set_input_as_handled()


## A click is no wish for the keyboard: arrows go on stepping after a button of the bars was pressed.
func _input(event: InputEvent) -> void:
	if _leaves_field(event as InputEventKey):
		actions.act("close")
		get_viewport().set_input_as_handled()
		return
	var press := event as InputEventMouseButton
	if press != null and not press.pressed:
		_let_go.call_deferred()
	# With nothing that has the keyboard, Tab would give it to the first button; here it goes to the next person.
	var key := event as InputEventKey
	if key != null and key.keycode == KEY_TAB and get_viewport().gui_get_focus_owner() == null:
		_unhandled_key_input(key)


## A field of one line takes Escape for itself, to end the writing; here it closes what the field is in.
func _leaves_field(key: InputEventKey) -> bool:
	var escape := key != null and key.pressed and not key.echo and key.keycode == KEY_ESCAPE
	return escape and get_viewport().gui_get_focus_owner() is LineEdit


func _let_go() -> void:
	var owner_now := get_viewport().gui_get_focus_owner() if is_inside_tree() else null
	if owner_now != null and (hud.stage.top.is_ancestor_of(owner_now) or hud.stage.bar.is_ancestor_of(owner_now)):
		owner_now.release_focus()
