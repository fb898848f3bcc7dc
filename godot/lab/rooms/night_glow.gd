class_name NightGlow
extends Node2D
## What shines at night: bulbs on the terrace, the wall display, the slate's lamp, moonlight under the round windows.


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
	Brush.spot(self, Vector2(1110, 318), Vector2(150, 80), Color(Palette.HONEY, 0.12))
	Brush.spot(self, Vector2(560, 150), Vector2(80, 90), Color(Palette.MIST, 0.16))
