class_name Lantern
extends LabObject
## The lantern beside the front door and the flag of the letterbox: lit and up while a question waits for a person.

## Glimmers a second.
const BEAT := 6.0

## On the wall below it; drawn apart, because people pass before it.
var letterbox := Node2D.new()
var still: bool = false
var _time: float = 0.0
var _drawn: float = -1.0


func _ready() -> void:
	letterbox.draw.connect(_draw_letterbox)


func read(state: Dictionary) -> Dictionary:
	return DesksData.question(state)


func area() -> Rect2:
	return Rect2(-14, -38, 28, 44)


func pick() -> Pick:
	return (
		Pick.create("event", "", Fields.whole(data, "seq"))
		if Fields.flag(data, "waits")
		else Pick.create("room", "hall")
	)


func _shift(_before: Dictionary, _animate: bool) -> void:
	set_process(Fields.flag(data, "waits"))
	letterbox.queue_redraw()


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
	Brush.cast(self)
	if lit:
		Letters.centred(self, Palette.bold, Vector2(-8, -4.5), "?", 16, 16, Palette.BRICK)


func _draw_letterbox() -> void:
	Brush.box(letterbox, Rect2(-6, 52, 22, 17), Palette.BRICK.darkened(0.1), 3, 2)
	Brush.box(letterbox, Rect2(-2, 57, 14, 2.6), Palette.INK, 1)
	if not Fields.flag(data, "waits"):
		Brush.box(letterbox, Rect2(13, 59, 12, 2.4), Palette.WALNUT, 1)
		return
	Brush.box(letterbox, Rect2(14, 34, 2.4, 26), Palette.WALNUT, 1)
	Brush.box(letterbox, Rect2(15, 34, 13, 9), Palette.best(), 1.5)
