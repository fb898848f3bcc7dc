class_name HelpPanel
extends VBoxContainer
## All keys, and what the marks of the timeline mean.

const KEYS: Array[String] = [
	"space",
	"arrows",
	"shift",
	"home",
	"speed",
	"rooms",
	"tab",
	"follow",
	"log",
	"menu",
	"areas",
	"escape",
	"help",
	"count"
]


func _ready() -> void:
	add_theme_constant_override("separation", 6)
	for key: String in KEYS:
		add_child(_line(Words.of("key." + key), Words.of("key." + key + ".does")))
	add_child(Fittings.label(Words.of("help.marks"), &"Number", true))
	var marks: Array[Control] = []
	for kind: String in Wire.MARK_KINDS:
		if kind != "phase":
			marks.append(_mark(kind))
	marks.append(_mark("dot"))
	add_child(Fittings.flow(marks, 14))


func _line(keys: String, does: String) -> Control:
	var left := Fittings.label(keys, &"Number", true)
	var right := Fittings.label(does, &"Small", true)
	left.size_flags_stretch_ratio = 0.42
	return Fittings.row([left, right], 12)


func _mark(kind: String) -> Control:
	var shape := Control.new()
	shape.custom_minimum_size = Vector2(18, 18)
	shape.size_flags_vertical = Control.SIZE_SHRINK_CENTER
	shape.draw.connect(func() -> void: MarkShapes.paint(shape, kind, shape.size / 2.0, 6.5))
	return Fittings.row([shape, Fittings.label(Words.of("mark." + kind), &"Small")], 4)
