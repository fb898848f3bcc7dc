class_name Lantern
extends LabObject
## The lantern beside the front door and the flag of the letterbox: lit and up while a question waits for a person.

## Glimmers a second.
const BEAT := 6.0

var still: bool = false
var _time: float = 0.0
var _drawn: float = -1.0


func read(state: Dictionary) -> Dictionary:
	return DesksData.question(state)


func area() -> Rect2:
	return Rect2(-16, -38, 32, 98)


func pick() -> Pick:
	return (
		Pick.create("event", "", Fields.whole(data, "seq"))
		if Fields.flag(data, "waits")
		else Pick.create("room", "hall")
	)


func _shift(_before: Dictionary, _animate: bool) -> void:
	set_process(Fields.flag(data, "waits"))


func _process(delta: float) -> void:
	if still:
		return
	_time += delta
	if floorf(_time * BEAT) != _drawn:
		_drawn = floorf(_time * BEAT)
		queue_redraw()


func _draw() -> void:
	var lit := Fields.flag(data, "waits")
	draw_line(Vector2(0, -36), Vector2(0, -24), Palette.INK, 2.0)
	if lit:
		var reach := 44.0 + (0.0 if still else 5.0 * sin(_time * 4.0))
		Brush.spot(self, Vector2(0, -10), Vector2(reach, reach), Color(Palette.HONEY, 0.75))
	Brush.melt()
	Brush.poly(self, PackedVector2Array([Vector2(-9, -20), Vector2(0, -27), Vector2(9, -20)]), Palette.INK)
	Brush.box(self, Rect2(-7, -20, 14, 20), Palette.HONEY.lightened(0.35) if lit else Palette.MIST.darkened(0.25), 2)
	for x: float in [-7.0, 5.2]:
		Brush.box(self, Rect2(x, -20, 1.8, 20), Palette.INK, 0.5)
	Brush.box(self, Rect2(-9, -1, 18, 3.5), Palette.INK, 1.5)
	Brush.box(self, Rect2(-11, 24, 22, 17), Palette.BRICK.darkened(0.1), 3)
	Brush.box(self, Rect2(-7, 29, 14, 2.6), Palette.INK, 1)
	if lit:
		Brush.box(self, Rect2(11, 8, 2.4, 26), Palette.WALNUT, 1)
		Brush.box(self, Rect2(12, 8, 13, 9), Palette.best(), 1.5)
	else:
		Brush.box(self, Rect2(11, 31, 14, 2.4), Palette.WALNUT, 1)
	Brush.cast(self)
	if lit:
		Brush.label(self, Palette.bold, Vector2(-8, -4.5), "?", 16, Palette.BRICK, 16, HORIZONTAL_ALIGNMENT_CENTER)
