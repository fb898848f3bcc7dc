class_name Bake
extends Node2D
## Still things rendered once into a texture; rendered again only after one of them draws itself, or the scale
## changes. A bake may be put into another one: then what changed is drawn anew alone, and the rest is only copied.

## It is rendered again in this frame.
signal refreshed

## Pixels of a texture at most: of the house as a whole two for one unit, of one room looked at from near as many as are
## seen. 16 MiB each.
const MOST_PIXELS := 4194304.0
## Of what is not seen at all.
const NONE := Vector2i(2, 2)
## Regions begin and end at multiples of it: there they lie on whole pixels, whatever the scale.
const GRID := 80.0
## What hides all that is behind it needs no look at that.
const OPAQUE := "shader_type canvas_item; render_mode unshaded, blend_disabled;"

## What of the plane it is.
var region: Rect2
## The part of its region that is rendered, on the grid: all of it, or what a camera that is near sees.
var window: Rect2
## The parts of the region that hold anything; empty pixels cost time too. None: all of it.
var parts: Array[Rect2] = []:
	set = set_parts
## The same where a rectangle would hold more emptiness than things: corners, one after another.
var shapes: Array[PackedVector2Array] = []:
	set = set_shapes
## Pixels of the window for one unit of the house.
var sharpness: float = 1.0
## The window shows it larger than it was drawn.
var _coarse: bool = false
var _port := SubViewport.new()
var _root := Node2D.new()
var _inner: Array[Bake] = []


static func create(a_region: Rect2, see_through: bool) -> Bake:
	var bake := Bake.new()
	bake.region = a_region
	bake.window = a_region
	bake._port.transparent_bg = see_through
	bake._port.disable_3d = true
	bake._port.gui_disable_input = true
	bake._port.size_2d_override_stretch = true
	bake._port.add_child(bake._root)
	bake.add_child(bake._port)
	bake.material = _see_through() if see_through else _hiding()
	return bake


## Things that take this part of the plane, over what is behind them.
static func around(part: Rect2) -> Bake:
	var bake := create(_on_grid(part), true)
	bake.parts = [part]
	return bake


func put(thing: CanvasItem) -> void:
	var inner := thing as Bake
	if inner:
		_inner.append(inner)
		inner.refreshed.connect(refresh)
	thing.draw.connect(refresh)
	_root.add_child(thing)


## It is rendered anew in this frame; what is not seen is when it comes to be seen.
func refresh() -> void:
	if not window.has_area():
		return
	_port.render_target_update_mode = SubViewport.UPDATE_ONCE
	refreshed.emit()


func set_parts(value: Array[Rect2]) -> void:
	parts = value
	queue_redraw()


func set_shapes(value: Array[PackedVector2Array]) -> void:
	shapes = value
	queue_redraw()


## Shows another part of the plane, or the same more or less finely; of it only what lies in `seen`.
func fit(a_region: Rect2, pixels: float, seen: Rect2 = a_region) -> void:
	var part := _on_grid(seen).intersection(a_region)
	var fine := minf(pixels, sqrt(MOST_PIXELS / maxf(1.0, part.get_area())))
	_coarse = fine < pixels - 0.001
	set_moving(false)
	if a_region == region and part == window and fine == sharpness:
		return
	region = a_region
	window = part
	sharpness = fine
	for inner: Bake in _inner:
		inner.fit(inner.region, sharpness, window)
	if is_node_ready():
		_fit()


## On whole pixels the nearest one is the right one, and cheap; while the camera is on its way neighbours are mixed.
func set_moving(moving: bool) -> void:
	texture_filter = TEXTURE_FILTER_LINEAR if moving or _coarse else TEXTURE_FILTER_NEAREST


func _ready() -> void:
	set_moving(false)
	_fit()


func _fit() -> void:
	visible = window.has_area()
	_port.size_2d_override = Vector2i(window.size) if visible else NONE
	_port.size = Vector2i((window.size * sharpness).round()) if visible else NONE
	_root.position = -window.position
	refresh()
	queue_redraw()


func _draw() -> void:
	var sharp := Vector2(_port.size) / window.size
	for shape: PackedVector2Array in shapes:
		var to_texture := Transform2D.IDENTITY.translated(-window.position).scaled(Vector2.ONE / window.size)
		draw_colored_polygon(shape, Color.WHITE, to_texture * shape, _port.get_texture())
	for part: Rect2 in parts if parts or shapes else [region] as Array[Rect2]:
		var there := part.intersection(window)
		if there.has_area():
			draw_texture_rect_region(
				_port.get_texture(), there, Rect2((there.position - window.position) * sharp, there.size * sharp)
			)


static func _on_grid(part: Rect2) -> Rect2:
	var from := (part.position / GRID).floor() * GRID
	return Rect2(from, (part.end / GRID).ceil() * GRID - from)


static func _see_through() -> Material:
	var paint := CanvasItemMaterial.new()
	paint.light_mode = CanvasItemMaterial.LIGHT_MODE_UNSHADED
	paint.blend_mode = CanvasItemMaterial.BLEND_MODE_PREMULT_ALPHA
	return paint


static func _hiding() -> Material:
	var paint := ShaderMaterial.new()
	paint.shader = Shader.new()
	paint.shader.code = OPAQUE
	return paint
