class_name PickOutline
extends Node2D
## A line around what the hand is over, and a soft one around what is selected.

var hovered: Pick
var selected: Pick
var _objects: LabObjects


static func create(objects: LabObjects) -> PickOutline:
	var outline := PickOutline.new()
	outline._objects = objects
	return outline


func hover(pick: Pick) -> void:
	if _alike(pick, hovered):
		return
	hovered = pick
	queue_redraw()


func select(pick: Pick) -> void:
	selected = pick
	queue_redraw()


static func _alike(a: Pick, b: Pick) -> bool:
	return a == b or (a != null and b != null and a.kind == b.kind and a.id == b.id and a.seq == b.seq)


func _draw() -> void:
	if selected:
		_around(selected, Color(Palette.best(), 0.35), 7.0)
		_around(selected, Palette.best(), 2.5)
	if hovered and not _alike(hovered, selected):
		_around(hovered, Color(Palette.INK, 0.28), 4.5)
		_around(hovered, Palette.PAPER, 2.0)


func _around(pick: Pick, tone: Color, width: float) -> void:
	if pick.kind == "room" and FloorPlan.ROOMS.has(pick.id):
		var line := RoomShape.outline(pick.id).duplicate()
		line.append(line[0])
		Brush.stroke(self, line, tone, width)
		return
	for area: Rect2 in _objects.areas_of(pick):
		_box(area.grow(3), tone, width)


func _box(rect: Rect2, tone: Color, width: float) -> void:
	var line := PackedVector2Array()
	var round_by := minf(7.0, minf(rect.size.x, rect.size.y) * 0.4)
	for i: int in 4:
		var centre := Brush.corners(rect.grow(-round_by))[(i + 2) % 4]
		for k: int in 5:
			line.append(centre + Vector2.from_angle(TAU * i / 4.0 + TAU / 4.0 * k / 4.0) * round_by)
	line.append(line[0])
	Brush.stroke(self, line, tone, width)
