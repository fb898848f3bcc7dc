extends TestCase
## The hour over the house.


func _state(seconds: float, limit: Variant = null) -> Dictionary:
	return {"spent": {"seconds": seconds}, "budget": {"seconds": limit}}


func test_a_run_begins_in_the_morning_and_is_in_the_evening_after_an_hour_of_work() -> void:
	check_eq(Day.hour(_state(0.0)), Day.MORNING)
	check_eq(Day.hour(_state(3600.0)), Day.EVENING)
	check_eq(Day.night(Day.MORNING), 0.0)
	check_eq(Day.night(Day.EVENING), 1.0)


func test_with_a_time_budget_evening_comes_when_it_is_used_up() -> void:
	check_eq(Day.hour(_state(3600.0, 7200.0)), (Day.MORNING + Day.EVENING) / 2.0)
	check_eq(Day.hour(_state(7200.0, 7200.0)), Day.EVENING)


func test_the_hours_of_a_long_run_go_on_round() -> void:
	check_eq(Day.hour(_state(7200.0)), Day.MORNING)
	check_eq(Day.hour(_state(5400.0)), 3.0)


func test_a_run_that_is_over_has_evening() -> void:
	var state := _state(4.0)
	state["outcome"] = {"kind": "complete"}
	check_eq(Day.hour(state), Day.EVENING)


func test_the_sky_has_no_jump_in_it() -> void:
	for i: int in 240:
		var a := Day.sky(i / 10.0)
		var b := Day.sky(fmod((i + 1) / 10.0, 24.0))
		for k: int in 2:
			var gap := Vector3(a[k].r, a[k].g, a[k].b).distance_to(Vector3(b[k].r, b[k].g, b[k].b))
			check(gap < 0.09, "jump of %.2f at %.1f" % [gap, i / 10.0])
