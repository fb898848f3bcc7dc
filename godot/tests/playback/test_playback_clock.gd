extends TestCase
## Which moment is shown, and when.

var _passed: PackedInt32Array = []
var _jumps: int = 0


func _clock(timeline: RunTimeline) -> PlaybackClock:
	var clock := PlaybackClock.new()
	clock.timeline = timeline
	clock.moved.connect(
		func(steps: Array[LabEvent]) -> void:
			if steps.is_empty():
				_jumps += 1
			for step: LabEvent in steps:
				_passed.append(step.seq)
	)
	return clock


func _run(clock: PlaybackClock, seconds: float) -> void:
	for i: int in roundi(seconds * 60.0):
		clock.tick(1.0 / 60.0)


func test_live_every_entry_is_passed_once_and_in_order() -> void:
	var timeline := ListedTimeline.create(["run-start", "phase-start", "turn-start", "turn-reply", "turn-end"])
	var clock := _clock(timeline)
	_run(clock, 6.0)
	ListedTimeline.add(timeline, "turn-start")
	ListedTimeline.add(timeline, "turn-reply")
	_run(clock, 3.0)
	check_eq(_passed, PackedInt32Array([1, 2, 3, 4, 5, 6, 7]))
	check_eq(_jumps, 0, "jumps")


func test_an_entry_that_comes_after_a_silence_is_shown_at_once_and_the_next_one_waits_its_turn() -> void:
	var timeline := ListedTimeline.create(["phase-start"])
	var clock := _clock(timeline)
	_run(clock, 20.0)
	ListedTimeline.add(timeline, "plan-accept")
	for i: int in 4:
		ListedTimeline.add(timeline, "turn-reply")
	_run(clock, 0.1)
	check(clock.seq >= 2, "the plan is shown")
	check(clock.seq < 6, "and not all that follows at once, %d" % clock.seq)


func test_far_behind_it_hurries_says_so_and_calms_down_again() -> void:
	var types := []
	types.resize(200)
	types.fill("turn-reply")
	var clock := _clock(ListedTimeline.create(types))
	_run(clock, 2.0)
	check(clock.hurries(), "hurries")
	check(clock.rate <= PlaybackClock.HURRY, "within bounds")
	_run(clock, 60.0)
	check_eq(clock.seq, 200)
	check(not clock.hurries(), "calm again at %f" % clock.rate)


func test_what_is_hopelessly_behind_is_jumped_over() -> void:
	var types := []
	types.resize(PlaybackClock.FAR + 50)
	types.fill("turn-end")
	var clock := _clock(ListedTimeline.create(types))
	clock.tick(0.02)
	check_eq(clock.seq, PlaybackClock.FAR + 50)
	check_eq(_jumps, 1)


func test_a_replay_keeps_the_gaps_of_the_run_but_no_dull_pause() -> void:
	var clock := _clock(ListedTimeline.create(["turn-end", "turn-end", "turn-end"], 60.0))
	clock.seek(1)
	clock.play()
	_run(clock, 1.9)
	check_eq(clock.seq, 1)
	_run(clock, 0.3)
	check_eq(clock.seq, 2)


func test_sixteen_times_is_sixteen_times_as_fast_as_once() -> void:
	var types := []
	types.resize(400)
	types.fill("program-start")
	var passed: Array[int] = []
	for speed: float in [1.0, 16.0]:
		var clock := _clock(ListedTimeline.create(types))
		clock.seek(1)
		clock.set_speed(speed)
		clock.play()
		_run(clock, 10.0)
		passed.append(clock.seq)
	check(absi(passed[1] - passed[0] * 16) <= 20, "%d and %d" % [passed[0], passed[1]])


func test_dragging_shows_a_moment_without_acting_out_what_lies_between_and_leaves_the_present() -> void:
	var clock := _clock(ListedTimeline.create(["a", "b", "c", "d"]))
	_run(clock, 2.0)
	_passed.clear()
	_jumps = 0
	clock.seek(2)
	check_eq(_passed.size(), 0)
	check_eq(_jumps, 1)
	check_eq(clock.seq, 2)
	check(not clock.live)
	clock.seek(4)
	check(clock.live, "the end of it is the present")


func test_a_seek_beyond_either_end_stays_inside() -> void:
	var clock := _clock(ListedTimeline.create(["a", "b"]))
	clock.seek(-5)
	check_eq(clock.seq, 1)
	clock.seek(99)
	check_eq(clock.seq, 2)


func test_one_step_on_is_acted_out_and_the_clock_stands_still() -> void:
	var clock := _clock(ListedTimeline.create(["a", "b", "c"]))
	clock.seek(1)
	_jumps = 0
	clock.step(1)
	check_eq(_passed, PackedInt32Array([2]))
	check_eq(_jumps, 0)
	_run(clock, 5.0)
	check_eq(clock.seq, 2)
	clock.step(-1)
	check_eq(clock.seq, 1)
	check_eq(_jumps, 1)


func test_pause_holds_the_moment_while_the_run_goes_on_and_follow_goes_back_to_the_present() -> void:
	var timeline := ListedTimeline.create(["a", "b", "c"])
	var clock := _clock(timeline)
	_run(clock, 2.0)
	clock.pause()
	for i: int in 5:
		ListedTimeline.add(timeline, "turn-end")
	_run(clock, 5.0)
	check_eq(clock.seq, 3)
	clock.follow_live()
	check_eq(clock.seq, 8)
	check(clock.live and clock.playing)


func test_play_at_the_end_of_a_finished_run_begins_anew() -> void:
	var clock := _clock(ListedTimeline.create(["run-start", "turn-end", "run-end"]))
	_run(clock, 9.0)
	check_eq(clock.seq, 3)
	clock.play()
	check_eq(clock.seq, 1)
	check(not clock.live)


func test_a_clock_without_a_timeline_does_nothing() -> void:
	var clock := PlaybackClock.new()
	clock.tick(1.0)
	clock.seek(3)
	clock.step(1)
	clock.play()
	check_eq(clock.seq, 0)
