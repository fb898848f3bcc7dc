class_name Errands
extends RefCounted
## Who carries something to another room before going home: what a phase begins with is brought to it.

## Seconds that a thing is shown when it is handed over.
const SHOWN := 1.3

## By the key of who goes: where to, and with what in the hands.
var _under_way: Dictionary[String, Place] = {}
## Who has arrived there and shows it.
var _handing_over: Array[String] = []


func clear() -> void:
	_under_way.clear()


func has(key: String) -> bool:
	return _under_way.has(key)


func end(key: String) -> bool:
	_handing_over.erase(key)
	return _under_way.erase(key)


## Where somebody goes first; their own place when there is nothing to bring.
func place(key: String, own: Place) -> Place:
	return _under_way.get(key, own)


## The errand that a moment begins: the key of who goes, empty when nobody does.
func begin(moment: Moment, state: Dictionary) -> String:
	var errand := Gestures.errand(moment, moment.phase)
	var room := "plan-formulation" if moment.kind == Moment.Kind.BACK else moment.phase
	if errand.is_empty() or not FloorPlan.ROOMS.has(room):
		return ""
	var role: String = errand[0]
	var needed: String = errand[2]
	if not needed.is_empty() and (not Fields.has(state, needed) or str(state[needed]) == "[]"):
		return ""
	var key := Place.key_of(role, 0)
	_under_way[key] = Place.bringing(errand[1] as Things.Kind, role, room)
	_handing_over.erase(key)
	return key


## Somebody has come there and hands over what was carried.
func hand_over(key: String, one: Figure) -> void:
	one.facing = _under_way[key].facing
	one.gesture(Figure.Pose.PRESENT, SHOWN, _under_way[key].carrying)
	one.carrying = Things.Kind.NONE
	_handing_over.append(key)


## Who has handed over and goes home now.
func done(figures: Dictionary[String, Figure]) -> Array[String]:
	var found: Array[String] = []
	for key: String in _handing_over.duplicate():
		if figures.has(key) and figures[key].gesturing():
			continue
		if end(key) and figures.has(key):
			found.append(key)
	return found
