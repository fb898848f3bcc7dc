class_name LabObjects
extends RefCounted
## The things that show data, by name: told of each state, asked what lies under the hand.

const PLACES: Dictionary[String, Vector2] = {
	"shelf": Vector2(262, 198),
	"whiteboard": Vector2(108, 263),
	"crates": Vector2(690, 424),
	"bench": Vector2(1028, 424),
	"display": Vector2(112, 494),
	"pages": Vector2(672, 502),
	"gauges": Vector2(416, 270),
	"console": Vector2(456, 454),
	"clock": Vector2(452, 512),
	"sheets": Vector2(680, 682),
	"folders": Vector2(810, 682),
	"verdicts": Vector2(1076, 682),
	"lantern": Vector2(490, 558),
}
## Those that stand before people; the lantern hangs over the light's veil.
const IN_FRONT: Array[String] = ["sheets", "folders", "verdicts"]
const LIT: Array[String] = ["lantern"]

var all: Dictionary[String, LabObject] = {}


func _init() -> void:
	all = {
		"shelf": Shelf.new(),
		"whiteboard": Whiteboard.new(),
		"crates": Crates.new(),
		"bench": Bench.new(),
		"display": Display.new(),
		"pages": Pages.new(),
		"gauges": Gauges.new(),
		"console": Console.new(),
		"clock": WallClock.new(),
		"sheets": DeskPile.create("sheets"),
		"folders": DeskPile.create("folders"),
		"verdicts": Verdicts.new(),
		"lantern": Lantern.new(),
	}
	for name: String in all:
		all[name].position = PLACES[name]


func bench() -> Bench:
	return all["bench"]


func lantern() -> Lantern:
	return all["lantern"]


func show_state(state: Dictionary, animate: bool) -> void:
	for thing: LabObject in all.values():
		thing.show_state(state, animate)


func redraw() -> void:
	for thing: LabObject in all.values():
		thing.queue_redraw()


## What lies at this point of the house: a part of an object, an object, a room; null outside.
func pick_at(point: Vector2) -> Pick:
	for name: String in all:
		var thing := all[name]
		var part := thing.part_at(point - thing.position)
		if part:
			return part
	for name: String in all:
		var thing := all[name]
		if thing.area().has_point(point - thing.position):
			return thing.pick()
	var room := RoomShape.at(point)
	return Pick.create("room", room) if room else null


## What there is to be read now, in the house.
func exhibits() -> Array[Rect2]:
	var found: Array[Rect2] = []
	for thing: LabObject in all.values():
		for area: Rect2 in thing.exhibits():
			found.append(Rect2(area.position + thing.position, area.size))
	return found


## The spaces in the house that belong to a pick, smallest things first found; empty when it has none here.
func areas_of(pick: Pick) -> Array[Rect2]:
	var found: Array[Rect2] = []
	for thing: LabObject in all.values():
		var part := thing.part_area(pick)
		if part.has_area():
			return [Rect2(part.position + thing.position, part.size)]
		if _same(thing.pick(), pick):
			found.append(Rect2(thing.area().position + thing.position, thing.area().size))
	return found


## A paper or program that is not to be seen belongs to its shelf or bench.
func _same(own: Pick, pick: Pick) -> bool:
	if own == null or pick == null or own.kind == "room":
		return false
	if own.kind == "event":
		return pick.kind == "event" and own.seq == pick.seq
	return own.kind == {"paper": "papers", "program": "programs"}.get(pick.kind, pick.kind)
