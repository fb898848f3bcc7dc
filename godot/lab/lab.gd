class_name Lab
extends Node2D
## The house in section, in its own 1280×720: layers of still things that are baked, people and light between them. It
## shows a state, plays moments, and says what was picked. Its transform is the camera's.

@warning_ignore("unused_signal")
signal picked(pick: Pick)

const HOUSE := Rect2(0, 0, 1280, 720)
## Steps of the hour, so that dusk does not draw everything anew in each frame.
const HOUR_STEP := 0.125

var people := Cast.new()
var camera := LabCamera.create(self)
var objects := LabObjects.new()
var settings: Settings:
	set = set_settings
var hour: float = -1.0:
	set = set_hour
var _land := Land.new()
var _clouds := Clouds.new()
var _smoke := Smoke.new()
var _house := House.new()
var _outside := Node2D.new()
var _gaps := Node2D.new()
var _stage := Node2D.new()
var _lights := Lights.new()
var _plates := Plates.new()
var _glow := NightGlow.new()
var _outline := PickOutline.create(objects)
var _sky := Bake.create(HOUSE, false)
var _attic := Bake.create(Section.ATTIC_REGION, true)
var _back := Bake.create(Section.BODY_REGION, false)
var _front := Bake.create(Section.FRONT, true)
var _cut := Bake.create(HOUSE, true)
## The section plane without its plates.
var _plane := Bake.create(HOUSE, true)
var _door := FrontDoor.new()
var _panes := Furnishing.windows()
var _dusk: Tween


func _ready() -> void:
	_build()
	people.picked.connect(picked.emit)
	people.exhibits = objects.exhibits
	people.door_used.connect(_door.set_open)
	camera.departed.connect(_soften)
	camera.settled.connect(_refit)
	add_child(camera)
	if settings == null:
		settings = Settings.new()
	set_hour(Day.MORNING if hour < 0.0 else hour)


## Shows a state: people, objects, lamps, hour. Without animation everything is at its place at once.
func show_state(state: Dictionary, animate: bool) -> void:
	var move := animate and not settings.reduced_motion
	_lights.work_in(rooms_at_work(state), move)
	_plates.show_state(state, rooms_at_work(state))
	objects.show_state(state, move)
	_smoke.running = BenchData.running(state)
	_turn_to(Day.hour(state), move)
	people.show_state(state, animate)


## The rooms whose lamps are on: that of the phase at work; once the run is over the round table, where everybody
## meets, and the hall, where the report lies.
static func rooms_at_work(state: Dictionary) -> Array[String]:
	if Fields.has(state, "outcome"):
		return ["results-interpretation", "hall"]
	var rooms: Array[String] = []
	if not RunState.phase(state).is_empty():
		rooms.append(RunState.phase(state))
	return rooms


## Plays one moment: the gesture of a person and what an object does.
func act(moment: Moment) -> void:
	people.act(moment)
	if settings.reduced_motion or not Pulse.OBJECTS.has(moment.kind):
		return
	var thing := objects.all[Pulse.OBJECTS[moment.kind]]
	var around := Rect2(thing.position + thing.area().position, thing.area().size)
	_outline.add_child(Pulse.create(around, moment.kind == Moment.Kind.PROGRAM_FAILED))


## Shows what is selected.
func show_pick(pick: Pick) -> void:
	_outline.select(pick if pick and not pick.kind.is_empty() else null)
	people.show_pick(pick if pick else Pick.new())


func set_settings(value: Settings) -> void:
	settings = value
	settings.changed.connect(_obey)
	_obey()


func set_hour(value: float) -> void:
	var stepped := snappedf(value, HOUR_STEP)
	if stepped == hour:
		return
	hour = stepped
	_land.hour = hour
	_clouds.set_hour(hour)
	_plates.hour = hour
	_lights.night = Day.night(hour)
	_glow.set_night(Day.night(hour))
	_plane.self_modulate = Day.tint(hour)
	_outside.modulate = Day.tint(hour)
	_gaps.modulate = Day.tint(hour)
	_back.refresh()
	_cut.refresh()
	for pane: Pane in _panes:
		pane.hour = hour


func _unhandled_input(event: InputEvent) -> void:
	var mouse := event as InputEventMouse
	if mouse == null:
		return
	var under := objects.pick_at((make_input_local(mouse) as InputEventMouse).position)
	if mouse is InputEventMouseMotion:
		var someone := people.figure_at((make_input_local(mouse) as InputEventMouse).position)
		_outline.hover(null if someone else under)
		Input.set_default_cursor_shape(Input.CURSOR_POINTING_HAND if under or someone else Input.CURSOR_ARROW)
	var press := event as InputEventMouseButton
	if press and press.pressed and press.button_index == MOUSE_BUTTON_LEFT and under:
		get_viewport().set_input_as_handled()
		picked.emit(under)


func _input(event: InputEvent) -> void:
	if event is InputEventMouseMotion and get_viewport().gui_get_hovered_control() != null:
		_leave()


func _notification(what: int) -> void:
	if what == NOTIFICATION_WM_MOUSE_EXIT and is_node_ready():
		_leave()


func _leave() -> void:
	if _outline.hovered:
		_outline.hover(null)
		Input.set_default_cursor_shape(Input.CURSOR_ARROW)


func _build() -> void:
	_sky.put(_land)
	_furnish()
	for plant: SwayingPlant in Furnishing.plants():
		_stage.add_child(plant)
	for plant: SwayingPlant in Furnishing.terrace_plants():
		_outside.add_child(plant)
	var lit := Node2D.new()
	for name: String in objects.all:
		if name in LabObjects.LIT:
			lit.add_child(objects.all[name])
		else:
			_put_object(objects.all[name], name in LabObjects.IN_FRONT)
	objects.lantern().letterbox.position = objects.lantern().position
	_back.put(objects.lantern().letterbox)
	_stage.y_sort_enabled = true
	people.y_sort_enabled = true
	objects.bench().blink.position = objects.bench().position
	_stage.add_child(objects.bench().blink)
	_stage.add_child(people)
	_door.position = Vector2(452, 650)
	_back.put(_door)
	_smoke.position = Vector2(657, 36)
	_plane.put(_house)
	_cut.put(_plane)
	_cut.put(_plates)
	_attic.shapes = [Section.ATTIC]
	_back.parts = [Section.BODY]
	_front.parts = [Rect2(128, 628, 192, 62), Rect2(618, 610, 256, 76), Rect2(950, 626, 252, 62)]
	_cut.parts = Section.plane()
	_cut.shapes = Section.roof()
	_plane.parts = _cut.parts
	_plane.shapes = Section.roof()
	for layer: Node2D in [
		_sky, _clouds, _smoke, _attic, _back, _outside, _stage, _front, _lights, _cut, _glow, lit, _outline
	]:
		add_child(layer)


## What never changes is rendered for itself: it is only copied when something before it changed.
func _furnish() -> void:
	var still_body := Bake.create(Section.BODY_REGION, false)
	var still_attic := Bake.create(Section.ATTIC_REGION, true)
	still_body.parts = [Section.BODY]
	still_attic.shapes = [Section.ATTIC]
	still_body.put(_masonry())
	for thing: Node2D in Furnishing.walls() + Furnishing.behind():
		still_body.put(thing)
	for thing: Node2D in Furnishing.under_roof():
		still_attic.put(thing)
	_back.put(still_body)
	_attic.put(still_attic)
	for gap: Node2D in Furnishing.gaps():
		_gaps.add_child(gap)
	_back.put(_gaps)
	for pane: Pane in _panes:
		_behind(pane).put(pane)
	for thing: Node2D in Furnishing.pictures():
		_back.put(thing)
	for thing: Node2D in Furnishing.before():
		_front.put(thing)


## What is behind the rooms: seen in the thin seams between them and the section plane.
static func _masonry() -> Node2D:
	var wall := Node2D.new()
	wall.draw.connect(func() -> void: wall.draw_rect(Section.BODY, Palette.PLASTER.darkened(0.5)))
	return wall


func _put_object(thing: LabObject, in_front: bool) -> void:
	if in_front:
		_front.put(thing)
		return
	var extent := thing.extent()
	var alone := Bake.around(Rect2(thing.position + extent.position, extent.size))
	alone.put(thing)
	_behind(thing).put(alone)


## The layer that has the back wall behind a thing.
func _behind(thing: Node2D) -> Bake:
	return _attic if thing.position.y < Section.BODY.position.y else _back


## The window changed, or the camera has come to where it goes: baked things are drawn as finely as they are seen, and
## of a room that is near only what is seen; the land reaches as far as it is seen.
func _refit() -> void:
	var far := camera.home_view()
	_land.region = far
	_clouds.region = far
	var high := far.grow_individual(0, Land.OVER, 0, 0)
	_sky.parts = Section.around(high)
	_sky.shapes = Section.above(high)
	var near := far if camera.is_home() or camera.follows() else camera.seen()
	_bake(high if camera.room_near() else far, near, maxf(camera.pixels(), camera.home_pixels()))
	if camera.follows():
		_mix(true)


## The camera is on its way: the whole house may be seen, and nothing lies on whole pixels.
func _soften() -> void:
	var far := camera.home_view()
	_bake(far, far, camera.home_pixels())
	_mix(true)


func _bake(land: Rect2, near: Rect2, pixels: float) -> void:
	_plates.only = camera.room_near()
	var was_near := Brush.is_near()
	Brush.zoom = pixels
	if was_near != Brush.is_near():
		_redraw_melted()
	Bubbles.seen_at = scale.x
	Bubbles.near = not camera.room_near().is_empty()
	_sky.fit(land, pixels, near)
	for bake: Bake in _layers():
		bake.fit(bake.region, pixels, near)


## What is drawn once and stands in the window itself.
func _redraw_melted() -> void:
	for layer: Node2D in [_stage, _outside, _clouds]:
		for thing: Node2D in layer.get_children():
			thing.queue_redraw()


func _mix(moving: bool) -> void:
	_sky.set_moving(moving)
	for bake: Bake in _layers():
		bake.set_moving(moving)


func _layers() -> Array[Bake]:
	return [_attic, _back, _front, _cut]


func _turn_to(to: float, animate: bool) -> void:
	if _dusk:
		_dusk.kill()
	if not animate or absf(to - hour) < HOUR_STEP:
		hour = to
		return
	var way := fposmod(to - hour, 24.0)
	var from := hour
	_dusk = create_tween()
	_dusk.tween_method(func(part: float) -> void: hour = fposmod(from + way * part, 24.0), 0.0, 1.0, Palette.DUSK_TIME)


## Settings changed: motion, colours, language.
func _obey() -> void:
	var still := settings.reduced_motion
	Palette.safe_colours = settings.safe_colours
	camera.still = still
	people.settings = settings
	_clouds.still = still
	_smoke.still = still
	objects.bench().still = still
	objects.lantern().still = still
	for layer: Node2D in [_stage, _outside]:
		for thing: Node in layer.get_children():
			if thing is SwayingPlant:
				(thing as SwayingPlant).still = still
	Brush.larger = minf(settings.font_scale, Palette.BOARD_PRINT)
	objects.redraw()
	_plates.queue_redraw()
	_outline.queue_redraw()
