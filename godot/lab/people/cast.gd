class_name Cast
extends Node2D
## The people of the lab: one figure for each role and seat, sent where the state says and bent as the moments say.

signal picked(pick: Pick)
## Somebody comes in or goes out by the front door (true), or nobody any more.
signal door_used(open: bool)

## How fast the lab's time runs; figures walk and gesture with it. 0 while it stands still.
var rate: float = 1.0:
	set = set_rate
## Seconds since 1970 of the moment that is shown when it is later than the last entry: now, while live. 0: the entry's.
var now: float = 0.0
var settings := Settings.new():
	set = set_settings
## What moments do to things just now.
var happenings := Happenings.new()
## What the house has to be read now, as rectangles in the house: bubbles keep off it.
var exhibits: Callable:
	set = set_exhibits
var _state: Dictionary
var _figures: Dictionary[String, Figure] = {}
var _places: Dictionary[String, Place] = {}
var _errands := Errands.new()
var _leaving: Array[Figure] = []
var _bubbles := Bubbles.new()
var _door := Doorway.new()


func _init() -> void:
	y_sort_enabled = true
	_bubbles.people = _all
	add_child(_bubbles)
	_door.used.connect(door_used.emit)


## Brings everybody to where they are in this state: walking, or at once when not animated.
func show_state(state: Dictionary, animate: bool) -> void:
	_state = state
	var walks := animate and not settings.reduced_motion
	if not animate:
		_errands.clear()
		_bubbles.hush()
		happenings.clear()
		for one: Figure in _leaving:
			one.queue_free()
		_leaving.clear()
		_door.shut()
	var came := 0
	var here: Dictionary[String, Place] = {}
	for place: Place in Casting.of(state):
		here[place.key()] = place
	_places = here
	for key: String in _figures.keys():
		if not here.has(key):
			_send_out(key, walks)
	for key: String in here:
		if _figures.has(key):
			_bring(key, walks)
		elif walks:
			_let_in(key, came * Palette.DOOR_GAP)
			came += 1
		else:
			_add(key, here[key].spot())
			_bring(key, false)
	_say()


## Plays one moment's gesture.
func act(moment: Moment) -> void:
	var row := Gestures.of(moment)
	var pose: Figure.Pose = row[0]
	var seconds: float = row[1]
	var thing: Things.Kind = row[2]
	for key: String in _who(moment, row[3] as Gestures.Who):
		_figures[key].gesture(pose, seconds / sqrt(clampf(rate, 1.0, Palette.RATE_MOST)), thing)
	happenings.begin(moment, self, _state, settings.reduced_motion)
	var goes := "" if settings.reduced_motion else _errands.begin(moment, _state)
	if _figures.has(goes):
		_figures[goes].carrying = _errands.place(goes, _places[goes]).carrying
		_bring(goes, true)


## The figure of a role (and seat), or null when it is not in the house.
func figure(role: String, seat: int = 0) -> Figure:
	return _figures.get(Place.key_of(role, seat))


## Name of the room that this figure stands in now, by its position; "" on the stairs.
func room_of(a_figure: Figure) -> String:
	return FloorPlan.room_at(a_figure.position)


## Live words of an open turn, for the bubble of who speaks: all that came so far.
func show_words(role: String, seat: int, text: String) -> void:
	var speaker := figure(role, seat)
	if speaker:
		if not speaker.gesturing() or speaker.shown() == Figure.Pose.TALK:
			speaker.gesture(Figure.Pose.TALK, Palette.WORDS_TIME)
		_bubbles.stream(Place.key_of(role, seat), speaker, Speech.live(text), Speech.is_written(text))


func show_pick(pick: Pick) -> void:
	for key: String in _figures:
		_figures[key].chosen = pick.kind == "role" and key.begins_with(pick.id + "#")


## The role after this one, for the Tab key; the first after none.
func next_role(current: String) -> String:
	var roles := Casting.HOME.keys()
	return roles[(roles.find(current) + 1) % roles.size()]


## Whose figure or bubble is at this place of the house; null for nobody.
func figure_at(at: Vector2) -> Figure:
	var found := _bubbles.speaker_at(at)
	if found:
		return found
	for one: Figure in _all():
		if one.hit_rect().has_point(at) and (found == null or one.position.y > found.position.y):
			found = one
	return found


## Where bubbles are seen now, in the house.
func bubble_boxes() -> Array[Rect2]:
	return _bubbles.boxes()


## Lets time pass at once for everybody: for films and tests. The game does it by itself.
func pass_time(delta: float) -> void:
	for one: Figure in _all():
		one.pass_time(delta)
	_pass_time(delta)


func set_exhibits(value: Callable) -> void:
	exhibits = value
	_bubbles.exhibits = value


func set_rate(value: float) -> void:
	rate = value
	for one: Figure in _all():
		one.rate = value


func set_settings(value: Settings) -> void:
	settings = value
	if not settings.changed.is_connected(_take_settings):
		settings.changed.connect(_take_settings)
	_take_settings()


func _process(delta: float) -> void:
	_pass_time(delta)


func _pass_time(delta: float) -> void:
	_door.pass_time(delta)
	_bubbles.pass_time(delta)
	for key: String in _errands.done(_figures):
		_bring(key, true)
	happenings.pass_time(delta)
	var speaker := _bubbles.newest()
	for one: Figure in _all():
		var listens := speaker and speaker != one and room_of(speaker) == room_of(one)
		one.eyes_on = speaker.position if listens else Vector2.INF


func _unhandled_input(event: InputEvent) -> void:
	var press := event as InputEventMouseButton
	if press == null or not press.pressed or press.button_index != MOUSE_BUTTON_LEFT:
		return
	var local := make_input_local(press) as InputEventMouseButton
	var found := figure_at(local.position)
	if found:
		get_viewport().set_input_as_handled()
		picked.emit(Pick.create("role", Palette.ROLE_BY_NAME.find_key(found.role) as String))


func _take_settings() -> void:
	_bubbles.font_scale = settings.font_scale
	_bubbles.still = settings.reduced_motion
	for one: Figure in _all():
		one.still = settings.reduced_motion


func _all() -> Array[Figure]:
	var all: Array[Figure] = []
	all.assign(_figures.values() + _leaving)
	return all


func _add(key: String, at: Vector2) -> Figure:
	var place := _places[key]
	var one := Figure.create(Palette.ROLE_BY_NAME[place.role], at, place.seat)
	one.rate = rate
	one.still = settings.reduced_motion
	one.arrived.connect(_on_arrived.bind(key))
	_figures[key] = one
	for other: Figure in _all():
		one.beat = other.beat
		break
	add_child(one)
	return one


## Through the front door, one after the other.
func _let_in(key: String, after: float) -> void:
	_door.let_in(_add(key, FloorPlan.DOOR), after, _on_came_in.bind(key))


func _on_came_in(key: String) -> void:
	if _figures.has(key):
		_bring(key, true)


func _send_out(key: String, walks: bool) -> void:
	var one := _figures[key]
	_figures.erase(key)
	_errands.end(key)
	if not walks or one.modulate.a < 1.0:
		_door.hasten(one)
		one.queue_free()
		return
	_leaving.append(one)
	one.arrived.disconnect(_on_arrived)
	_door.let_out(one, _leaving.erase.bind(one))


## To its place, or on its errand first.
func _bring(key: String, walks: bool) -> void:
	var one := _figures[key]
	var place := _places[key]
	if not walks or (place.at_work and place.room != _errands.place(key, place).room):
		_errands.end(key)
	var to := _errands.place(key, place).spot()
	if not walks:
		_door.hasten(one)
		_adopt(key)
		one.stand(to)
		return
	if one.modulate.a < 1.0:
		return
	if one.bound_for().distance_to(to) > 0.5:
		var path := FloorPlan.route(one.position, to)
		var seconds := Walk.length(one.position, path) / Palette.WALK_SPEED
		one.sitting = false
		one.carrying = _errands.place(key, place).carrying if _errands.has(key) else Things.Kind.NONE
		one.walk(path, clampf(seconds / Palette.HURRY_AFTER, 1.0, Palette.HURRY_MOST))
	elif not one.walking() and not _errands.has(key):
		_adopt(key)


func _adopt(key: String) -> void:
	var one := _figures[key]
	var place := _places[key]
	one.pose = place.pose
	one.facing = place.facing
	one.carrying = place.carrying
	one.sitting = place.sits()
	var waited := maxf(now, RunState.time(_state)) - place.since
	if place.since <= 0.0:
		one.timer = -1.0
	elif one.timer < 0.0 or one.waits_since != place.since or absf(one.timer - waited) > 2.0:
		one.timer = maxf(0.0, waited)
	one.waits_since = place.since
	one.clock_side = place.clock_side


func _on_arrived(key: String) -> void:
	if not _places.has(key):
		return
	var one := _figures[key]
	if not _errands.has(key):
		_adopt(key)
		return
	_errands.hand_over(key, one)


func _who(moment: Moment, who: Gestures.Who) -> Array[String]:
	var keys: Array[String] = []
	if who != Gestures.Who.DOER:
		for key: String in _figures:
			if who == Gestures.Who.ALL or _places[key].at_work:
				keys.append(key)
		return keys
	var role := moment.role if moment.role else Casting.asking(_state)
	for key: String in [Place.key_of(role, moment.seat), Place.key_of(Gestures.ALSO.get(moment.kind, "") as String, 0)]:
		if _figures.has(key):
			keys.append(key)
	return keys


func _say() -> void:
	var lines: Dictionary[String, Array] = {}
	var thinking: Array[String] = []
	for key: String in _places:
		var place := _places[key]
		if place.since > 0.0:
			thinking.append(key)
		if not place.bubble.is_empty() and _figures.has(key):
			lines[key] = [_figures[key], place.bubble, place.bubble_seq, place.writes]
	_bubbles.show_lines(lines, thinking)
