class_name TestCase
extends Node
## Base of every suite: methods named test_* are run, each on a fresh instance in the tree.

var failures: PackedStringArray = []
## Parts of engine messages that this test brings about on purpose; each must come at least once.
var expected_errors: PackedStringArray = []


## Names an error that the engine will print and that is no failure.
func expect_error(part: String) -> void:
	expected_errors.append(part)


## A 1280×720 window of its own in which drawing and input work without a display.
func stage(scene: Node, size: Vector2i = Vector2i(1280, 720)) -> SubViewport:
	var viewport := SubViewport.new()
	viewport.size = size
	viewport.gui_embed_subwindows = true
	viewport.handle_input_locally = true
	add_child(viewport)
	viewport.add_child(scene)
	return viewport


## A press and release of the left button there, as a person's hand would bring it.
func click(viewport: SubViewport, at: Vector2) -> void:
	for down: bool in [true, false]:
		var press := InputEventMouseButton.new()
		press.button_index = MOUSE_BUTTON_LEFT
		press.position = at
		press.global_position = at
		press.pressed = down
		viewport.push_input(press, true)


func type_key(viewport: SubViewport, key: Key, letter: String = "") -> void:
	for down: bool in [true, false]:
		var press := InputEventKey.new()
		press.keycode = key
		press.physical_keycode = key
		press.unicode = letter.unicode_at(0) if letter and down else 0
		press.pressed = down
		viewport.push_input(press, true)


func frames(count: int = 1) -> void:
	for i: int in count:
		await get_tree().process_frame


func check(condition: bool, message: String = "expected true") -> void:
	if not condition:
		_fail(message)


func check_eq(actual: Variant, expected: Variant, message: String = "") -> void:
	if typeof(actual) != typeof(expected) or actual != expected:
		_fail("%s expected %s, got %s" % [message, var_to_str(expected), var_to_str(actual)])


## Waits until the condition holds, at most that long. Returns whether it did.
func until(condition: Callable, seconds: float = 2.0) -> bool:
	var end := Time.get_ticks_msec() + int(seconds * 1000.0)
	while not condition.call():
		if Time.get_ticks_msec() > end:
			_fail("waited %.1f s in vain" % seconds)
			return false
		await get_tree().process_frame
	return true


func _fail(message: String) -> void:
	var where := ""
	for frame: Dictionary in get_stack():
		var source: String = frame.source
		if not source.ends_with("test_case.gd"):
			where = "%s:%d" % [source, frame.line]
			break
	failures.append("%s (%s)" % [message.strip_edges(), where])
