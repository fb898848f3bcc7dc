class_name Bubble
extends Node2D
## What somebody says: at most 90 letters in three lines, with the speaker's shape. The tail ends at the origin.

const PAD := Vector2(12, 7)
const COLUMN := 20.0
const TAIL := 8.0
const LINES := 3

var role: Palette.Role
var text: String
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
	_shape()
	_box = Vector2(_words.get_size().x + COLUMN, _words.get_size().y) + PAD * 2
	queue_redraw()


## The largest print in which all of the sentence has room; where even the least is too large, the sentence is cut.
func _shape() -> void:
	var sizes := range(roundi(Palette.BUBBLE_SIZE * larger), _least() - 1, -1)
	for size: int in sizes:
		if _fits(text, size):
			return
	var shown := text
	while shown.length() > 1 and not _fits(shown, _least()):
		shown = Speech.cut_at(shown, shown.length() - 1)


func _least() -> int:
	return roundi(Palette.BUBBLE_SIZE * minf(larger, Palette.BUBBLE_PRINT))


## Sets the words in this size, as narrow as three lines let them; whether they have room.
func _fits(words: String, size: int) -> bool:
	_words.clear()
	_words.add_string(words, Palette.regular, size)
	for wide: float in Palette.BUBBLE_WIDTHS:
		_words.width = minf(wide * size / Palette.BUBBLE_SIZE, widest)
		if _words.get_line_count() <= LINES and _words.get_size().y <= Palette.BUBBLE_HEIGHT:
			return true
	return false


func box() -> Rect2:
	return Rect2(shift + Vector2(-_box.x * 0.5, -_box.y - TAIL), _box)


func set_shift(value: Vector2) -> void:
	if shift != value:
		shift = value
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
	var root := clampf(0.0, rect.position.x + 20, rect.end.x - 20)
	var fill := Palette.PAPER.lightened(0.4)
	Brush.box(self, rect.grow(1.5), Palette.OAK.lerp(Palette.PLASTER, 0.5), 13, 9.0)
	for edge: bool in [true, false]:
		var tone := Palette.OAK.lerp(Palette.PLASTER, 0.5) if edge else fill
		if not edge:
			Brush.box(self, rect, fill, 12)
		var wide := 10.0 if edge else 8.0
		var tip := Vector2(0, 2.5) if edge else Vector2.ZERO
		var base := rect.end.y - 2.0
		Brush.poly(self, PackedVector2Array([Vector2(root - wide, base), Vector2(root + wide, base), tip]), tone)
	var at := rect.position + PAD
	Brush.mark(self, role, at + Vector2(6, 10), 6.5, Palette.role_tone(role))
	Letters.paragraph(self, _words, at + Vector2(COLUMN, 0), Palette.INK)
