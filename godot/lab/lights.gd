class_name Lights
extends Node2D
## The lamps of the rooms: the one in the working room is on, the others step back; all of them know the hour.

var working: String = ""
var lamps: Dictionary[String, RoomLight] = {}
var night: float = 0.0:
	set = set_night


func _init() -> void:
	for id: String in FloorPlan.ROOMS:
		lamps[id] = RoomLight.create(RoomShape.outline(id), RoomShape.lamp(id))
		add_child(lamps[id])


## Lights the room of this phase; empty puts all out.
func work_in(id: String, animate: bool) -> void:
	if id == working:
		if not animate:
			_set_all()
		return
	if lamps.has(working):
		lamps[working].fade_to(0.0, animate)
	working = id
	if lamps.has(working):
		lamps[working].fade_to(1.0, animate)
	if not animate:
		_set_all()


func set_night(value: float) -> void:
	night = value
	for light: RoomLight in lamps.values():
		light.night = value


## A fade that is under way ends at once.
func _set_all() -> void:
	for id: String in lamps:
		lamps[id].fade_to(1.0 if id == working else 0.0, false)
