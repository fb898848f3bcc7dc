class_name Bake
extends Node2D
## Still things rendered once into a texture; re-rendered only after one of them redraws itself, or the window's scale changes.

var region: Rect2
## The parts of the region that hold anything; empty pixels cost time too. None: all of it.
var parts: Array[Rect2] = []
var _port := SubViewport.new()
var _root := Node2D.new()


static func create(a_region: Rect2, see_through: bool) -> Bake:
	var bake := Bake.new()
	bake.region = a_region
	bake._port.transparent_bg = see_through
	bake._port.disable_3d = true
	bake._port.size_2d_override_stretch = true
	bake._port.add_child(bake._root)
	bake._root.position = -a_region.position
	if see_through:
		var paint := CanvasItemMaterial.new()
		paint.blend_mode = CanvasItemMaterial.BLEND_MODE_PREMULT_ALPHA
		bake.material = paint
	return bake


func put(thing: CanvasItem) -> void:
	thing.draw.connect(refresh)
	_root.add_child(thing)


func refresh() -> void:
	_port.render_target_update_mode = SubViewport.UPDATE_ONCE


func _ready() -> void:
	add_child(_port)
	get_viewport().size_changed.connect(_fit)
	_fit()


func _fit() -> void:
	_port.size_2d_override = Vector2i(region.size)
	_port.size = Vector2i((region.size * get_viewport().get_final_transform().get_scale()).round())
	refresh()
	queue_redraw()


func _draw() -> void:
	var sharp := Vector2(_port.size) / region.size
	for part: Rect2 in parts if parts else [region] as Array[Rect2]:
		draw_texture_rect_region(
			_port.get_texture(), part, Rect2((part.position - region.position) * sharp, part.size * sharp)
		)
