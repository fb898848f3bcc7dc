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
## What stays round a room that is looked at from near: above it the bare slab, on which the window's cards lie, below
## it the one with its plate.
const ABOVE := 26.0
const BESIDE := 14.0
const BELOW := 22.0
## The library has the sky above it instead.
const LIBRARY := Rect2(165, -62, 668, 322)
const FOLLOW_ZOOM := 1.9
## A figure is reached when the scale is right to this part.
const REACHED := 0.01

var view: Node2D
var still: bool = false
var _free := Rect2()
var _goal := HOUSE
var _figure: Node2D
## The room that is looked at; empty for none.
var _room: String = ""
## The camera has come to the figure and goes with it.
var _with: bool = false
## Where the view would be if there were parts of pixels.
var _at := Vector2.ZERO
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
	_room = ""
	_goal = HOUSE
	_go(true)


func look_at_room(phase: String) -> void:
	if not FloorPlan.ROOMS.has(phase):
		return
	_figure = null
	_room = phase
	_goal = frame(phase)
	_go(true)


func looks_at(phase: String) -> bool:
	return _figure == null and _room == phase


## The room that is looked at from near; empty for none.
func room_near() -> String:
	return _room if _figure == null else ""


## What of the plane is shown of a room that is looked at.
static func frame(phase: String) -> Rect2:
	if phase == "literature-review":
		return LIBRARY
	return FloorPlan.ROOMS[phase].grow_individual(BESIDE, ABOVE, BESIDE, BELOW)


func follow(figure: Node2D) -> void:
	if _way:
		_way.kill()
	_figure = figure
	_room = ""
	_with = false
	_at = view.position
	departed.emit()


func is_home() -> bool:
	return _figure == null and _goal == HOUSE


## It goes with a figure.
func follows() -> bool:
	return _figure != null


## What of the house's plane the window shows now.
func seen() -> Rect2:
	return view.transform.affine_inverse() * get_viewport().get_visible_rect()


## Pixels of the window for one unit of the house, now.
func pixels() -> float:
	return view.scale.x * _window_scale()


## What of the house's plane the window shows when the camera is at home, on a grid that keeps pixels whole.
func home_view() -> Rect2:
	var place := _place(HOUSE)
	var window := get_viewport().get_visible_rect()
	var shown := place.affine_inverse() * window
	var from := (shown.position / STEP).floor() * STEP
	return Rect2(from, ((shown.end / STEP).ceil() * STEP) - from)


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
	if absf(view.scale.x / to.get_scale().x - 1.0) < REACHED:
		view.scale = to.get_scale()
	_at = _at.lerp(to.origin, part)
	var window := _window_scale()
	view.transform = Transform2D(0.0, view.scale.lerp(to.get_scale(), part), 0.0, (_at * window).round() / window)
	if not _with and view.scale == to.get_scale():
		_with = true
		settled.emit()


func _go(smooth: bool) -> void:
	if not is_inside_tree():
		return
	if _way:
		_way.kill()
	if _figure:
		# It goes on from where it is, and says anew when it is there.
		_with = false
		departed.emit()
		return
	var to := _over_land(_place(_goal)) if _room else _place(_goal)
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


## The same, moved aside where it would show more than the land that there is; above it the sky goes on.
func _over_land(place: Transform2D) -> Transform2D:
	var land := home_view()
	var shown := place.affine_inverse() * get_viewport().get_visible_rect()
	var x := clampf(shown.position.x, land.position.x, maxf(land.position.x, land.end.x - shown.size.x))
	var y := minf(shown.position.y, land.end.y - shown.size.y)
	var window := _window_scale()
	var aside := (shown.position - Vector2(x, y)) * place.get_scale()
	place.origin += (aside * window).round() / window
	return place


func _window_scale() -> float:
	return maxf(0.1, get_viewport().get_final_transform().get_scale().x)
