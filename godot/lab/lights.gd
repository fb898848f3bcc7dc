class_name Lights
extends Node2D
## The lamps of the rooms: the one in the working room is on, the others step back; all of them know the hour.

## The rooms whose lamps are on.
var working: Array[String] = []
var lamps: Dictionary[String, RoomLight] = {}
var night: float = 0.0:
	set = set_night


func _init() -> void:
	for id: String in FloorPlan.ROOMS:
		lamps[id] = RoomLight.create(RoomShape.outline(id), RoomShape.lamp(id))
		add_child(lamps[id])


## Lights these rooms and no others. Without animation a fade that is under way ends at once.
func work_in(rooms: Array[String], animate: bool) -> void:
	if rooms == working and animate:
		return
	for id: String in lamps:
		if not animate or rooms.has(id) != working.has(id):
			lamps[id].fade_to(1.0 if rooms.has(id) else 0.0, animate)
	working = rooms


func set_night(value: float) -> void:
	night = value
	for light: RoomLight in lamps.values():
		light.night = value
