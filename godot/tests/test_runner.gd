extends TestCase
## The runner itself.


func test_an_error_expected_by_name_is_no_failure() -> void:
	expect_error("on purpose")
	push_error("on purpose, by the test of the runner")


func test_a_click_reaches_a_button_in_a_window_without_a_display() -> void:
	var button := Button.new()
	button.size = Vector2(100, 40)
	var pressed: Array[bool] = [false]
	button.pressed.connect(func() -> void: pressed[0] = true)
	var viewport := stage(button)
	await frames(2)
	click(viewport, Vector2(20, 20))
	await frames(1)
	check(pressed[0])
