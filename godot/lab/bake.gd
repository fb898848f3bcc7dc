class_name Bake
extends Node2D
## Still things rendered once into a texture; rendered again only after one of them draws itself, or the scale
## changes.

## Pixels for one unit of the house at most: a room looked at from near.
const SHARPEST := 2.0

var region: Rect2
## The parts of the region that hold anything; empty pixels cost time too. None: all of it.
var parts: Array[Rect2] = []:
	set = set_parts
## Pixels of the window for one unit of the house.
var sharpness: float = 1.0
## The window shows it larger than it was drawn.
var _coarse: bool = false
var _port := SubViewport.new()
var _root := Node2D.new()


static func create(a_region: Rect2, see_through: bool) -> Bake:
	var bake := Bake.new()
	bake.region = a_region
	bake._port.transparent_bg = see_through
	bake._port.disable_3d = true
	bake._port.gui_disable_input = true
	bake._port.size_2d_override_stretch = true
	bake._port.add_child(bake._root)
	var paint := CanvasItemMaterial.new()
	paint.light_mode = CanvasItemMaterial.LIGHT_MODE_UNSHADED
	if see_through:
		paint.blend_mode = CanvasItemMaterial.BLEND_MODE_PREMULT_ALPHA
	bake.material = paint
	return bake


func put(thing: CanvasItem) -> void:
	thing.draw.connect(refresh)
	_root.add_child(thing)


func refresh() -> void:
	_port.render_target_update_mode = SubViewport.UPDATE_ONCE


func set_parts(value: Array[Rect2]) -> void:
	parts = value
	queue_redraw()


## Shows another part of the plane, or the same more or less finely.
func fit(a_region: Rect2, pixels: float) -> void:
	region = a_region
	sharpness = minf(pixels, SHARPEST)
	_coarse = sharpness < pixels - 0.001
	set_moving(false)
	if is_node_ready():
		_fit()


## On whole pixels the nearest one is the right one, and cheap; while the camera is on its way neighbours are mixed.
func set_moving(moving: bool) -> void:
	texture_filter = TEXTURE_FILTER_LINEAR if moving or _coarse else TEXTURE_FILTER_NEAREST


func _ready() -> void:
	set_moving(false)
	add_child(_port)
	_fit()


func _fit() -> void:
	_root.position = -region.position
	_port.size_2d_override = Vector2i(region.size)
	_port.size = Vector2i((region.size * sharpness).round())
	refresh()
	queue_redraw()


func _draw() -> void:
	var sharp := Vector2(_port.size) / region.size
	for part: Rect2 in parts if parts else [region] as Array[Rect2]:
		draw_texture_rect_region(
			_port.get_texture(), part, Rect2((part.position - region.position) * sharp, part.size * sharp)
		)
