class_name Smoke
extends Node2D
## Smoke over the chimney while a program runs.

const PUFFS := 6
const LIFE := 4.2
const RISE := 62.0

var still: bool = false
var running: bool = false:
	set = set_running
var _time: float = 0.0
var _drawn: float = -1.0


func _ready() -> void:
	running = running


func set_running(value: bool) -> void:
	running = value
	visible = value
	set_process(value)
	queue_redraw()


func _process(delta: float) -> void:
	if still:
		return
	_time += delta
	if floorf(_time * Palette.DRAWINGS_REST) != _drawn:
		_drawn = floorf(_time * Palette.DRAWINGS_REST)
		queue_redraw()


func _draw() -> void:
	for i: int in PUFFS:
		var age := fposmod(_time / LIFE + float(i) / PUFFS, 1.0)
		var at := Vector2(sin(age * 4.0 + i) * 6.0 + age * 16.0, -age * RISE)
		var reach := 7.0 + 15.0 * age
		Brush.spot(self, at, Vector2(reach, reach), Color(Palette.PAPER, 0.75 * sin(PI * minf(1.0, age + 0.12))))
