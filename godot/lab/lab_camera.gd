class_name LabCamera
extends Node
## Looks at the house: moves and scales the view so that the house, one room or one figure fills the free part of the
## window.

## The way is done; what is baked can be drawn as finely as it is seen now.
signal settled
## It begins to move.
signal departed

## Scales are whole eightieths of a pixel per unit, so that 16:9 becomes whole pixels and baked things stay sharp.
const STEP := 80.0
const HOUSE := Rect2(0, 0, 1280, 720)
const ROOM_MARGIN := 26.0
const FOLLOW_ZOOM := 1.9

var view: Node2D
var still: bool = false
var _free := Rect2()
var _goal := HOUSE
var _figure: Node2D
var _way: Tween


static func create(a_view: Node2D) -> LabCamera:
	var camera := LabCamera.new()
	camera.view = a_view
	return camera


func _ready() -> void:
	get_viewport().size_changed.connect(_go.bind(false))
	_go(false)


## The part of the window, in its own units, in which the house is to be seen.
func fit(free: Rect2) -> void:
	_free = free
	_go(false)


func home() -> void:
	_figure = null
	_goal = HOUSE
	_go(true)


func look_at_room(phase: String) -> void:
	if not FloorPlan.ROOMS.has(phase):
		return
	_figure = null
	_goal = FloorPlan.ROOMS[phase].grow(ROOM_MARGIN)
	_go(true)


func looks_at(phase: String) -> bool:
	return _figure == null and FloorPlan.ROOMS.has(phase) and _goal == FloorPlan.ROOMS[phase].grow(ROOM_MARGIN)


func follow(figure: Node2D) -> void:
	_figure = figure
	departed.emit()


func is_home() -> bool:
	return _figure == null and _goal == HOUSE


## Pixels of the window for one unit of the house, now.
func pixels() -> float:
	return view.scale.x * _window_scale()


## What of the house's plane the window shows when the camera is at home, on a grid that keeps pixels whole.
func home_view() -> Rect2:
	var place := _place(HOUSE)
	var window := get_viewport().get_visible_rect()
	var seen := place.affine_inverse() * window
	var from := (seen.position / STEP).floor() * STEP
	return Rect2(from, ((seen.end / STEP).ceil() * STEP) - from)


func home_pixels() -> float:
	return _place(HOUSE).get_scale().x * _window_scale()


func free_part() -> Rect2:
	return _free if _free.has_area() else get_viewport().get_visible_rect()


func _process(delta: float) -> void:
	if _figure == null:
		return
	if not is_instance_valid(_figure):
		home()
		return
	var size := HOUSE.size / FOLLOW_ZOOM
	var centre := _figure.position + Vector2(0, -50)
	var half := size * 0.5
	centre = centre.clamp(half, HOUSE.size - half)
	var to := _place(Rect2(centre - half, size))
	var part := 1.0 if still else 1.0 - exp(-delta * 5.0)
	view.transform = Transform2D(0.0, view.scale.lerp(to.get_scale(), part), 0.0, view.position.lerp(to.origin, part))


func _go(smooth: bool) -> void:
	if not is_inside_tree():
		return
	if _way:
		_way.kill()
	var to := _place(_goal)
	if not smooth or still:
		view.transform = to
		settled.emit()
		return
	departed.emit()
	_way = create_tween().set_parallel().set_trans(Tween.TRANS_CUBIC).set_ease(Tween.EASE_IN_OUT)
	_way.tween_property(view, "scale", to.get_scale(), Palette.CAMERA_TIME)
	_way.tween_property(view, "position", to.origin, Palette.CAMERA_TIME)
	_way.chain().tween_callback(settled.emit)


## The transform that shows this part of the plane in the free part of the window, on whole pixels.
func _place(goal: Rect2) -> Transform2D:
	var window := _window_scale()
	var room := free_part()
	var fitting := minf(room.size.x / goal.size.x, room.size.y / goal.size.y)
	var scale := maxf(1.0, floorf(fitting * window * STEP)) / STEP / window
	var at := room.get_center() - goal.get_center() * scale
	return Transform2D(0.0, Vector2(scale, scale), 0.0, (at * window).round() / window)


func _window_scale() -> float:
	return maxf(0.1, get_viewport().get_final_transform().get_scale().x)
