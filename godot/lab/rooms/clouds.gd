class_name Clouds
extends Node2D
## Clouds that drift over the sky behind the house, each drawn once and then only moved.

## Place, size and units a second.
const FLOCK: Array[Array] = [
	[Vector2(232, 48), 0.7, 2.6],
	[Vector2(905, 62), 1.1, 3.4],
	[Vector2(1216, 88), 0.8, 2.9],
	[Vector2(1060, 40), 0.55, 2.1],
	[Vector2(560, -60), 0.9, 3.0],
	[Vector2(-260, 110), 0.9, 3.1],
	[Vector2(1560, 60), 1.0, 2.7],
]
const MARGIN := 90.0

var still: bool = false
var region: Rect2 = Rect2(0, 0, 1280, 720)
var _time: float = 0.0
var _moved: float = -1.0


func _ready() -> void:
	for row: Array in FLOCK:
		var cloud := Node2D.new()
		var size: float = row[1]
		cloud.draw.connect(_draw_cloud.bind(cloud, size))
		add_child(cloud)
	_place()


func set_hour(value: float) -> void:
	var night := Day.night(value)
	var tone := Palette.PAPER.lerp(Day.sky(value)[1].lightened(0.2), Day.glow(value) * 0.7)
	modulate = tone.lerp(Palette.NIGHT.lerp(Palette.MIST, 0.3), night)


func _process(delta: float) -> void:
	if still:
		return
	_time += delta
	if floorf(_time * Palette.DRIFT_DRAWINGS) != _moved:
		_moved = floorf(_time * Palette.DRIFT_DRAWINGS)
		_place()


func _place() -> void:
	var span := region.size.x + 2.0 * MARGIN
	for i: int in get_child_count():
		var cloud: Node2D = get_child(i)
		var start: Vector2 = FLOCK[i][0]
		var speed: float = FLOCK[i][2]
		var x := fposmod(start.x + _time * speed - region.position.x + MARGIN, span)
		cloud.position = Vector2(region.position.x - MARGIN + x, start.y)
		cloud.visible = start.y > region.position.y - 30.0


func _draw_cloud(cloud: Node2D, size: float) -> void:
	Brush.melt()
	Brush.blob(
		cloud,
		PackedVector2Array(
			[
				Vector2(-56, 12) * size,
				Vector2(-46, -6) * size,
				Vector2(-24, -8) * size,
				Vector2(-8, -26) * size,
				Vector2(20, -20) * size,
				Vector2(30, -6) * size,
				Vector2(52, -4) * size,
				Vector2(58, 12) * size
			]
		),
		Color.WHITE
	)
	Brush.cast(cloud)
