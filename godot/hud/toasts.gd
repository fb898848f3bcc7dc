class_name Toasts
extends VBoxContainer
## Lines that say what came of something and go by themselves.

const SECONDS := 5.0
const MOST := 3


func _init() -> void:
	mouse_filter = Control.MOUSE_FILTER_IGNORE
	alignment = BoxContainer.ALIGNMENT_END


func tell(text: String, warns: bool = false) -> void:
	var line := Fittings.label(text, &"Warning" if warns else &"Small", true)
	var panel := Fittings.panel(&"Notice", line)
	panel.mouse_filter = Control.MOUSE_FILTER_IGNORE
	add_child(panel)
	if get_child_count() > MOST:
		get_child(0).queue_free()
	var timer := Timer.new()
	timer.one_shot = true
	timer.wait_time = SECONDS
	timer.autostart = true
	timer.timeout.connect(panel.queue_free)
	panel.add_child(timer)
