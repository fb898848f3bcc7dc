class_name Lab
extends Node2D
## The house in section: lays out the hall and seven rooms in 1280×720, walks figures through them, lights the working one.

@warning_ignore("unused_signal")
signal picked(pick: Pick)

const TITLES: Dictionary[String, String] = {
	"literature-review": "Library",
	"plan-formulation": "Whiteboard room",
	"data-preparation": "Data store",
	"running-experiments": "Machine bench",
	"results-interpretation": "Round table",
	"report-writing": "Writing desks",
	"report-refinement": "Review court",
	"hall": "Hall",
}

var people := Cast.new()
var night: float = 0.0:
	set = set_night
var working: String = ""
var notes: Dictionary[String, String] = {}
var lights: Dictionary[String, RoomLight] = {}
var shelf := Shelf.new()
var board := Whiteboard.new()
var crates := Crates.new()
var bench := Bench.new()
var display := Display.new()
var pages := Pages.new()
var verdicts := Verdicts.new()
var gauges := Gauges.new()
var _land := Land.new()
var _outside := Node2D.new()
var _house := House.new()
var _plates := Node2D.new()
var _back := Bake.create(Rect2(0, 0, 1280, 720), false)
var _stage := Node2D.new()
var _front := Bake.create(Rect2(52, 616, 1180, 74), true)
var _cut := Bake.create(Rect2(0, 0, 1280, 720), true)
var _dark := Node2D.new()
var _talk := Node2D.new()
var _panes: Array[Pane] = []


func _ready() -> void:
	_stage.y_sort_enabled = true
	_back.put(_land)
	_back.put(_outside)
	_furnish()
	add_child(_back)
	add_child(_stage)
	add_child(_front)
	for id: String in FloorPlan.ROOMS:
		_light(id)
	_cut.put(_house)
	_cut.parts = [
		Rect2(150, 8, 700, 188),
		Rect2(850, 110, 390, 86),
		Rect2(30, 196, 1220, 62),
		Rect2(30, 462, 1220, 22),
		Rect2(30, 688, 1220, 22),
		Rect2(30, 258, 24, 204),
		Rect2(30, 484, 24, 204),
		Rect2(1226, 258, 24, 204),
		Rect2(1226, 484, 24, 204)
	]
	for x: float in [392.0, 594.0, 912.0]:
		_cut.parts.append_array([Rect2(x - 2, 258, 16, 96), Rect2(x - 2, 484, 16, 96)])
	_cut.put(_plates)
	_plates.draw.connect(_draw_plates)
	add_child(_cut)
	var glow := CanvasItemMaterial.new()
	glow.blend_mode = CanvasItemMaterial.BLEND_MODE_ADD
	_dark.material = glow
	_dark.draw.connect(_draw_dark)
	add_child(_dark)
	add_child(_talk)
	set_night(night)


## Shows a state: people, objects, lamps, hour. Without animation everything is at its place at once.
func show_state(_state: Dictionary, _animate: bool) -> void:
	pass


## Plays one moment: the gesture of a person and what an object does.
func act(_moment: Moment) -> void:
	pass


## Shows what is selected.
func show_pick(_pick: Pick) -> void:
	pass


func set_night(value: float) -> void:
	var hour := snappedf(value, 1.0 / 16.0)
	for light: RoomLight in lights.values():
		light.night = value
	_dark.modulate.a = value
	_dark.visible = value > 0.01
	if hour == night and _land.night == hour:
		return
	night = hour
	_land.night = hour
	_house.self_modulate = Color.WHITE.lerp(Color(0.45, 0.42, 0.55), hour)
	_outside.modulate = Color.WHITE.lerp(Color(0.42, 0.42, 0.62), hour)
	_back.refresh()
	_cut.refresh()
	for pane: Pane in _panes:
		pane.night = hour
	_plates.queue_redraw()


func work_in(id: String) -> void:
	if working in lights:
		lights[working].fade_to(0.0)
	working = id
	if working in lights:
		lights[working].fade_to(1.0)
	_plates.queue_redraw()


func note(id: String, text: String) -> void:
	notes[id] = text
	_plates.queue_redraw()


func enter(
	role: Palette.Role, id: String, slot: int, pose: Figure.Pose = Figure.Pose.IDLE, facing: float = 1.0
) -> Figure:
	var figure := Figure.create(role, FloorPlan.spot(id, slot))
	figure.pose = pose
	figure.facing = facing
	figure.scale = Vector2.ONE * Palette.FIGURE_SCALE
	_stage.add_child(figure)
	return figure


func send(figure: Figure, id: String, slot: int) -> void:
	figure.walk(FloorPlan.route(figure.position, FloorPlan.spot(id, slot)))


## At most three bubbles, inside the picture, none over another.
func say(figure: Figure, text: String) -> Bubble:
	while _talk.get_child_count() > 2:
		_talk.remove_child(_talk.get_child(0))
	var bubble := Bubble.create(figure.role, text)
	bubble.position = figure.position + Vector2(0, -102)
	var limits := Rect2(10, 8, 1260, 704)
	for id: String in FloorPlan.ROOMS:
		if FloorPlan.ROOMS[id].has_point(figure.position):
			limits = FloorPlan.ROOMS[id].grow(-3)
			bubble.shift.x = clampf(
				FloorPlan.LEAN.get(id, bubble.position.x) as float - bubble.position.x,
				-bubble.box().size.x * 0.4,
				bubble.box().size.x * 0.4
			)
	var box := Rect2(bubble.position + bubble.box().position, bubble.box().size)
	var shift := (
		bubble.shift
		+ Vector2(
			maxf(0, limits.position.x - box.position.x) + minf(0, limits.end.x - box.end.x),
			maxf(0, limits.position.y - box.position.y)
		)
	)
	for other: Bubble in _talk.get_children():
		var taken := Rect2(other.position + other.box().position, other.box().size).grow(6)
		if taken.intersects(Rect2(box.position + shift, box.size)):
			var right := taken.end.x - box.position.x
			var left := taken.position.x - box.end.x
			shift.x = (
				right if (absf(right) < absf(left) or box.position.x + left < 10) and box.end.x + right < 1270 else left
			)
	bubble.shift = shift
	_talk.add_child(bubble)
	return bubble


func hush() -> void:
	for bubble: Bubble in _talk.get_children():
		bubble.leave()


func _furnish() -> void:
	var plaster := Palette.PLASTER
	var walls: Dictionary[String, Color] = {
		"literature-review": plaster.lerp(Palette.CLAY, 0.3),
		"plan-formulation": plaster.lerp(Palette.SAGE, 0.55),
		"data-preparation": plaster.lerp(Palette.MIST, 0.6),
		"running-experiments": plaster.lerp(Palette.HONEY, 0.28),
		"results-interpretation": plaster.lerp(Palette.MIST, 0.45),
		"report-writing": plaster.lerp(Palette.CLAY, 0.34),
		"report-refinement": plaster.lerp(Palette.SAGE, 0.5),
		"hall": plaster,
	}
	_back.put(Room.create(Rect2(404, 256, 190, 208), plaster, true, true))
	for id: String in FloorPlan.ROOMS:
		var left := id not in ["plan-formulation", "results-interpretation", "literature-review"]
		var right := id not in ["running-experiments", "report-refinement", "literature-review"]
		_back.put(Room.create(FloorPlan.ROOMS[id], walls[id], left, right, id == "literature-review"))
	for x: float in [392.0, 594.0, 912.0]:
		for y: float in [464.0, 690.0]:
			_outside.add_child(_gap(Rect2(x, y - 126, 12, 126)))
	for pane: Pane in [
		Pane.create(Vector2(499, 88), Vector2(52, 52), true),
		Pane.create(Vector2(290, 300), Vector2(46, 74)),
		Pane.create(Vector2(1076, 526), Vector2(56, 56), true)
	]:
		_panes.append(pane)
		_back.put(pane)
	_put(shelf, Vector2(262, 198))
	_put(board, Vector2(72, 325))
	_put(crates, Vector2(690, 424))
	_put(bench, Vector2(1028, 424))
	_put(display, Vector2(126, 504))
	_put(pages, Vector2(668, 508))
	bench.blink.position = bench.position
	_stage.add_child(bench.blink)
	_put(gauges, Vector2(415, 296))
	var kind := Furniture.Kind
	_back.put(Furniture.create(kind.STAIRS, Vector2(FloorPlan.STAIR_X, 672)))
	_back.put(Furniture.create(kind.DOOR, Vector2(452, 650), Palette.MOSS))
	for x: float in [1006.0, 1152.0]:
		_back.put(Furniture.create(kind.PICTURE, Vector2(x, 526), Palette.SAGE))
	_back.put(Furniture.create(kind.BOXES, Vector2(655, 428)))
	_back.put(Furniture.create(kind.SERVER, Vector2(966, 428)))
	_back.put(Furniture.create(kind.RUG, Vector2(690, 226), Palette.BRICK))
	_back.put(Furniture.create(kind.RUG, Vector2(222, 668), Palette.CLAY))
	for thing: Furniture in [
		Furniture.create(kind.ARMCHAIR, Vector2(704, 212), Palette.MOSS),
		Furniture.create(kind.PLANT, Vector2(1200, 660), Palette.HONEY),
		Furniture.create(kind.FLOOR_LAMP, Vector2(640, 206), Palette.HONEY),
		Furniture.create(kind.CHAIR, Vector2(172, 660), Palette.CLAY),
		Furniture.create(kind.CHAIR, Vector2(276, 660), Palette.CLAY),
		Furniture.create(kind.PLANT, Vector2(874, 658), Palette.CLAY),
	]:
		_back.put(thing)
	for thing: Furniture in [
		Furniture.create(kind.TABLE, Vector2(222, 680), Palette.BRICK),
		Furniture.create(kind.COURT, Vector2(1076, 682)),
		Furniture.create(kind.DESK, Vector2(680, 682), Palette.BRICK),
		Furniture.create(kind.DESK, Vector2(810, 682), Palette.MOSS),
	]:
		_front.put(thing)
	verdicts.position = Vector2(1076, 682)
	_front.put(verdicts)
	for x: float in [96.0, 870.0, 1168.0]:
		_outside.add_child(Furniture.create(kind.PLANT, Vector2(x, 238), Palette.CLAY))


func _put(thing: Node2D, at: Vector2) -> void:
	thing.position = at
	_back.put(thing)


func _gap(rect: Rect2) -> Node2D:
	var gap := Node2D.new()
	gap.draw.connect(
		func() -> void:
			Brush.fade(gap, rect, Palette.PLASTER.darkened(0.5), Palette.PLASTER.darkened(0.35))
			Brush.fade(
				gap,
				Rect2(rect.position.x, rect.end.y - 38, rect.size.x, 38),
				Palette.OAK.darkened(0.3),
				Palette.OAK.darkened(0.08)
			)
	)
	return gap


func _light(id: String) -> void:
	var rect := FloorPlan.ROOMS[id]
	var outline := Brush.corners(rect)
	var lamp := Vector2(rect.position.x + 34, rect.position.y + 40)
	if id == "literature-review":
		outline = PackedVector2Array(
			[Vector2(191, 238), Vector2(191, 176), Vector2(499, 40), Vector2(807, 176), Vector2(807, 238)]
		)
		lamp = Vector2(566, 116)
	elif id == "hall":
		outline = Brush.corners(Rect2(404, 256, 190, 434))
		lamp = Vector2(512, 522)
	_back.put(
		Furniture.create(
			Furniture.Kind.LAMP,
			lamp,
			Palette.MOSS if id in ["literature-review", "report-writing", "running-experiments"] else Palette.CLAY
		)
	)
	lights[id] = RoomLight.create(outline, lamp)
	add_child(lights[id])


## What shines at night: bulbs on the terrace, the wall display, moonlight under the round windows.
func _draw_dark() -> void:
	for at: Vector2 in House.bulbs():
		Brush.spot(_dark, at, Vector2(22, 22), Color(Palette.HONEY, 0.55))
		_dark.draw_circle(at, 4.0, Palette.HONEY, true, -1.0, true)
	Brush.spot(_dark, Vector2(224, 552), Vector2(190, 110), Color(Palette.MIST, 0.28))
	Brush.spot(_dark, Vector2(1125, 328), Vector2(150, 80), Color(Palette.HONEY, 0.12))
	Brush.spot(_dark, Vector2(560, 150), Vector2(80, 90), Color(Palette.MIST, 0.16))


func _draw_plates() -> void:
	var number := 0
	for id: String in FloorPlan.ROOMS:
		number += 1
		var rect := FloorPlan.ROOMS[id]
		var live := id == working
		var late := night > 0.85
		var ink := Palette.PAPER if late else Palette.INK
		var width := rect.size.x
		var x := rect.position.x
		if id == "literature-review":
			x = 195.0
			width = 600.0
		var title := TITLES[id]
		var wide := Palette.bold.get_string_size(title, HORIZONTAL_ALIGNMENT_LEFT, -1, 12).x
		if live:
			Brush.box(_plates, Rect2(x + 4, rect.end.y + 1, wide + 34, 16), Palette.HONEY, 8)
		if id != "hall":
			_plates.draw_circle(
				Vector2(x + 14, rect.end.y + 9), 7.0, Palette.INK if live else Color(ink, 0.9), true, -1.0, true
			)
			Brush.label(
				_plates,
				Palette.bold,
				Vector2(x + 9, rect.end.y + 13),
				str(number),
				11,
				Palette.NIGHT if late and not live else Palette.PAPER,
				10,
				HORIZONTAL_ALIGNMENT_CENTER
			)
		Brush.label(
			_plates,
			Palette.bold,
			Vector2(x + 26, rect.end.y + 13.5),
			title,
			12,
			Palette.INK if live else ink,
			width - 40
		)
		if notes.has(id):
			Brush.label(
				_plates,
				Palette.regular,
				Vector2(x + wide + 44, rect.end.y + 13.5),
				notes[id],
				12,
				Color(ink, 0.88),
				width - wide - 52,
				HORIZONTAL_ALIGNMENT_RIGHT
			)
