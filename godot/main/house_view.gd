class_name HouseView
extends Node
## What house and panels must know of each other's places: the camera fits the house into what the panels leave, bubbles
## keep off the cards in the sky, and what is under the mouse says in words what it shows.

## Something in the house was picked.
signal picked(pick: Pick)

## Where the whole house is drawn smaller than this, its writing cannot be read.
const NARROW := 0.5

var lab: Lab
var hud: Hud
## Whether the words of a thing are shown now.
var _says: bool = false


static func create(a_lab: Lab, a_hud: Hud) -> HouseView:
	var view := HouseView.new()
	view.lab = a_lab
	view.hud = a_hud
	return view


func _ready() -> void:
	hud.free_changed.connect(lab.camera.fit)
	hud.room_wanted.connect(_look_at_room)
	hud.person_wanted.connect(_follow_person)
	hud.house_wanted.connect(lab.camera.home)
	lab.picked.connect(_pick)


## Cards come and go, and the camera moves: what they hide of the house is found anew for each frame.
func _process(_delta: float) -> void:
	Bubbles.cards = in_house(hud.covers(), lab.get_global_transform_with_canvas())


## Rectangles of the window in the house's own units.
static func in_house(rects: Array[Rect2], view: Transform2D) -> Array[Rect2]:
	var found: Array[Rect2] = []
	var back := view.affine_inverse()
	for rect: Rect2 in rects:
		found.append(back * rect)
	return found


func _input(event: InputEvent) -> void:
	if event is InputEventMouseMotion and get_viewport().gui_get_hovered_control() != null:
		_say("", Vector2.ZERO)


func _unhandled_input(event: InputEvent) -> void:
	var motion := event as InputEventMouseMotion
	if motion == null:
		return
	var at := (lab.make_input_local(motion) as InputEventMouseMotion).position
	var under := lab.objects.pick_at(at) if lab.people.figure_at(at) == null else null
	_say(HoverWords.of(under, hud.shown()), motion.position)


func _say(words: String, at: Vector2) -> void:
	if words.is_empty() and not _says:
		return
	_says = not words.is_empty()
	hud.stage.hint(words, at)


## The same room asked for again is left again.
func _look_at_room(phase: String) -> void:
	if lab.camera.looks_at(phase):
		lab.camera.home()
	else:
		lab.camera.look_at_room(phase)


func _follow_person(role: String) -> void:
	var figure := lab.people.figure(role)
	if figure != null:
		lab.camera.follow(figure)


## In a narrow window a room is looked at before anything in it can be read.
func _pick(pick: Pick) -> void:
	if lab.camera.is_home() and lab.scale.x < NARROW and pick.kind == "room":
		lab.camera.look_at_room(pick.id)
	else:
		picked.emit(pick)
