class_name Shot
extends Node
## Takes one picture of the window, once everything has come to rest, and ends the program.

## Seconds for lamps, dusk and bubbles to come to rest.
const SETTLE := 3.5

var _path: String
var _left: float = SETTLE


static func create(path: String) -> Shot:
	var shot := Shot.new()
	shot._path = path
	return shot


func _process(delta: float) -> void:
	_left -= delta
	if _left > 0.0:
		return
	set_process(false)
	if DisplayServer.get_name() == "headless":
		print("there is no picture without a window: run godot without --headless")
		get_tree().quit(1)
		return
	await RenderingServer.frame_post_draw
	var image := get_viewport().get_texture().get_image()
	# The engine's own saving says aloud what went wrong, with its call stack.
	var file := FileAccess.open(_path, FileAccess.WRITE) if image else null
	if file == null or not file.store_buffer(image.save_png_to_buffer()):
		print(LinkTalk.plain(Words.of("launch.unwritable", {"word": "--shot=" + _path})))
		get_tree().quit(1)
		return
	print(_path)
	get_tree().quit()
