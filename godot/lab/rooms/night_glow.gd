class_name NightGlow
extends Node2D
## What shines at night by itself: bulbs on the terrace and the wall display.


func _init() -> void:
	var paint := CanvasItemMaterial.new()
	paint.blend_mode = CanvasItemMaterial.BLEND_MODE_ADD
	material = paint


func set_night(value: float) -> void:
	modulate.a = value
	visible = value > 0.01


func _draw() -> void:
	for at: Vector2 in House.bulbs():
		Brush.spot(self, at, Vector2(24, 24), Color(Palette.HONEY, 0.55))
		Brush.spot(self, at, Vector2(6, 6), Color(Palette.PAPER, 0.9))
	Brush.spot(self, Vector2(226, 552), Vector2(190, 110), Color(Palette.MIST, 0.26))
