class_name Pulse
extends Node2D
## A ring that opens around an object when a moment touched it, and is gone.

const TIME := 0.9
const REACH := 16.0

## The object of each kind of moment.
const OBJECTS: Dictionary[Moment.Kind, String] = {
	Moment.Kind.PAPER_ADDED: "shelf",
	Moment.Kind.PLAN_ACCEPTED: "whiteboard",
	Moment.Kind.DATASET_ACCEPTED: "crates",
	Moment.Kind.PROGRAM_DONE: "bench",
	Moment.Kind.PROGRAM_FAILED: "bench",
	Moment.Kind.NEW_BEST: "display",
	Moment.Kind.SECTION_WRITTEN: "pages",
	Moment.Kind.REPORT_SCORED: "pages",
	Moment.Kind.REVIEW: "verdicts",
	Moment.Kind.QUESTION: "lantern",
	Moment.Kind.ENDED: "console",
}

var area: Rect2
var bad: bool = false
var part: float = 0.0:
	set = set_part


static func create(around: Rect2, a_bad: bool) -> Pulse:
	var pulse := Pulse.new()
	pulse.area = around
	pulse.bad = a_bad
	return pulse


func set_part(value: float) -> void:
	part = value
	queue_redraw()


func _ready() -> void:
	var opening := create_tween()
	opening.tween_property(self, "part", 1.0, TIME).set_trans(Tween.TRANS_SINE).set_ease(Tween.EASE_OUT)
	opening.tween_callback(queue_free)


func _draw() -> void:
	var tone := Palette.bad() if bad else Palette.best()
	var style := StyleBoxFlat.new()
	style.draw_center = false
	style.border_color = Color(tone, 1.0 - part)
	style.set_border_width_all(roundi(1.0 + 4.0 * (1.0 - part)))
	style.set_corner_radius_all(12)
	draw_style_box(style, area.grow(2.0 + REACH * part))
