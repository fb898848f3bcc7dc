class_name QuestionCall
extends RefCounted
## A question that holds the run is shown as soon as it comes: live its panel opens by itself, once for each question,
## but not under the hands of somebody who writes. In a replay its words pass by.

## Letters of a question that pass by in a replay.
const MOST := 240

## A question waits until somebody has stopped writing.
var due: bool = false

var _hud: Hud
var _actions: HudActions
## The questions that were shown.
var _told: Dictionary[String, bool] = {}


func _init(hud: Hud, actions: HudActions) -> void:
	_hud = hud
	_actions = actions


func forget() -> void:
	_told.clear()
	due = false


func look() -> void:
	var question := QuestionPanel.blocking(_hud.shown())
	var present := _hud.answers()
	var id := "%s %s" % [Fields.text(question, "id"), present]
	due = not question.is_empty() and not _told.has(id)
	if not due or (present and _writes()):
		return
	due = false
	_told[id] = true
	if present:
		_actions.open_drawer("question")
	else:
		_hud.stage.toasts.tell(
			Loose.first_words(Fields.text(question, "text"), MOST), false, Fields.whole(question, "seq")
		)


func _writes() -> bool:
	var focus := _hud.get_viewport().gui_get_focus_owner() if _hud.is_inside_tree() else null
	return focus is LineEdit or focus is TextEdit
