extends TestCase
## The waits between tries.


func test_the_first_waits_double_from_a_quarter_of_a_second_to_four() -> void:
	var waits: Array[float] = []
	for tries: int in 7:
		waits.append(BackOff.seconds(tries, 0.0))
	check_eq(waits, [0.25, 0.5, 1.0, 2.0, 4.0, 4.0, 4.0] as Array[float])


func test_chance_shortens_a_wait_by_a_quarter_at_most_and_never_below_the_first() -> void:
	check_eq(BackOff.seconds(4, 1.0), 3.0)
	check_eq(BackOff.seconds(0, 1.0), 0.25)
	check_eq(BackOff.seconds(1, 0.5), 0.4375)


func test_a_try_after_a_day_waits_no_longer() -> void:
	check_eq(BackOff.seconds(100000, 0.0), 4.0)
