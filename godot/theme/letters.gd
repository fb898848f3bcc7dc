class_name Letters
extends RefCounted
## Text on what stands in the window itself, bubbles and clocks: as fine as the camera is near. In a bake it is as fine
## as its bake.

## Before Godot 4.5 letters are as fine as the window alone says.
static var _finer: bool = ClassDB.class_has_method("Viewport", "get_oversampling")


static func paragraph(on: CanvasItem, words: TextParagraph, at: Vector2, color: Color) -> void:
	if _finer:
		words.callv("draw", [on.get_canvas_item(), at, color, color, Brush.zoom])
	else:
		words.draw(on.get_canvas_item(), at, color)


## One line in the middle of its width; `at` is the baseline.
static func centred(
	on: CanvasItem, font: Font, at: Vector2, text: String, width: float, size: int, color: Color
) -> void:
	var middle := HORIZONTAL_ALIGNMENT_CENTER
	if _finer:
		var usual := TextServer.JUSTIFICATION_KASHIDA | TextServer.JUSTIFICATION_WORD_BOUND
		on.callv("draw_string", [font, at, text, middle, width, size, color, usual, 0, 0, Brush.zoom])
	else:
		on.draw_string(font, at, text, middle, width, size, color)
