extends SceneTree
## godot --headless --path . --script res://tests/run_tests.gd [-- FILTER]
## Runs every test_* method of every tests/**/test_*.gd. Exit status 1 when one failed or none ran.

const TEST_SECONDS := 60.0
const LAST_FRAMES := 3

var _errors := ErrorCatcher.new()


func _initialize() -> void:
	OS.add_logger(_errors)
	_run.call_deferred()


func _run() -> void:
	var args := OS.get_cmdline_user_args()
	var filter := args[0] if args else ""
	var passed := 0
	var failed := 0
	for path in _find("res://tests"):
		var script := load(path) as GDScript
		if script == null or not script.can_instantiate():
			failed += 1
			print("not ok ", path, " does not load")
			continue
		for method in script.get_script_method_list():
			var name: String = method.name
			if not name.begins_with("test_") or not (filter.is_empty() or (path + ":" + name).contains(filter)):
				continue
			var problems := await _run_one(script, name)
			if problems.is_empty():
				passed += 1
				print("ok     ", path.get_file(), " ", name)
			else:
				failed += 1
				print("not ok ", path.get_file(), " ", name)
				for problem in problems:
					print("         ", problem)
	print("%d passed, %d failed" % [passed, failed])
	OS.remove_logger(_errors)
	# What threads still have to tell is told, and what was freed in the last frame is gone.
	for i: int in LAST_FRAMES:
		await process_frame
	quit(1 if failed > 0 or passed == 0 else 0)


func _run_one(script: GDScript, name: String) -> PackedStringArray:
	_errors.take()
	var case: TestCase = script.new()
	root.add_child(case)
	var done: Array[bool] = [false]
	@warning_ignore("missing_await")
	_call(case, name, done)
	var end := Time.get_ticks_msec() + int(TEST_SECONDS * 1000.0)
	while not done[0] and Time.get_ticks_msec() < end and _errors.script_errors == 0:
		await process_frame
	var problems := case.failures.duplicate()
	if not done[0]:
		problems.append("did not finish")
	var expected := case.expected_errors.duplicate()
	case.free()
	problems.append_array(_without(_errors.take(), expected))
	return problems


## What is left of the errors when those are out that were expected; one that was expected and did not come is a
## problem too.
func _without(errors: PackedStringArray, expected: PackedStringArray) -> PackedStringArray:
	var problems: PackedStringArray = []
	var came: PackedStringArray = []
	for error: String in errors:
		var part := ""
		for one: String in expected:
			if error.contains(one):
				part = one
		if part.is_empty():
			problems.append(error)
		else:
			came.append(part)
	for one: String in expected:
		if not came.has(one):
			problems.append("expected an error with '%s', which did not come" % one)
	return problems


func _call(case: TestCase, name: String, done: Array[bool]) -> void:
	await case.call(name)
	done[0] = true


func _find(folder: String) -> PackedStringArray:
	var found: PackedStringArray = []
	for sub in DirAccess.get_directories_at(folder):
		found.append_array(_find(folder.path_join(sub)))
	for file in DirAccess.get_files_at(folder):
		if file.begins_with("test_") and file.ends_with(".gd") and file != "test_case.gd":
			found.append(folder.path_join(file))
	found.sort()
	return found


class ErrorCatcher:
	extends Logger

	var script_errors: int = 0
	var _seen: PackedStringArray = []
	var _lock := Mutex.new()

	func _log_error(
		function: String,
		file: String,
		line: int,
		code: String,
		rationale: String,
		_editor: bool,
		type: int,
		_traces: Array[ScriptBacktrace]
	) -> void:
		if type == ERROR_TYPE_WARNING:
			return
		_lock.lock()
		if type == ERROR_TYPE_SCRIPT:
			script_errors += 1
		_seen.append("%s (%s:%d in %s)" % [rationale if rationale else code, file, line, function])
		_lock.unlock()

	func take() -> PackedStringArray:
		_lock.lock()
		var seen := _seen.duplicate()
		_seen.clear()
		script_errors = 0
		_lock.unlock()
		return seen
