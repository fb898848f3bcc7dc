class_name RoleMark
extends Control
## The shape and colour of a role, as on its chest.

var role: String = "":
	set(value):
		role = value
		queue_redraw()


static func create(a_role: String, size_px: float = 18.0) -> RoleMark:
	var made := RoleMark.new()
	made.role = a_role
	made.custom_minimum_size = Vector2.ONE * size_px * Fittings.scale
	made.size_flags_vertical = Control.SIZE_SHRINK_CENTER
	made.mouse_filter = Control.MOUSE_FILTER_IGNORE
	return made


func _draw() -> void:
	paint(self, role, size / 2.0, minf(size.x, size.y) * 0.42)


## The lab itself, for what nobody of the six did, is a small ring.
static func paint(on: CanvasItem, a_role: String, at: Vector2, reach: float) -> void:
	if not Palette.ROLE_BY_NAME.has(a_role):
		on.draw_arc(at, reach * 0.7, 0.0, TAU, 24, Color(Palette.INK, 0.45), 1.6, true)
		return
	Brush.mark(on, Palette.ROLE_BY_NAME[a_role], at, reach, Palette.role_colour(a_role))
