class_name Bench
extends LabObject
## The machine bench: programs hang on the slate above it as a tree with their scores, the best in honey, the failed
## crossed out, those that run with three dots. A line under a score is as wide as its seeds lie apart, a tick or a dash
## says how it was judged, a flag that it is doubted. Lights blink while one runs.

const SLATE := Rect2(-26, -157, 214, 98)
const CHIP := Vector2(43, 20)
const PITCH := Vector2(52, 23)
## Blinks a second.
const BEAT := 3.0

## Drawn apart from the bench, because it changes while nothing else does.
var blink := Node2D.new()
var still: bool = false
var _busy: bool = false
var _beat: float = 0.0


func _ready() -> void:
	blink.draw.connect(_draw_lights)


func read(state: Dictionary) -> Dictionary:
	var found := BenchData.of(state)
	found["busy"] = BenchData.running(state)
	return found


func area() -> Rect2:
	return SLATE


func extent() -> Rect2:
	return SLATE.merge(Rect2(-20, -60, 240, 74)).grow(20.0)


func pick() -> Pick:
	return Pick.create("programs")


func part_at(point: Vector2) -> Pick:
	for chip: Dictionary in Fields.objects(data, "chips"):
		if _chip(chip).grow(1).has_point(point):
			return Pick.create("program", Fields.text(chip, "id"))
	return null


func part_area(pick_of: Pick) -> Rect2:
	for chip: Dictionary in Fields.objects(data, "chips"):
		if pick_of.kind == "program" and Fields.text(chip, "id") == pick_of.id:
			return _chip(chip)
	return Rect2()


func _shift(_before: Dictionary, _animate: bool) -> void:
	_busy = Fields.flag(data, "busy")
	set_process(_busy)
	blink.queue_redraw()


func _process(delta: float) -> void:
	if still:
		return
	var before := floorf(_beat * BEAT)
	_beat += delta
	if floorf(_beat * BEAT) != before:
		blink.queue_redraw()


func _chip(chip: Dictionary) -> Rect2:
	var row := Fields.whole(chip, "row") - (Fields.whole(chip, "rows", 1) - 1) * 0.5
	var centre := Vector2(
		SLATE.position.x + 29 + Fields.whole(chip, "column") * PITCH.x, SLATE.get_center().y + row * PITCH.y
	)
	return Rect2(centre - CHIP * 0.5, CHIP)


func _draw() -> void:
	Brush.box(self, SLATE, Palette.WALNUT, 7, 6)
	Brush.box(self, SLATE.grow(-4), Palette.INK, 5)
	var chips := Fields.objects(data, "chips")
	for chip: Dictionary in chips:
		var parent := Fields.whole(chip, "parent", -1)
		if parent >= 0:
			var a := _chip(chips[parent]).get_center() + Vector2(CHIP.x * 0.5, 0)
			var b := _chip(chip).get_center() - Vector2(CHIP.x * 0.5, 0)
			Brush.rule(self, a, b, Color(Palette.PLASTER, 0.6), 2.0)
	var widest := 0.0
	for chip: Dictionary in chips:
		widest = maxf(widest, Fields.number(chip, "width"))
	for chip: Dictionary in chips:
		_draw_chip(chip)
		_draw_spread(chip, widest)
		_draw_marks(chip)
	if Fields.flag(data, "old"):
		Brush.box(self, SLATE.grow(-4), Color(Palette.INK, 0.45), 5)
		_say_attempt()
	_say_little(chips.is_empty())
	_furniture()


## Of which earlier attempt the programs are.
func _say_attempt() -> void:
	var text := Words.of("prop.attempt", {"n": str(Fields.whole(data, "attempt"))})
	var at := SLATE.position + Vector2(12, 20)
	Brush.label(self, Palette.bold, at, text, Palette.TEXT_LEAST, Palette.PAPER, SLATE.size.x - 24)


## What stands on the slate when there is no program, or when some are not shown.
func _say_little(empty: bool) -> void:
	var hidden := Fields.whole(data, "hidden")
	if not empty and hidden == 0:
		return
	var text := Words.of("prop.no-programs") if empty else "+%d" % hidden
	var at := SLATE.position + (Vector2(14, SLATE.size.y * 0.5 + 5) if empty else Vector2(10, SLATE.size.y - 9))
	Brush.label(self, Palette.regular, at, text, Palette.TEXT_LEAST, Color(Palette.PLASTER, 0.75), SLATE.size.x - 28)


func _draw_chip(chip: Dictionary) -> void:
	var kind := Fields.text(chip, "kind")
	var rect := _chip(chip)
	var c := rect.get_center()
	var tone: Color = {"best": Palette.best(), "failed": Palette.bad(), "running": Palette.PLASTER}.get(
		kind, Palette.MIST
	)
	if kind == "best":
		Brush.spot(self, c, Vector2(42, 26), Color(Palette.best(), 0.55))
	Brush.box(self, rect, tone, 10)
	var text := Fields.text(chip, "text")
	if kind == "failed" and text.is_empty():
		for s: float in [-1.0, 1.0]:
			Brush.rule(self, c + Vector2(-4, -4 * s), c + Vector2(4, 4 * s), Palette.PAPER, 2.6)
	elif kind == "running":
		for k: int in 3:
			Brush.dot(self, c + Vector2(-7 + 7 * k, 0), 2.2, Palette.INK)
	elif text.is_empty():
		Brush.rule(self, c + Vector2(-5, 0), c + Vector2(5, 0), Color(Palette.INK, 0.7), 2.4)
	else:
		Brush.label(
			self,
			Palette.bold,
			Vector2(rect.position.x + 1, c.y + 5),
			text,
			15,
			Palette.INK,
			CHIP.x - 2,
			HORIZONTAL_ALIGNMENT_CENTER
		)


func _draw_spread(chip: Dictionary, widest: float) -> void:
	var width := Fields.number(chip, "width")
	if width <= 0.0 or widest <= 0.0:
		return
	var rect := _chip(chip)
	var half := (rect.size.x * 0.5 - 8.0) * width / widest
	var middle := Vector2(rect.get_center().x, rect.end.y - 2.5)
	Brush.rule(self, middle - Vector2(half, 0), middle + Vector2(half, 0), Color(Palette.INK, 0.75), 1.6)


func _draw_marks(chip: Dictionary) -> void:
	var rect := _chip(chip)
	var c := rect.position + Vector2(2, 3)
	match Fields.text(chip, "verdict"):
		"accepted":
			Brush.dot(self, c, 5.0, Palette.good())
			Brush.stroke(
				self,
				PackedVector2Array([c + Vector2(-2.4, 0), c + Vector2(-0.6, 2), c + Vector2(2.6, -2)]),
				Palette.PAPER,
				1.6
			)
		"refused":
			Brush.dot(self, c, 5.0, Palette.PLASTER)
			Brush.rule(self, c - Vector2(2.4, 0), c + Vector2(2.4, 0), Palette.INK, 1.8)
	if not Fields.flag(chip, "doubted"):
		return
	var foot := Vector2(rect.end.x - 4, rect.position.y + 8)
	Brush.rule(self, foot, foot - Vector2(0, 10), Palette.PAPER, 1.8)
	Brush.poly(
		self,
		PackedVector2Array([foot + Vector2(0, -11), foot + Vector2(8, -8), foot + Vector2(0, -5)]),
		Palette.bad().lightened(0.15)
	)


func _furniture() -> void:
	for x: float in [8.0, 172.0]:
		Brush.block(self, Rect2(x, -30, 9, 34), Palette.WALNUT, 2, 2)
	Brush.spot(self, Vector2(95, 4), Vector2(110, 8), Color(Palette.INK, 0.35))
	Brush.block(self, Rect2(-4, -38, 198, 10), Palette.OAK, 4, 5)
	Brush.block(self, Rect2(14, -57, 62, 19), Palette.METAL, 4, 3)
	Brush.box(self, Rect2(19, -53, 51, 11), Palette.INK, 4)
	Brush.block(self, Rect2(112, -44, 30, 6), Palette.CLAY.darkened(0.1), 2, 2)
	Brush.block(self, Rect2(150, -47, 24, 9), Palette.SAGE, 2, 2)


func _draw_lights() -> void:
	for i: int in 6:
		var on := _busy and (absi(hash(floori(_beat * BEAT) * 13 + i)) % 3 > 0)
		Brush.dot(blink, Vector2(26 + i * 7.4, -47.5), 2.0, Palette.HONEY if on else Palette.MOSS)
	if not _busy:
		return
	for chip: Dictionary in Fields.objects(data, "chips"):
		if Fields.text(chip, "kind") == "running" and floori(_beat * BEAT) % 2 == 0:
			Brush.dot(blink, _chip(chip).position + Vector2(CHIP.x - 3, 3), 3.4, Palette.good().lightened(0.25))
