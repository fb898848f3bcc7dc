extends SceneTree
## Loads every script and scene of the project; a warning set to error stops the load.

var _bad: int = 0
var _seen: int = 0


func _initialize() -> void:
	_walk.call_deferred("res://")


func _walk(folder: String) -> void:
	_visit(folder)
	print("%d passed, %d failed" % [_seen - _bad, _bad])
	quit(1 if _bad > 0 or _seen == 0 else 0)


func _visit(folder: String) -> void:
	for sub: String in DirAccess.get_directories_at(folder):
		if not sub.begins_with("."):
			_visit(folder.path_join(sub))
	for file: String in DirAccess.get_files_at(folder):
		if file.get_extension() in ["gd", "tscn", "tres", "gdshader"]:
			_seen += 1
			var res: Resource = ResourceLoader.load(folder.path_join(file))
			var script: GDScript = res as GDScript
			if res == null or (script != null and not script.can_instantiate() and not script.is_abstract()):
				_bad += 1
				print("does not load: ", folder.path_join(file))
