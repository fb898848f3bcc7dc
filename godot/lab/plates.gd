class_name Plates
extends Node2D
## The labels on the slabs between floors: number, name, and one figure of each room; that of the working room is lit.

## Where the text stands; the library's slab is wider than its floor.
const LIBRARY := Vector2(195, 600)
const HEIGHT := 17.0
## The largest print that a slab takes.
const MOST := 16

var working: Array[String] = []
var hour: float = Day.MORNING:
	set = set_hour
var notes: Dictionary = {}
## The one room whose plate is shown, while the camera is near; empty for all.
var only: String = "":
	set = set_only


func show_state(state: Dictionary, rooms: Array[String]) -> void:
	var next := PlateData.of(state)
	if next == notes and rooms == working:
		return
	notes = next
	working = rooms
	queue_redraw()


func set_hour(value: float) -> void:
	if (Day.night(value) > 0.6) != (Day.night(hour) > 0.6):
		queue_redraw()
	hour = value


func set_only(value: String) -> void:
	if value != only:
		only = value
		queue_redraw()


func _draw() -> void:
	var number := 0
	for id: String in FloorPlan.ROOMS:
		number += 1
		if only.is_empty() or id == only:
			_plate(id, number)


func _plate(id: String, number: int) -> void:
	var rect := FloorPlan.ROOMS[id]
	var live := working.has(id)
	var late := Day.night(hour) > 0.6
	var ink := Palette.PAPER if late else Palette.INK
	var x := LIBRARY.x if id == "literature-review" else rect.position.x
	var width := LIBRARY.y if id == "literature-review" else rect.size.x
	var base := rect.end.y + 14.0
	var title := Words.of("room." + id)
	var size := mini(Brush.grown(Palette.TEXT_PLATE), MOST)
	var wide := Palette.bold.get_string_size(title, HORIZONTAL_ALIGNMENT_LEFT, -1, size).x
	var indent := 10.0 if id == "hall" else 28.0
	wide = minf(wide, width - indent - 4)
	if live:
		Brush.box(self, Rect2(x + 3, rect.end.y + 0.5, wide + indent + 9, HEIGHT), Palette.HONEY, 9)
	if id != "hall":
		Brush.dot(self, Vector2(x + 14, rect.end.y + 9), 8.5, Palette.INK if live or not late else Palette.PAPER)
		Brush.label(
			self,
			Palette.bold,
			Vector2(x + 6, base),
			str(number),
			Palette.TEXT_PLATE,
			Palette.PAPER if live or not late else Palette.NIGHT,
			16,
			HORIZONTAL_ALIGNMENT_CENTER
		)
	var title_ink := Palette.INK if live else ink
	Brush.label(self, Palette.bold, Vector2(x + indent, base), title, Palette.TEXT_PLATE, title_ink, width - indent)
	if not notes.has(id):
		return
	var note := Fields.object(notes, id)
	var said := Words.of(Fields.text(note, "key"), Fields.object(note, "slots"))
	var from := wide + indent + 18.0
	if note.has("attempt"):
		said = _dated(said, Fields.whole(note, "attempt"), width - from - 8)
	# The library's slab goes on over other rooms, so its figure stands beside its name.
	var beside := id == "literature-review"
	Brush.label(
		self,
		Palette.regular,
		Vector2(x + from, base),
		said,
		Palette.TEXT_PLATE,
		Color(ink, 0.9),
		width - from - 8,
		HORIZONTAL_ALIGNMENT_LEFT if beside else HORIZONTAL_ALIGNMENT_RIGHT
	)


## With the attempt that it is of; without the figure where there is no room for both.
static func _dated(said: String, attempt: int, width: float) -> String:
	var of := Words.of("prop.attempt", {"n": str(attempt)})
	var both := said + " · " + of
	var size := Brush.grown(Palette.TEXT_PLATE)
	return both if Palette.regular.get_string_size(both, HORIZONTAL_ALIGNMENT_LEFT, -1, size).x <= width else of
