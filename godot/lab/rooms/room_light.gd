class_name RoomLight
extends Node2D
## One room's light: a multiplied veil (ambient outside the lamp's pool), and an added halo with a cone.

const SHADER := """shader_type canvas_item;
render_mode blend_mul, unshaded;
uniform vec3 ambient; uniform vec3 warm; uniform vec2 lamp; uniform float power;
void fragment() {
	vec2 away = (UV - lamp) / vec2(0.66, 0.9);
	float pool = power * (1.0 - smoothstep(0.06, 1.3, dot(away, away)));
	COLOR = vec4(mix(ambient, warm, pool), 1.0);
}"""
static var _shader: Shader
static var _add: CanvasItemMaterial
static var _mul: CanvasItemMaterial

var outline: PackedVector2Array
var lamp: Vector2
var power: float = 0.0:
	set = set_power
var night: float = 0.0:
	set = set_night
var _veil := Node2D.new()
var _glow := Node2D.new()
var _pool := ShaderMaterial.new()
var _fading: Tween


static func create(an_outline: PackedVector2Array, a_lamp: Vector2) -> RoomLight:
	if _shader == null:
		_shader = Shader.new()
		_shader.code = SHADER
		_add = CanvasItemMaterial.new()
		_add.blend_mode = CanvasItemMaterial.BLEND_MODE_ADD
		_mul = CanvasItemMaterial.new()
		_mul.blend_mode = CanvasItemMaterial.BLEND_MODE_MUL
	var light := RoomLight.new()
	light.outline = an_outline
	light.lamp = a_lamp
	return light


func _ready() -> void:
	var bounds := Rect2(outline[0], Vector2.ZERO)
	for point: Vector2 in outline:
		bounds = bounds.expand(point)
	var uvs := PackedVector2Array()
	for point: Vector2 in outline:
		uvs.append((point - bounds.position) / bounds.size)
	_pool.shader = _shader
	_pool.set_shader_parameter("lamp", Vector2(((lamp - bounds.position) / bounds.size).x * 0.5 + 0.25, 0.5))
	_glow.material = _add
	_veil.draw.connect(func() -> void: _veil.draw_polygon(outline, PackedColorArray([Color.WHITE]), uvs))
	_glow.draw.connect(_draw_glow)
	add_child(_veil)
	add_child(_glow)
	_mix()


func set_power(value: float) -> void:
	power = value
	_mix()


func set_night(value: float) -> void:
	if value == night:
		return
	night = value
	_mix()


func fade_to(value: float, animate: bool) -> void:
	if _fading:
		_fading.kill()
	if not animate or not is_inside_tree():
		power = value
		return
	_fading = create_tween()
	_fading.tween_property(self, "power", value, Palette.LAMP_TIME).set_trans(Tween.TRANS_SINE)


func _mix() -> void:
	var day := Color(0.87, 0.855, 0.86).lerp(Color(1.0, 0.99, 0.97), power)
	var dark := Color(0.42, 0.4, 0.55).lerp(Color(0.66, 0.56, 0.56), power)
	var ambient := day.lerp(dark, night)
	_glow.modulate.a = power * lerpf(0.75, 1.0, night)
	_glow.visible = power > 0.01
	# A dark room needs no pool: a plain colour is cheaper than the shader.
	if power <= 0.01:
		_veil.material = _mul
		_veil.self_modulate = ambient
		return
	var warm := Color(1, 1, 1).lerp(Color(1.0, 0.94, 0.82), night)
	_veil.material = _pool
	_veil.self_modulate = Color.WHITE
	_pool.set_shader_parameter("ambient", Vector3(ambient.r, ambient.g, ambient.b))
	_pool.set_shader_parameter("warm", Vector3(warm.r, warm.g, warm.b))
	_pool.set_shader_parameter("power", power)


func _draw_glow() -> void:
	var tone := Color(Palette.HONEY, 0.16)
	var none := Color(Palette.HONEY, 0.0)
	var left := INF
	var right := -INF
	for point: Vector2 in outline:
		left = minf(left, point.x + Palette.ROOM_INSET)
		right = maxf(right, point.x - Palette.ROOM_INSET)
	_glow.draw_polygon(
		PackedVector2Array(
			[
				lamp + Vector2(-12, 8),
				lamp + Vector2(12, 8),
				Vector2(minf(lamp.x + 96, right), lamp.y + 122),
				Vector2(maxf(lamp.x - 96, left), lamp.y + 122)
			]
		),
		PackedColorArray([tone, tone, none, none])
	)
	Brush.spot(_glow, lamp + Vector2(0, 10), Vector2(42, 40), Color(Palette.HONEY, 0.4))
	Brush.spot(_glow, lamp + Vector2(0, 9), Vector2(15, 9), Color(Palette.PAPER, 0.8))
