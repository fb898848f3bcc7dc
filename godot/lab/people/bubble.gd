class_name Bubble
extends Node2D
## What somebody says: at most 90 letters, in three lines where there is room for them, with the speaker's shape; a pen
## stands beside what is written down. The tail ends at the tip, over the head or at the cheek.

const PAD := Vector2(12, 7)
const COLUMN := 20.0
const TAIL := 8.0
const LINES := 3
## Lines that it may have, best first, what each costs beside the first, and the widths of its text.
const SHAPES: Array[Array] = [[3, 0.0], [2, 25.0], [4, 30.0], [5, 60.0]]
const NARROW: Array[float] = [92.0, 110.0, 130.0, 165.0]
const FLAT: Array[float] = [130.0, 165.0, 200.0, 240.0, 280.0, 320.0]

var role: Palette.Role
var text: String
## Of what is written down.
var written: bool = false
## Where the tail ends.
var tip: Vector2 = Vector2.ZERO:
	set = set_tip
## Moves the box (not the tail's tip) so that it stays in the picture and off its neighbours.
var shift: Vector2 = Vector2.ZERO:
	set = set_shift
## Without a tween (a setting of the person).
var still: bool = false
## How much larger than usual the print is to be; a long sentence may need it smaller.
var larger: float = 1.0
## As wide as the room lets its text be.
var widest: float = Palette.BUBBLE_WIDEST
var _words := TextParagraph.new()
var _box: Vector2
var _lines: int = LINES
## Lines → size of the box, for those in which all is said in the usual print.
var _sizes: Dictionary[int, Vector2] = {}
var _leaving: bool = false


static func create(
	a_role: Palette.Role, a_text: String, font_scale: float = 1.0, a_widest: float = Palette.BUBBLE_WIDEST
) -> Bubble:
	var bubble := Bubble.new()
	bubble.role = a_role
	bubble.larger = font_scale
	bubble.widest = a_widest
	bubble._words.break_flags = TextServer.BREAK_MANDATORY | TextServer.BREAK_WORD_BOUND | TextServer.BREAK_ADAPTIVE
	bubble.say(a_text)
	return bubble


## Other words in the same bubble; it does not shrink while somebody is speaking.
func say(words: String) -> void:
	text = Speech.short(words)
	_sizes.clear()
	for shape: Array in SHAPES.slice(1):
		var lines: int = shape[0]
		if _fits(text, roundi(Palette.BUBBLE_SIZE * larger), lines):
			_sizes[lines] = _needs()
	_shape()
	_sizes[LINES] = _needs()
	lay(_lines if _sizes.has(_lines) else LINES)


## Sets the words in so many lines.
func lay(lines: int) -> void:
	_lines = lines
	if lines == LINES:
		_shape()
	else:
		_fits(text, roundi(Palette.BUBBLE_SIZE * larger), lines)
	_box = _needs()
	queue_redraw()


## Lines that it can have → size of its box.
func sizes() -> Dictionary[int, Vector2]:
	return _sizes


## The box of this size before it is moved, from the place over the head.
static func unmoved(size: Vector2) -> Rect2:
	return Rect2(Vector2(-size.x * 0.5, -size.y - TAIL), size)


func _needs() -> Vector2:
	return Vector2(_words.get_size().x + COLUMN, _words.get_size().y) + PAD * 2


## The largest print in which all of the sentence has room; where even the least is too large, the sentence is cut.
func _shape() -> void:
	var sizes_of_print := range(roundi(Palette.BUBBLE_SIZE * larger), _least() - 1, -1)
	for size: int in sizes_of_print:
		if _fits(text, size):
			return
	var shown := text
	while shown.length() > 1 and not _fits(shown, _least()):
		shown = Speech.cut_at(shown, shown.length() - 1)


func _least() -> int:
	return roundi(Palette.BUBBLE_SIZE * minf(larger, Palette.BUBBLE_PRINT))


## Sets the words in this size, as narrow as so many lines let them; whether they have room.
func _fits(words: String, size: int, lines: int = LINES) -> bool:
	var widths := Palette.BUBBLE_WIDTHS if lines == LINES else (FLAT if lines < LINES else NARROW)
	_words.clear()
	_words.add_string(words, Palette.regular, size)
	for wide: float in widths:
		_words.width = minf(wide * size / Palette.BUBBLE_SIZE, widest)
		if _words.get_line_count() <= lines and _words.get_size().y <= Palette.BUBBLE_HEIGHT * maxf(1.0, lines / 3.0):
			return true
	return false


func box() -> Rect2:
	var whole := unmoved(_box)
	return Rect2(shift + whole.position, whole.size)


func set_shift(value: Vector2) -> void:
	if shift != value:
		shift = value
		queue_redraw()


func set_tip(value: Vector2) -> void:
	if tip != value:
		tip = value
		queue_redraw()


func _ready() -> void:
	if still:
		return
	scale = Vector2(0.6, 0.6)
	modulate.a = 0.0
	var grow := create_tween().set_parallel()
	grow.tween_property(self, "scale", Vector2.ONE, Palette.BUBBLE_TIME).set_trans(Tween.TRANS_BACK).set_ease(
		Tween.EASE_OUT
	)
	grow.tween_property(self, "modulate:a", 1.0, Palette.BUBBLE_TIME * 0.6)


func leave() -> void:
	if still or not is_inside_tree():
		queue_free()
		return
	if _leaving:
		return
	_leaving = true
	var fall := create_tween()
	fall.tween_property(self, "modulate:a", 0.0, Palette.BUBBLE_TIME)
	fall.tween_callback(queue_free)


func _draw() -> void:
	var rect := box()
	var rim := Palette.OAK.lerp(Palette.PLASTER, 0.5)
	var fill := Palette.PAPER.lightened(0.4)
	Brush.box(self, rect.grow(1.5), rim, 13, 9.0)
	Brush.poly(self, _tail(rect, 10.0, 2.5), rim)
	Brush.box(self, rect, fill, 12)
	Brush.poly(self, _tail(rect, 8.0, 0.0), fill)
	var at := rect.position + PAD
	Brush.mark(self, role, at + Vector2(6, 10), 6.5, Palette.role_tone(role))
	if written:
		_pen(at + Vector2(6, 28))
	Letters.paragraph(self, _words, at + Vector2(COLUMN, 0), Palette.INK)


## From the foot of the box or from its side, to the tip.
func _tail(rect: Rect2, wide: float, longer: float) -> PackedVector2Array:
	if tip.y >= rect.end.y:
		var x := clampf(tip.x, rect.position.x + 20, rect.end.x - 20)
		var base := rect.end.y - 2.0
		return PackedVector2Array([Vector2(x - wide, base), Vector2(x + wide, base), tip + Vector2(0, longer)])
	var left := tip.x < rect.position.x
	var edge := rect.position.x + 2.0 if left else rect.end.x - 2.0
	var y := clampf(tip.y, rect.position.y + 16, rect.end.y - 16)
	var end := tip - Vector2(longer if left else -longer, 0)
	return PackedVector2Array([Vector2(edge, y - wide), Vector2(edge, y + wide), end])


func _pen(at: Vector2) -> void:
	var nib := at + Vector2(-4.5, 5.5)
	Brush.rule(self, nib + Vector2(2.6, -3.2), at + Vector2(4.5, -5.5), Palette.BRICK, 4.0)
	Brush.poly(self, PackedVector2Array([nib, nib + Vector2(1.2, -4.4), nib + Vector2(4.2, -2.0)]), Palette.INK)
