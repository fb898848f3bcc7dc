class_name Happening
extends Node2D
## What a moment does to the things in the house for a while: smoke, lights, a sign. Drawn over all, in the house's own
## units; one entry of the log each. Without motion it is one still picture of it.

const TIME := 2.6
## Drawings a second, as people have.
const DRAWINGS := 24.0
## Of its time, where the still picture is taken.
const STILL_AT := 0.3
## What each moment does, in this order.
const PARTS: Dictionary[Moment.Kind, Array] = {
	Moment.Kind.PROGRAM_STARTED: ["_lamps_run", "_sign_run"],
	Moment.Kind.PROGRAM_DONE: ["_lamps_good", "_sign_good", "_ring_good"],
	Moment.Kind.PROGRAM_FAILED: ["_lamps_bad", "_smoke", "_ring_bad"],
	Moment.Kind.FAULT: ["_console_bad"],
	Moment.Kind.RESUMED: ["_lights_up", "_clock_turns"],
}
## The server rack of the machine bench: its lamps, the first and the way to the next; its top.
const LAMP := Vector2(954, 339)
const NEXT_LAMP := Vector2(0, 19)
const LAMPS := 5
const RACK_TOP := Vector2(966, 324)
## The lights of the console on the bench.
const CONSOLE := Vector2(1054, 376.5)
const CONSOLE_STEP := Vector2(7.4, 0)
const CONSOLE_LIGHTS := 6
## The clock over the front door.
const CLOCK := Vector2(452, 512)

var kind: Moment.Kind
## Where the thing is seen that it is about, in the house; empty when it is not to be seen.
var areas: Array[Rect2] = []
## Minutes that the run was at work, for the clock.
var minutes: float = 0.0
var still: bool = false
## From 0 to 1.
var part: float = 0.0
var _age: float = 0.0
var _drawn: int = -1


static func has(a_kind: Moment.Kind) -> bool:
	return PARTS.has(a_kind)


static func create(a_kind: Moment.Kind, some_areas: Array[Rect2], a_still: bool, some_minutes: float) -> Happening:
	var made := Happening.new()
	made.kind = a_kind
	made.areas = some_areas
	made.still = a_still
	made.minutes = some_minutes
	made.z_index = 30
	return made


func pass_time(delta: float) -> void:
	_age += delta
	part = minf(1.0, _age / TIME)
	if not still and floori(_age * DRAWINGS) != _drawn:
		_drawn = floori(_age * DRAWINGS)
		queue_redraw()


func _draw() -> void:
	for name: String in PARTS[kind]:
		call(name, STILL_AT if still else part)


func _lamps_run(t: float) -> void:
	for i: int in LAMPS:
		_glow(LAMP + NEXT_LAMP * i, Palette.best(), 1.0 if floori(t * 16.0) % LAMPS >= i else 0.25)


func _lamps_good(t: float) -> void:
	for i: int in LAMPS:
		_glow(LAMP + NEXT_LAMP * i, Palette.good().lightened(0.3), _fade(t))


func _lamps_bad(t: float) -> void:
	for i: int in LAMPS:
		_glow(LAMP + NEXT_LAMP * i, Palette.bad().lightened(0.1), _fade(t) * _flicker(t, i))


func _console_bad(t: float) -> void:
	for i: int in CONSOLE_LIGHTS:
		_glow(CONSOLE + CONSOLE_STEP * i, Palette.bad().lightened(0.1), _fade(t) * _flicker(t, 0))


func _glow(at: Vector2, tone: Color, bright: float) -> void:
	Brush.spot(self, at, Vector2(13, 13), Color(tone, 0.8 * bright))
	draw_circle(at, 3.0, Color(tone, bright), true, -1.0, true)


## A wheel that turns: it runs.
func _sign_run(t: float) -> void:
	var at := RACK_TOP + Vector2(0, -24)
	var tone := Color(Palette.INK, _fade(t))
	draw_circle(at, 13.0, Color(Palette.PAPER, _fade(t)), true, -1.0, true)
	for i: int in 8:
		var out := Vector2.from_angle(TAU * (i / 8.0 + t * 1.5))
		draw_line(at + out * 5.0, at + out * 9.0, tone, 3.4, true)
	draw_arc(at, 5.6, 0.0, TAU, 24, tone, 3.0, true)


func _sign_good(t: float) -> void:
	var at := RACK_TOP + Vector2(0, -24 - 4.0 * sin(minf(1.0, t * 5.0) * PI))
	draw_circle(at, 13.0, Color(Palette.good(), _fade(t)), true, -1.0, true)
	var tick := Looks.dots([-5.8, 0.4, -1.6, 4.8, 6.2, -4.8])
	draw_polyline(Transform2D(0.0, at) * tick, Color(Palette.PAPER, _fade(t)), 3.4, true)


## Puffs that rise out of the rack, one after another, and grow thin.
func _smoke(t: float) -> void:
	for i: int in 7:
		var age := t * 1.7 - i * 0.09
		if age <= 0.0 or age >= 1.0:
			continue
		var at := RACK_TOP + Vector2(sin(i * 2.4) * 9.0 + sin(age * 5.0 + i) * 4.0, -4.0 - age * 54.0)
		var grey := Palette.INK.lerp(Palette.MIST, 0.2 + 0.4 * age)
		draw_circle(at, 6.0 + 11.0 * age, Color(grey, 0.72 * (1.0 - age * age)), true, -1.0, true)


func _ring_good(t: float) -> void:
	_ring(Palette.good().lightened(0.25), t)


func _ring_bad(t: float) -> void:
	_ring(Palette.bad().lightened(0.1), t)


## Three flashes round what it is about.
func _ring(tone: Color, t: float) -> void:
	var bright := 1.0 if still else absf(cos(t * PI * 3.0)) * _fade(t)
	for area: Rect2 in areas:
		var style := StyleBoxFlat.new()
		Brush.spot(self, area.get_center(), area.size * 1.1, Color(tone, 0.9 * bright))
		style.bg_color = Color(tone, 0.3 * bright)
		style.border_color = Color(Palette.PAPER, bright)
		style.set_border_width_all(3)
		style.set_corner_radius_all(12)
		draw_style_box(style, area.grow(4.0))


## The lamps of all rooms come on again, not quite at once.
func _lights_up(t: float) -> void:
	var i := 0
	for room: String in FloorPlan.ROOMS:
		var bright := _fade(t) * _flicker(t, i)
		var lamp := RoomShape.lamp(room) + Vector2(0, 8)
		Brush.spot(self, lamp + Vector2(0, 22), Vector2(86, 66), Color(Palette.HONEY.lightened(0.3), 0.6 * bright))
		Brush.spot(self, lamp, Vector2(26, 20), Color(Palette.PAPER, 0.85 * bright))
		i += 1


## The hands run once round to the time that the run has been at work; the picture stays that of the clock.
func _clock_turns(t: float) -> void:
	var now := minutes + (0.0 if still else 60.0 * (1.0 - smoothstep(0.0, 0.8, t)))
	draw_circle(CLOCK, 21.0, Color(Palette.HONEY, 0.8 * _fade(t)), true, -1.0, true)
	WallClock.face(self, CLOCK, now)


## Comes at once and goes softly.
func _fade(t: float) -> float:
	return 1.0 - smoothstep(0.75, 1.0, t)


## On and off in the first third, each lamp in its own way; then on.
func _flicker(t: float, which: int) -> float:
	if still or t > 0.34:
		return 1.0
	return 1.0 if absi(hash(floori(t * 40.0) * 31 + which)) % 3 > 0 else 0.15
