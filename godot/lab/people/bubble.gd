class_name Bubble
extends Node2D
## What somebody says: at most 90 letters, in at most three lines, with the speaker's shape and a tail that ends at the origin.

const SIZE := 14
const PAD := Vector2(12, 8)
const COLUMN := 20.0

var role: Palette.Role
var text: String
## Moves the box (not the tail's tip) so that it stays in the picture and off its neighbours.
var shift: Vector2 = Vector2.ZERO:
	set = set_shift
var _words := TextParagraph.new()
var _box: Vector2


static func create(a_role: Palette.Role, a_text: String) -> Bubble:
	var bubble := Bubble.new()
	bubble.role = a_role
	bubble.text = (
		a_text
		if a_text.length() <= Palette.BUBBLE_LETTERS
		else a_text.left(Palette.BUBBLE_LETTERS - 1).strip_edges() + "…"
	)
	bubble._words.break_flags = TextServer.BREAK_MANDATORY | TextServer.BREAK_WORD_BOUND | TextServer.BREAK_ADAPTIVE
	bubble._words.add_string(bubble.text, Palette.regular, SIZE)
	for wide: float in Palette.BUBBLE_WIDTHS:
		bubble._words.width = wide
		if bubble._words.get_line_count() <= 3:
			break
	bubble._box = Vector2(bubble._words.get_size().x + COLUMN, bubble._words.get_size().y) + PAD * 2
	return bubble


func box() -> Rect2:
	return Rect2(shift + Vector2(-_box.x * 0.5, -_box.y - 13), _box)


func set_shift(value: Vector2) -> void:
	shift = value
	queue_redraw()


func _ready() -> void:
	scale = Vector2(0.6, 0.6)
	modulate.a = 0.0
	var grow := create_tween().set_parallel()
	grow.tween_property(self, "scale", Vector2.ONE, Palette.BUBBLE_TIME).set_trans(Tween.TRANS_BACK).set_ease(
		Tween.EASE_OUT
	)
	grow.tween_property(self, "modulate:a", 1.0, Palette.BUBBLE_TIME * 0.6)


func leave() -> void:
	var fall := create_tween()
	fall.tween_property(self, "modulate:a", 0.0, Palette.BUBBLE_TIME)
	fall.tween_callback(queue_free)


func _draw() -> void:
	var rect := box()
	var root := clampf(0.0, rect.position.x + 20, rect.end.x - 20)
	for edge: bool in [true, false]:
		var tone := Palette.OAK.lerp(Palette.PLASTER, 0.5) if edge else Palette.PAPER.lightened(0.4)
		Brush.box(self, rect.grow(1.5) if edge else rect, tone, 13 if edge else 12, 9.0 if edge else 0.0)
		var wide := 10.0 if edge else 8.0
		var tip := Vector2(0, 2.5) if edge else Vector2.ZERO
		Brush.poly(
			self,
			PackedVector2Array([Vector2(root - wide, rect.end.y - 2), Vector2(root + wide, rect.end.y - 2), tip]),
			tone
		)
	var at := rect.position + PAD
	Brush.mark(self, role, at + Vector2(6, 10), 6.0, Palette.ROLE_COLORS[role])
	_words.draw(get_canvas_item(), at + Vector2(COLUMN, 0), Palette.INK)
