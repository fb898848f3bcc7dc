class_name Bubble
extends Node2D
## What somebody says: at most 90 letters in three lines, with the speaker's shape. The tail ends at the origin.

const PAD := Vector2(12, 7)
const COLUMN := 20.0
const TAIL := 8.0

var role: Palette.Role
var text: String
## Moves the box (not the tail's tip) so that it stays in the picture and off its neighbours.
var shift: Vector2 = Vector2.ZERO:
	set = set_shift
## Without a tween (a setting of the person).
var still: bool = false
var _size: float = Palette.BUBBLE_SIZE
var _words := TextParagraph.new()
var _box: Vector2
var _leaving: bool = false


static func create(a_role: Palette.Role, a_text: String, font_scale: float = 1.0) -> Bubble:
	var bubble := Bubble.new()
	bubble.role = a_role
	bubble._size = Palette.BUBBLE_SIZE * font_scale
	bubble._words.break_flags = TextServer.BREAK_MANDATORY | TextServer.BREAK_WORD_BOUND | TextServer.BREAK_ADAPTIVE
	bubble.say(a_text)
	return bubble


## Other words in the same bubble; it does not shrink while somebody is speaking.
func say(words: String) -> void:
	text = Speech.short(words)
	var size := roundi(_size)
	_words.clear()
	_words.add_string(text, Palette.regular, size)
	for wide: float in Palette.BUBBLE_WIDTHS:
		_words.width = wide * _size / Palette.BUBBLE_SIZE
		if _words.get_line_count() <= 3:
			break
	_box = Vector2(_words.get_size().x + COLUMN, _words.get_size().y) + PAD * 2
	queue_redraw()


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
	_words.draw(get_canvas_item(), at + Vector2(COLUMN, 0), Palette.INK)
