class_name Clay
extends RefCounted
## One figure's mesh while it is drawn: forms made once are put in with a transform, limbs are bent anew. One draw call.

const STEPS := 6

## Those with the soft edges for afar, and for near.
static var _forms: Array[Dictionary] = [{}, {}]

var _points := PackedVector2Array()
var _tones := PackedColorArray()


## The form of this name; `draw` draws it with Brush the first time.
static func form(key: String, draw: Callable) -> Array:
	var forms := _forms[1 if Brush.is_near() else 0]
	if not forms.has(key):
		Brush.place = Transform2D.IDENTITY
		Brush.melt()
		draw.call()
		forms[key] = Brush.mould()
	return forms[key]


func put(a_form: Array, at: Transform2D) -> void:
	var points: PackedVector2Array = a_form[0]
	var tones: PackedColorArray = a_form[1]
	_points.append_array(at * points)
	_tones.append_array(tones)


func put_at(a_form: Array, at: Vector2, side: float = 1.0, turn: float = 0.0) -> void:
	put(a_form, Transform2D(turn, Vector2(side, 1.0), 0.0, at))


## An arm or a leg: from joint to joint over one bend, thinner at the end, with soft edges.
func limb(from: Vector2, bend: Vector2, to: Vector2, thick: float, thin: float, color: Color) -> void:
	var clear := Color(color, 0.0)
	var feather := Brush.feather()
	var before: Array[Vector2] = []
	for i: int in STEPS + 1:
		var t := float(i) / STEPS
		var at := from.bezier_interpolate(from.lerp(bend, 0.7), to.lerp(bend, 0.7), to, t)
		var ahead := from.bezier_interpolate(from.lerp(bend, 0.7), to.lerp(bend, 0.7), to, minf(1.0, t + 0.05))
		var back := from.bezier_interpolate(from.lerp(bend, 0.7), to.lerp(bend, 0.7), to, maxf(0.0, t - 0.05))
		var across := (ahead - back).orthogonal().normalized()
		var half := lerpf(thick, thin, t) * 0.5
		var rail: Array[Vector2] = [
			at - across * (half + feather), at - across * half, at + across * half, at + across * (half + feather)
		]
		if before:
			for k: int in 3:
				_quad(
					before[k],
					before[k + 1],
					rail[k + 1],
					rail[k],
					clear if k == 0 else color,
					clear if k == 2 else color
				)
		before = rail
	_dot(from, thick * 0.5, color)
	_dot(to, thin * 0.5, color)


func cast(on: CanvasItem) -> void:
	if _points.is_empty():
		return
	RenderingServer.canvas_item_add_triangle_array(on.get_canvas_item(), PackedInt32Array(), _points, _tones)


func _quad(a: Vector2, b: Vector2, c: Vector2, d: Vector2, near: Color, far: Color) -> void:
	_points.append_array([a, b, c, a, c, d])
	_tones.append_array([near, far, far, near, far, near])


func _dot(at: Vector2, radius: float, color: Color) -> void:
	var dot := form("dot" + color.to_html(), func() -> void: Brush.oval(null, Vector2.ZERO, Vector2(4, 4), color))
	put(dot, Transform2D(0.0, Vector2.ONE * (radius / 4.0), 0.0, at))
