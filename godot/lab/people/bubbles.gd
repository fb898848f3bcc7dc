class_name Bubbles
extends Node2D
## The bubbles of the cast: at most three, over everything in the house, each following its speaker.

const MOST := 3
## Over the speaker's hat, in units of the figure.
const OVER := Vector2(0, -94)
## How often they look for a better spot, in seconds.
const LOOK := 0.2

## By how much print grows at most because the house is small beside a panel.
const SMALL_HOUSE := 1.5

## How far who speaks may walk on before the bubble is over, in units of the house.
const STRIDE := 40.0

## What cards and toasts over the house hide of it, in the house; whoever moves them says so here.
static var cards: Array[Rect2] = []

## Units of the window for one of the house, where the camera rests: large print grows where the house is small.
static var seen_at: float = 1.0

## The camera looks at one room: what is beside it is not seen.
static var near: bool = false

var font_scale: float = 1.0:
	set = set_font_scale
var still: bool = false
## All who stand in the house: nobody's face is covered.
var people: Callable
## What the house has to be read now, in the house; without it what each room always has.
var exhibits: Callable
var _lines: Dictionary[String, Line] = {}
## What was said and is over: it does not come again.
var _over: Dictionary[String, int] = {}
var _look_in: float = 0.0
## How fine the letters were drawn.
var _zoom: float = 0.0


class Line:
	extends RefCounted
	var figure: Figure
	var bubble: Bubble
	var seq: int
	var live: bool = false
	var age: float = 0.0
	## All that its spot hung on when it was found.
	var found_for: int = 0
	## Where it was said; INF until the speaker has come there.
	var at: Vector2 = Vector2.INF


func _init() -> void:
	z_index = 40


## The sentences of a state: key → [figure, text, seq, whether it is written].
func show_lines(lines: Dictionary[String, Array], thinking: Array[String]) -> void:
	for key: String in _lines.keys():
		var line := _lines[key]
		var goes_on := line.live and key in thinking
		if not lines.has(key) and not goes_on:
			_end(key)
	for key: String in lines:
		var figure: Figure = lines[key][0]
		var text: String = lines[key][1]
		var seq: int = lines[key][2]
		var written: bool = lines[key][3]
		var line: Line = _lines.get(key)
		if line and line.live and key in thinking:
			continue
		if _over.get(key, -1) == seq and line == null:
			continue
		if line == null or line.seq != seq or line.live:
			_open(key, figure, text, seq, false, written)
	_look_in = 0.0


## The words of somebody who is speaking just now.
func stream(key: String, figure: Figure, text: String, written: bool = false) -> void:
	if text.is_empty():
		return
	_open(key, figure, text, 0, true, written)


func hush() -> void:
	for key: String in _lines.keys():
		_end(key)
	_over.clear()


func set_font_scale(value: float) -> void:
	if value == font_scale:
		return
	font_scale = value
	_set_anew()


func _set_anew() -> void:
	for line: Line in _lines.values():
		line.bubble.larger = _larger()
		line.bubble.say(line.bubble.text)
	_look_in = 0.0


func _larger() -> float:
	return font_scale * clampf(0.9 / seen_at, 1.0, SMALL_HOUSE) if font_scale > 1.0 else 1.0


## The boxes that are seen, in the house.
func boxes() -> Array[Rect2]:
	var found: Array[Rect2] = []
	for line: Line in _lines.values():
		if line.bubble.visible:
			found.append(Rect2(line.bubble.position + line.bubble.box().position, line.bubble.box().size))
	return found


## Whose bubble is at this place; null for none.
func speaker_at(at: Vector2) -> Figure:
	for line: Line in _lines.values():
		if line.bubble.visible and line.bubble.box().has_point(at - line.bubble.position):
			return line.figure
	return null


func newest() -> Figure:
	var found: Line = null
	for line: Line in _lines.values():
		if found == null or line.live or (line.seq > found.seq and not found.live):
			found = line
	return found.figure if found else null


func pass_time(delta: float) -> void:
	var speaks := newest()
	for key: String in _lines.keys():
		var line := _lines[key]
		if is_instance_valid(line.figure) and line.at == Vector2.INF and line.figure.walking():
			continue
		line.age += delta
		if line.at == Vector2.INF and is_instance_valid(line.figure):
			line.at = line.figure.position
		if not is_instance_valid(line.figure) or (line.age > Palette.BUBBLE_STAYS and line.figure != speaks):
			_end(key)
		elif line.figure.walking() and line.figure.position.distance_to(line.at) > STRIDE:
			_end(key)
		else:
			line.bubble.position = line.figure.position + OVER * line.figure.scale
	_look_in -= delta
	if _look_in <= 0.0:
		_look_in = LOOK
		arrange()
	if _zoom != Brush.zoom:
		_zoom = Brush.zoom
		_set_anew()


## Newest first; whoever finds no spot keeps silent until there is one.
func arrange() -> void:
	var order := _lines.values()
	order.sort_custom(
		func(a: Line, b: Line) -> bool: return (a.live and not b.live) or (a.live == b.live and a.seq > b.seq)
	)
	var taken := _taken()
	for line: Line in order:
		if line.at == Vector2.INF and line.figure.walking():
			line.bubble.visible = false
			continue
		line.bubble.position = line.figure.position + OVER * line.figure.scale
		_settle(line, taken)
		if line.bubble.visible:
			taken.append(Rect2(line.bubble.position + line.bubble.box().position, line.bubble.box().size).grow(4.0))


## The best spot of all shapes that the bubble can have, sought anew only when something came or went.
func _settle(line: Line, taken: Array[Rect2]) -> void:
	var bubble := line.bubble
	var room := FloorPlan.room_at(line.figure.position)
	var limits := FloorPlan.air(room)
	var reach := limits if near else FloorPlan.reach(room)
	var spared := _exhibits(room, reach)
	var bodies := _bodies(line.figure)
	var key := [bubble.text, bubble.larger, bubble.position.snapped(Vector2(2, 2)), reach, _rough(taken)]
	key.append_array([_rough(spared), _rough(bodies)])
	if line.found_for == key.hash():
		return
	line.found_for = key.hash()
	var best: BubbleSpot = null
	var lines := Bubble.LINES
	for shape: Array in Bubble.SHAPES:
		var count: int = shape[0]
		var price: float = shape[1]
		if not bubble.sizes().has(count) or (best and best.cost <= price):
			continue
		var box := Bubble.unmoved(bubble.sizes()[count])
		box.position += bubble.position
		var spot := BubbleSpot.find(
			box, FloorPlan.LEAN.get(room, bubble.position.x) as float, limits, taken, spared, reach, bodies
		)
		spot.cost += price
		if best == null or spot.cost < best.cost:
			best = spot
			lines = count
	bubble.visible = best.blocked < 40.0
	if bubble.visible:
		bubble.lay(lines)
		bubble.shift = best.shift
		bubble.tip = best.tip


func _exhibits(room: String, reach: Rect2) -> Array[Rect2]:
	if not exhibits.is_valid():
		return FloorPlan.boards(room)
	var found: Array[Rect2] = []
	for area: Rect2 in exhibits.call() as Array[Rect2]:
		if area.intersects(reach):
			found.append(area)
	return found


func _bodies(speaker: Figure) -> Array[Rect2]:
	var found: Array[Rect2] = []
	for figure: Figure in people.call() as Array[Figure]:
		if figure != speaker and figure.modulate.a > 0.5:
			found.append(figure.hit_rect())
	return found


## Faces breathe a little; that moves no bubble.
static func _rough(rects: Array[Rect2]) -> Array[Rect2]:
	var found: Array[Rect2] = []
	for rect: Rect2 in rects:
		found.append(Rect2(rect.position.snapped(Vector2(8, 8)), rect.size.snapped(Vector2(8, 8))))
	return found


func _taken() -> Array[Rect2]:
	var taken := FloorPlan.plates()
	taken.append_array(cards)
	for figure: Figure in people.call() as Array[Figure]:
		if figure.modulate.a > 0.5:
			taken.append(figure.face_rect())
			taken.append(figure.over_rect())
	return taken


func _open(key: String, figure: Figure, text: String, seq: int, live: bool, written: bool) -> void:
	var line: Line = _lines.get(key)
	if line == null:
		line = Line.new()
		line.figure = figure
		line.bubble = Bubble.create(figure.role, text, _larger(), _widest(figure))
		line.bubble.still = still
		line.bubble.position = figure.position + OVER * figure.scale
		if not figure.walking():
			line.at = figure.position
		_lines[key] = line
		add_child(line.bubble)
		_drop_oldest()
	else:
		line.bubble.say(text)
	line.bubble.written = written
	line.bubble.queue_redraw()
	line.seq = seq
	line.live = live
	line.age = 0.0
	_over.erase(key)
	arrange()


## How wide the text may be where somebody is, or will be.
static func _widest(figure: Figure) -> float:
	var air := FloorPlan.air(FloorPlan.room_at(figure.bound_for()))
	return minf(Palette.BUBBLE_WIDEST, air.size.x - Bubble.COLUMN - 2.0 * Bubble.PAD.x - 2.0)


func _drop_oldest() -> void:
	while _lines.size() > MOST:
		var oldest := ""
		for key: String in _lines:
			if oldest.is_empty() or _lines[key].age > _lines[oldest].age:
				oldest = key
		_end(oldest)


func _end(key: String) -> void:
	_over[key] = _lines[key].seq
	_lines[key].bubble.leave()
	_lines.erase(key)
