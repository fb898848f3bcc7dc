class_name Brush
extends RefCounted
## The drawing words: every shape comes out rounded, smooth-edged and lit from the upper left.

## Width of soft edges from afar and from near, and from how many pixels a unit on it is near.
const FEATHERS: Array[float] = [0.7, 0.3]
const NEAR := 1.6

## Where melted shapes are put (instead of draw_set_transform).
static var place := Transform2D.IDENTITY
## Pixels of the window for one unit of the house, where the camera rests; 0: not known.
static var zoom: float = 0.0
## How much larger than usual what is read on boards is, where there is room.
static var larger: float = 1.0
static var _soft: GradientTexture2D
static var _melting: bool = false
static var _points: PackedVector2Array
static var _tones: PackedColorArray
static var _faces: PackedInt32Array


## Pixels of one unit of what is drawn: in a bake its own, else those of the window, at least one.
static func fineness(on: CanvasItem) -> float:
	var bake := on.get_viewport() as SubViewport
	if bake and bake.size_2d_override_stretch:
		return maxf(1.0, float(bake.size.x) / bake.size_2d_override.x)
	return maxf(1.0, zoom)


## How wide the soft edge of a melted shape is, in its own units. Two widths alone, so that forms are kept for both.
static func feather() -> float:
	return FEATHERS[1 if is_near() else 0]


static func is_near() -> bool:
	return zoom > NEAR


## Between melt() and cast() every shape joins one mesh: a whole figure is a single draw call.
static func melt() -> void:
	_melting = true
	_points.clear()
	_tones.clear()
	_faces.clear()


static func cast(on: CanvasItem) -> void:
	_melting = false
	RenderingServer.canvas_item_add_triangle_array(on.get_canvas_item(), _faces, _points, _tones)


## Ends melt() and gives the triangles drawn since, corner by corner, with their colours: a form to be put many times.
static func mould() -> Array:
	_melting = false
	var points := PackedVector2Array()
	var tones := PackedColorArray()
	for corner: int in _faces:
		points.append(_points[corner])
		tones.append(_tones[corner])
	return [points, tones]


static func _join(points: PackedVector2Array, color: Color) -> void:
	var faces := Geometry2D.triangulate_polygon(points)
	var base := _points.size()
	var n := points.size()
	_points.append_array(place * points)
	for face: int in faces:
		_faces.append(base + face)
	var side := -feather() if Geometry2D.is_polygon_clockwise(points) else feather()
	for i: int in n:
		var along := (points[(i + 1) % n] - points[i - 1]).normalized()
		_points.append(place * (points[i] + Vector2(along.y, -along.x) * side))
		var j := (i + 1) % n
		_faces.append_array([base + i, base + j, base + n + j, base + i, base + n + j, base + n + i])
	var tones := PackedColorArray()
	tones.resize(n * 2)
	tones.fill(Color(color, 0.0))
	for i: int in n:
		tones[i] = color
	_tones.append_array(tones)


## A round, feathered spot: contact shadows, lamp halos, screen glow.
static func soft() -> GradientTexture2D:
	if _soft == null:
		var ramp := Gradient.new()
		ramp.offsets = PackedFloat32Array([0.0, 0.35, 0.7, 1.0])
		ramp.colors = PackedColorArray(
			[Color(1, 1, 1, 1), Color(1, 1, 1, 0.62), Color(1, 1, 1, 0.16), Color(1, 1, 1, 0)]
		)
		_soft = GradientTexture2D.new()
		_soft.gradient = ramp
		_soft.fill = GradientTexture2D.FILL_RADIAL
		_soft.fill_from = Vector2(0.5, 0.5)
		_soft.fill_to = Vector2(1.0, 0.5)
		_soft.width = 128
		_soft.height = 128
	return _soft


static func spot(on: CanvasItem, centre: Vector2, reach: Vector2, color: Color) -> void:
	on.draw_texture_rect(soft(), Rect2(centre - reach, reach * 2.0), false, color)


static func box(on: CanvasItem, rect: Rect2, color: Color, radius: float = 4.0, shadow: float = 0.0) -> void:
	if _melting:
		var r := minf(radius, minf(rect.size.x, rect.size.y) * 0.49)
		var points := PackedVector2Array()
		for i: int in 16:
			var corner := corners(rect.grow(-r))[(i / 4 + 2) % 4]
			points.append(corner + Vector2.from_angle(TAU * (i / 4) / 4.0 + TAU / 4 * (i % 4) / 3.0) * r)
		_join(points, color)
		return
	var style := StyleBoxFlat.new()
	style.bg_color = color
	style.corner_detail = 6
	style.anti_aliasing_size = 1.0 / fineness(on)
	style.set_corner_radius_all(roundi(minf(radius, minf(rect.size.x, rect.size.y) * 0.5)))
	if shadow > 0.0:
		style.shadow_color = Color(Palette.INK, 0.2)
		style.shadow_size = roundi(shadow)
		style.shadow_offset = Palette.SHADOW_STEP * shadow * 0.7
	on.draw_style_box(style, rect)


## A box with a lighter upper edge and a darker right side: furniture.
static func block(on: CanvasItem, rect: Rect2, color: Color, radius: float = 4.0, shadow: float = 5.0) -> void:
	box(on, rect, color.darkened(0.14), radius, shadow)
	box(on, Rect2(rect.position, rect.size - Vector2(minf(4.0, rect.size.x * 0.2), 0)), color, radius)
	on.draw_line(
		rect.position + Vector2(radius, 1),
		rect.position + Vector2(rect.size.x - radius, 1),
		Color(Palette.PAPER, 0.4),
		1.5
	)


static func poly(on: CanvasItem, points: PackedVector2Array, color: Color) -> void:
	if _melting:
		_join(points, color)
		return
	on.draw_colored_polygon(points, color)
	if color.a > 0.99:
		var edge := points.duplicate()
		edge.append(points[0])
		stroke(on, edge, color, 1.0 / fineness(on))


## A closed smooth curve through the points.
static func blob(on: CanvasItem, points: PackedVector2Array, color: Color, steps: int = 5) -> void:
	var out := PackedVector2Array()
	var n := points.size()
	for i: int in n:
		for s: int in steps:
			out.append(
				points[i].cubic_interpolate(
					points[(i + 1) % n], points[(i - 1 + n) % n], points[(i + 2) % n], float(s) / steps
				)
			)
	poly(on, out, color)


## An arm or a leg: one bend, round ends.
static func limb(on: CanvasItem, from: Vector2, bend: Vector2, to: Vector2, width: float, color: Color) -> void:
	var line := PackedVector2Array()
	for i: int in 8:
		line.append(from.bezier_interpolate(from.lerp(bend, 0.7), to.lerp(bend, 0.7), to, i / 7.0))
	stroke(on, line, color, width)
	dot(on, from, width * 0.5, color)
	dot(on, to, width * 0.5, color)


static func rule(on: CanvasItem, from: Vector2, to: Vector2, color: Color, width: float) -> void:
	stroke(on, PackedVector2Array([from, to]), color, width)


static func stroke(on: CanvasItem, line: PackedVector2Array, color: Color, width: float) -> void:
	if not _melting:
		# The engine's soft edge is a pixel of the item wide: where many pixels are one unit the item is drawn larger.
		var fine := fineness(on)
		on.draw_set_transform(Vector2.ZERO, 0.0, Vector2.ONE / fine)
		on.draw_polyline(Transform2D.IDENTITY.scaled(Vector2.ONE * fine) * line, color, width * fine, true)
		on.draw_set_transform(Vector2.ZERO)
		return
	for outline: PackedVector2Array in Geometry2D.offset_polyline(
		line, maxf(width * 0.5 - 0.2, 0.3), Geometry2D.JOIN_ROUND, Geometry2D.END_ROUND
	):
		_join(outline, color)


static func dot(on: CanvasItem, at: Vector2, radius: float, color: Color) -> void:
	if _melting:
		oval(on, at, Vector2(radius, radius), color)
	else:
		var fine := fineness(on)
		on.draw_set_transform(Vector2.ZERO, 0.0, Vector2.ONE / fine)
		on.draw_circle(at * fine, radius * fine, color, true, -1.0, true)
		on.draw_set_transform(Vector2.ZERO)


static func arc(on: CanvasItem, at: Vector2, radius: float, from: float, to: float, color: Color, width: float) -> void:
	if to - from > TAU - 0.1:
		arc(on, at, radius, from, from + PI, color, width)
		from += PI
	var line := PackedVector2Array()
	for i: int in 20:
		line.append(at + Vector2.from_angle(lerpf(from, to, i / 19.0)) * radius)
	stroke(on, line, color, width)


static func oval(on: CanvasItem, centre: Vector2, reach: Vector2, color: Color) -> void:
	var points := PackedVector2Array()
	var n := 16 if maxf(reach.x, reach.y) < 8.0 else 28
	for i: int in n:
		points.append(centre + Vector2.from_angle(TAU * i / n) * reach)
	poly(on, points, color)


## A soft oval in a melt, from the outermost ring to the innermost, colours running into each other. A few triangles.
static func haze(reaches: PackedVector2Array, tones: PackedColorArray) -> void:
	var n := 20
	var base := _points.size()
	for ring: int in reaches.size():
		for i: int in n:
			_points.append(place * (Vector2.from_angle(TAU * i / n) * reaches[ring]))
			_tones.append(tones[ring])
	for ring: int in reaches.size() - 1:
		for i: int in n:
			var a := base + ring * n + i
			var b := base + ring * n + (i + 1) % n
			_faces.append_array([a, b, b + n, a, b + n, a + n])
	var inner := base + (reaches.size() - 1) * n
	for i: int in range(1, n - 1):
		_faces.append_array([inner, inner + i, inner + i + 1])


static func fade(on: CanvasItem, rect: Rect2, top: Color, bottom: Color) -> void:
	on.draw_polygon(corners(rect), PackedColorArray([top, top, bottom, bottom]))


static func corners(rect: Rect2) -> PackedVector2Array:
	return PackedVector2Array(
		[rect.position, Vector2(rect.end.x, rect.position.y), rect.end, Vector2(rect.position.x, rect.end.y)]
	)


## A size of print as the person wants it.
static func grown(size: int) -> int:
	return roundi(size * larger)


## One line of text that grows with the print, shrinks to its width, then ends in an ellipsis, but never leaves it. `at`
## is the baseline.
static func label(
	on: CanvasItem,
	font: Font,
	at: Vector2,
	text: String,
	size: int,
	color: Color,
	width: float,
	align: HorizontalAlignment = HORIZONTAL_ALIGNMENT_LEFT
) -> void:
	# Handwriting fills its board already.
	size = size if font == Palette.hand else grown(size)
	while size > Palette.TEXT_LEAST and font.get_string_size(text, HORIZONTAL_ALIGNMENT_LEFT, -1, size).x > width:
		size -= 1
	on.draw_string(
		font,
		at,
		cut(font, text, size, width),
		align,
		-1.0 if align == HORIZONTAL_ALIGNMENT_LEFT else width,
		size,
		color
	)


## As much of the text as the width takes at this size, with an ellipsis where there is more.
static func cut(font: Font, text: String, size: int, width: float) -> String:
	var shown := text
	while shown.length() > 1 and font.get_string_size(shown, HORIZONTAL_ALIGNMENT_LEFT, -1, size).x > width:
		shown = shown.trim_suffix("…").left(-1).strip_edges(false, true) + "…"
	return shown


## The shape that stands beside a role's colour: circle, triangle, diamond, square, cross, star.
static func mark(on: CanvasItem, role: Palette.Role, at: Vector2, size: float, color: Color) -> void:
	if role == Palette.Role.PHD:
		dot(on, at, size * 0.9, color)
		return
	var points := PackedVector2Array()
	match role:
		Palette.Role.POSTDOC:
			for i: int in 3:
				points.append(at + Vector2(0, size * 0.15) + Vector2.from_angle(-PI / 2 + TAU * i / 3) * size * 1.15)
		Palette.Role.PROFESSOR:
			for i: int in 4:
				points.append(at + Vector2.from_angle(TAU * i / 4) * size * Vector2(0.9, 1.15))
		Palette.Role.ML_ENGINEER:
			points = corners(Rect2(at - Vector2.ONE * size * 0.8, Vector2.ONE * size * 1.6))
		Palette.Role.SOFTWARE_ENGINEER:
			for i: int in 4:
				var out := Vector2.from_angle(TAU * i / 4)
				var side := out.rotated(TAU / 4) * size * 0.38
				points.append_array([at + out * size - side, at + out * size + side, at + out * size * 0.38 + side])
		Palette.Role.REVIEWER:
			for i: int in 10:
				points.append(at + Vector2.from_angle(-PI / 2 + TAU * i / 10) * size * (1.15 if i % 2 == 0 else 0.5))
	poly(on, points, color)
