extends Studio
## Measures the viewer: -- --replay=FILE --part=frames|memory|seeks [--seconds=N]; prints lines "row <name> <value>".

## Alternations of the empty scene and the house, seconds of each, and frames at the beginning that do not count.
const ROUNDS := 4
const STRETCH := 5.0
const WARM := 20
const SEEKS := 200

var _part: String = "frames"
var _seconds: float = 60.0
var _moving: bool = false
var _times: FrameTimes
var _skip: int = 0
var _chance := RandomNumberGenerator.new()


func _ready() -> void:
	_chance.seed = 7
	for word: String in OS.get_cmdline_user_args():
		if word.begins_with("--part="):
			_part = word.trim_prefix("--part=")
		elif word.begins_with("--seconds="):
			_seconds = word.trim_prefix("--seconds=").to_float()
	OS.low_processor_usage_mode = false
	if DisplayServer.get_name() != "headless":
		DisplayServer.window_set_vsync_mode(DisplayServer.VSYNC_DISABLED)
		RenderingServer.frame_post_draw.connect(_drawn)
	var began := Time.get_ticks_msec()
	await open()
	if lab == null or hud == null or not await loaded(240.0):
		printerr("bench: the viewer showed no record")
		get_tree().quit(1)
		return
	_row("entries", hud.timeline.head)
	_row("loaded.s", (Time.get_ticks_msec() - began) / 1000.0)
	match _part:
		"frames":
			await _frames()
		"memory":
			await _memory()
		"seeks":
			await _seeks()
	if RenderingServer.frame_post_draw.is_connected(_drawn):
		RenderingServer.frame_post_draw.disconnect(_drawn)
	get_tree().quit(0)


func _drawn() -> void:
	if _skip > 0:
		_skip -= 1
	elif _times != null:
		_times.tick()


func _process(_delta: float) -> void:
	if _moving:
		_move_all()


## Nobody stands: who has arrived is sent elsewhere; three bubbles are open, and the hour goes on.
func _move_all() -> void:
	for figure: Figure in figures():
		if not figure.walking():
			var room: String = Wire.PHASES[_chance.randi_range(0, Wire.PHASES.size() - 1)]
			figure.walk(FloorPlan.route(figure.position, FloorPlan.spot(room, _chance.randi_range(0, 2))))


## The viewer beside an empty window, in turns: at as many frames a second as the viewer draws on this machine, and as
## fast as it can.
func _frames() -> void:
	var own := Engine.max_fps
	_row("viewer.cap", own)
	for name: String in ["viewer", "free"]:
		Engine.max_fps = own if name == "viewer" else 0
		var empty := FrameTimes.new()
		var full := FrameTimes.new()
		for i: int in ROUNDS:
			_show_viewer(false)
			await _measure(empty)
			_show_viewer(true)
			await _measure(full)
		for share: float in [50.0, 95.0, 99.0]:
			_row("%s.empty.p%d" % [name, share], empty.percentile(share))
			_row("%s.house.p%d" % [name, share], full.percentile(share))
		_row("%s.frames" % name, full.count())
	_row("draw-calls", Performance.get_monitor(Performance.RENDER_TOTAL_DRAW_CALLS_IN_FRAME))
	_row("nodes", Performance.get_monitor(Performance.OBJECT_NODE_COUNT))
	_row("memory.MiB", _resident())


## The viewer with everything in it moving, or an empty window: then it is neither drawn nor does it think.
func _show_viewer(on: bool) -> void:
	main.process_mode = Node.PROCESS_MODE_INHERIT if on else Node.PROCESS_MODE_DISABLED
	lab.visible = on
	hud.visible = on
	_moving = on
	if on:
		hud.clock.set_speed(4.0)
		if hud.clock.seq >= hud.timeline.head - 20:
			hud.clock.seek(roundi(hud.timeline.head * 0.2))
		hud.clock.play()


func _measure(times: FrameTimes) -> void:
	_skip = WARM
	times.pause()
	_times = times
	await wait(STRETCH)
	_times = null


func _memory() -> void:
	hud.clock.set_speed(16.0)
	hud.clock.seek(1)
	hud.clock.play()
	await wait(5.0)
	var first := _resident()
	var most := first
	var end := Time.get_ticks_msec() + int(_seconds * 1000.0)
	var rounds := 0
	while Time.get_ticks_msec() < end:
		await wait(1.0)
		most = maxf(most, _resident())
		if hud.clock.seq >= hud.timeline.head:
			rounds += 1
			hud.clock.seek(1)
			hud.clock.play()
	_row("replay.rounds", rounds)
	_row("replay.first.MiB", first)
	_row("replay.last.MiB", _resident())
	_row("replay.most.MiB", most)
	_row("replay.objects", Performance.get_monitor(Performance.OBJECT_COUNT))
	_row("replay.orphans", Performance.get_monitor(Performance.OBJECT_ORPHAN_NODE_COUNT))


## Milliseconds that one jump takes: the state, and all views showing it.
func _seeks() -> void:
	var jumps := FrameTimes.new()
	var folds := FrameTimes.new()
	for i: int in SEEKS:
		var to := _chance.randi_range(1, hud.timeline.head)
		folds.pause()
		folds.tick()
		hud.timeline.state_at(to)
		folds.tick()
		to = _chance.randi_range(1, hud.timeline.head)
		jumps.pause()
		jumps.tick()
		hud.clock.seek(to)
		jumps.tick()
		await get_tree().process_frame
	for share: float in [50.0, 95.0, 99.0]:
		_row("seek.state.p%d" % share, folds.percentile(share))
		_row("seek.shown.p%d" % share, jumps.percentile(share))
	_row("seek.memory.MiB", _resident())


func _row(name: String, value: float) -> void:
	print("row %s %.3f" % [name, value])


## What the process has in memory, in MiB; Godot's own count where the system does not tell.
func _resident() -> float:
	# Such a file has no length, so it is not read as a whole.
	var status := FileAccess.open("/proc/self/statm", FileAccess.READ)
	if status == null:
		return Performance.get_monitor(Performance.MEMORY_STATIC) / 1048576.0
	return status.get_line().get_slice(" ", 1).to_float() * 4096.0 / 1048576.0
