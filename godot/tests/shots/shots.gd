extends Studio
## Takes the pictures of ShotList, one after another, in one window: -- --replay=FILE --out=FOLDER [--only=PART].

const DEFAULTS: Dictionary[String, Variant] = {
	"language": "en", "font_scale": 1.0, "reduced_motion": false, "sound": false, "safe_colours": false
}
## Seconds until figures stand and panels are open; until a moment is at its height.
const SETTLE := 0.45
const HEIGHT := 0.9
## Pictures of the sheet: width of each, in pixels, and how many side by side.
const THUMB := 400
const COLUMNS := 5

var _out: String = ""
var _chosen: Dictionary[String, Variant] = {}
var _moments: Dictionary[Moment.Kind, Moment] = {}
var _taken: Dictionary[String, Image] = {}


func _ready() -> void:
	var only := ""
	for word: String in OS.get_cmdline_user_args():
		if word.begins_with("--out="):
			_out = word.trim_prefix("--out=")
		elif word.begins_with("--only="):
			only = word.trim_prefix("--only=")
	await open()
	if lab == null or hud == null or not await loaded():
		printerr("shots: the viewer showed no record")
		get_tree().quit(1)
		return
	_moments = moments()
	for shot: Dictionary in ShotList.all():
		if only.is_empty() or str(shot["name"]).contains(only):
			await _take(shot)
	await _sheet()
	print("shots: %d pictures" % _taken.size())
	get_tree().quit(0)


func _take(shot: Dictionary) -> void:
	var chosen: Dictionary[String, Variant] = DEFAULTS.duplicate()
	chosen.merge(shot.get("set", {}) as Dictionary, true)
	if chosen != _chosen:
		choose(chosen)
		_chosen = chosen
	var window: Vector2i = shot.get("window", ShotList.SMALL)
	if get_window().size != window:
		get_window().size = window
		await wait(SETTLE)
	hud.stage.sheet.close()
	hud.stage.menu.hide()
	hud.stage.drawer.close()
	pick("")
	lab.camera.home()
	var staged := await _go(str(shot.get("at", "")))
	if shot.has("pick"):
		_open_card(str(shot["pick"]))
	if shot.has("sheet"):
		_open_sheet(str(shot["sheet"]))
	# What a key opens stands where the buttons are once words and window have settled.
	await get_tree().process_frame
	for key: Key in shot.get("keys", []) as Array:
		await press(key)
	if shot.has("night"):
		lab.show_state(_late(hud.timeline.state_at(hud.clock.seq)), false)
	await wait(SETTLE)
	var image := await picture()
	var name := str(shot["name"]) + ("-staged" if staged else "")
	image.save_png(_out.path_join(name + ".png"))
	_taken[name] = image


## Whether what is shown is of no entry of this record, but acted out for the picture.
func _go(at: String) -> bool:
	hud.clock.pause()
	var what := at.get_slice(":", 1) if at.contains(":") else ""
	match at.get_slice(":", 0):
		"phase":
			hud.clock.seek(mini(seq_of("phase-start", "phase", what) + 8, hud.timeline.head))
		"entry":
			hud.clock.seek(maxi(1, seq_of(what)))
		"end":
			hud.clock.seek(hud.timeline.head)
		"moment":
			return await _act(Moment.Kind[what] as Moment.Kind)
		_:
			hud.clock.seek(roundi(hud.timeline.head * 0.6))
	hud.clock.pause()
	return false


func _act(kind: Moment.Kind) -> bool:
	if _moments.has(kind):
		hud.clock.seek(maxi(1, _moments[kind].seq - 1))
		hud.clock.pause()
		await wait(0.15)
		hud.clock.step(1)
		await wait(HEIGHT)
		return false
	hud.clock.seek(roundi(hud.timeline.head * 0.6))
	hud.clock.pause()
	await wait(0.15)
	var moment := Moment.create(kind, hud.timeline.event_at(hud.clock.seq), "phd-student", "x")
	moment.phase = RunState.phase(hud.timeline.state_at(hud.clock.seq))
	lab.act(moment)
	hud.show_moments([moment] as Array[Moment])
	await wait(HEIGHT)
	return true


func _open_card(what: String) -> void:
	var kind := what.get_slice(" ", 0)
	var id := what.get_slice(" ", 1) if what.contains(" ") else ""
	if id == "first":
		var first := Fields.objects(hud.timeline.state_at(hud.clock.seq), kind + "s")
		id = Fields.text(first[0], "id") if not first.is_empty() else ""
	pick(kind, id)


func _open_sheet(what: String) -> void:
	for i: int in HudActions.MENU.size():
		if HudActions.MENU[i][0] == what:
			hud.stage.menu.id_pressed.emit(i)
			return
	hud.stage.sheet.open(what, Words.of(what + ".title"), hud.first)


## The same state when its time is used up: then it is evening.
func _late(state: Dictionary) -> Dictionary:
	var late := state.duplicate()
	late["budget"] = Fields.object(state, "budget").merged({"seconds": 100.0}, true)
	late["spent"] = Fields.object(state, "spent").merged({"seconds": 100.0}, true)
	return late


## All of them on one sheet, each with its name.
func _sheet() -> void:
	var height := roundi(THUMB * 9.0 / 16.0) + 24
	var rows := ceili(_taken.size() / float(COLUMNS))
	var port := SubViewport.new()
	port.size = Vector2i(COLUMNS * THUMB, maxi(1, rows) * height)
	port.render_target_update_mode = SubViewport.UPDATE_ONCE
	var place := 0
	for name: String in _taken:
		var at := Vector2((place % COLUMNS) * THUMB, floorf(place / float(COLUMNS)) * height)
		var image := _taken[name]
		image.resize(THUMB - 4, height - 26, Image.INTERPOLATE_BILINEAR)
		var view := TextureRect.new()
		view.texture = ImageTexture.create_from_image(image)
		view.position = at + Vector2(2, 22)
		var label := Label.new()
		label.text = name
		label.position = at + Vector2(6, 0)
		port.add_child(view)
		port.add_child(label)
		place += 1
	add_child(port)
	await RenderingServer.frame_post_draw
	await RenderingServer.frame_post_draw
	port.get_texture().get_image().save_png(_out.path_join("sheet.png"))
