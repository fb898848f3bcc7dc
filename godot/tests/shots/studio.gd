class_name Studio
extends Node
## The whole viewer with a record in it, for pictures and measures: found in the tree by what its parts are, moved by
## what a person could do.

var main: Node
var lab: Lab
var hud: Hud


## Opens the viewer; what it shows is what `--replay` on the command line says.
func open() -> void:
	var scene: PackedScene = load("res://main/main.tscn")
	main = scene.instantiate()
	add_child(main)
	await get_tree().process_frame
	lab = _first(main, func(node: Node) -> bool: return node is Lab) as Lab
	hud = _first(main, func(node: Node) -> bool: return node is Hud) as Hud


## Waits until the record is here as a whole and folded, at most so many seconds. Whether it is.
func loaded(seconds: float = 30.0) -> bool:
	var entries := _entries()
	var end := Time.get_ticks_msec() + int(seconds * 1000.0)
	while Time.get_ticks_msec() < end:
		var timeline := hud.timeline if hud != null else null
		if timeline != null and timeline.head >= entries and timeline.folded_to() >= entries:
			return entries > 0
		await wait(0.1)
	return false


func wait(seconds: float) -> void:
	await get_tree().create_timer(seconds).timeout


## The seq of the first entry that brought each kind of moment.
func moments() -> Dictionary[Moment.Kind, Moment]:
	var found: Dictionary[Moment.Kind, Moment] = {}
	var before := hud.timeline.state_at(0)
	for seq: int in range(1, hud.timeline.head + 1):
		var after := hud.timeline.state_at(seq)
		for moment: Moment in Moments.of(hud.timeline.event_at(seq), before, after):
			if not found.has(moment.kind):
				found[moment.kind] = moment
		before = after
	return found


## The first entry of this type whose field holds this; 0 when there is none.
func seq_of(type: String, field: String = "", value: String = "") -> int:
	for seq: int in range(1, hud.timeline.head + 1):
		var event := hud.timeline.event_at(seq)
		if event.type == type and (field.is_empty() or Fields.text(event.data, field) == value):
			return seq
	return 0


func pick(kind: String, id: String = "", seq: int = 0) -> void:
	hud.picked.emit(Pick.create(kind, id, seq))


## A key as a person's hand would press it.
func press(key: Key) -> void:
	for down: bool in [true, false]:
		var event := InputEventKey.new()
		event.keycode = key
		event.physical_keycode = key
		event.pressed = down
		get_viewport().push_input(event)
		await get_tree().process_frame


func choose(values: Dictionary[String, Variant]) -> void:
	hud.settings.choose(values)


## What the window shows now.
func picture() -> Image:
	await RenderingServer.frame_post_draw
	return get_viewport().get_texture().get_image()


func figures() -> Array[Figure]:
	var found: Array[Figure] = []
	for node: Node in lab.find_children("*", "", true, false):
		if node is Figure:
			found.append(node as Figure)
	return found


## Lines of the record that `--replay` names.
func _entries() -> int:
	for word: String in OS.get_cmdline_user_args():
		if word.begins_with("--replay="):
			return FileAccess.get_file_as_string(word.trim_prefix("--replay=")).count("\n")
	return 0


static func _first(under: Node, wanted: Callable) -> Node:
	if wanted.call(under):
		return under
	for child: Node in under.get_children():
		var found := _first(child, wanted)
		if found != null:
			return found
	return null
