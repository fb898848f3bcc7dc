extends TestCase
## Figures: poses, ways and gestures.


func test_every_pose_is_drawn_by_every_role_with_every_thing() -> void:
	var drawn: Array[int] = [0]
	var hold := Node2D.new()
	stage(hold)
	for role: Palette.Role in Palette.Role.values():
		for pose: Figure.Pose in Figure.Pose.values():
			var figure := Figure.create(role, Vector2(100, 200))
			figure.pose = pose
			figure.carrying = Things.Kind.values()[(role + pose) % Things.Kind.size()]
			figure.sitting = (role + pose) % 2 == 0
			figure.chosen = true
			figure.timer = 42.0
			figure.draw.connect(func() -> void: drawn[0] += 1)
			hold.add_child(figure)
	await frames(3)
	check(drawn[0] >= 6 * Figure.Pose.size(), "%d drawings" % drawn[0])


func test_every_thing_and_every_sign_has_a_drawing() -> void:
	for kind: Things.Kind in Things.Kind.values():
		if kind != Things.Kind.NONE:
			check(Things.DRAW.has(kind) and Things.HELD.has(kind), str(kind))


func test_every_moment_has_a_gesture_of_one_to_three_seconds() -> void:
	for kind: Moment.Kind in Moment.Kind.values():
		check(Gestures.TABLE.has(kind), "no gesture for %d" % kind)
		var row := Gestures.of(PeopleStates.moment(kind))
		var seconds: float = row[1]
		check(seconds >= 1.0 and seconds <= 3.0, "%d takes %.1f s" % [kind, seconds])


func test_a_foot_on_the_floor_does_not_slide() -> void:
	var stride := 40.0
	var worst := 0.0
	for i: int in 50:
		var cycle := 0.005 + i * 0.01
		if cycle + 0.01 > Gait.ON_FLOOR:
			continue
		var before := Gait.of(cycle, stride, 1.0, 0.0, false)
		var after := Gait.of(cycle + 0.01, stride, 1.0, 0.0, false)
		var slid := after[Bones.Joint.FOOT0_X] + 0.01 * stride - before[Bones.Joint.FOOT0_X]
		worst = maxf(worst, absf(slid))
	check(worst < 0.01, "slides by %.3f" % worst)


func test_joints_ease_from_pose_to_pose() -> void:
	var figure := Figure.create(Palette.Role.POSTDOC, Vector2(100, 200))
	add_child(figure)
	var worst := 0.0
	var hand := figure.joint(Bones.Joint.HAND0_Y)
	figure.pose = Figure.Pose.RAISE
	for i: int in 60:
		figure.pass_time(1.0 / 60.0)
		worst = maxf(worst, absf(figure.joint(Bones.Joint.HAND0_Y) - hand))
		hand = figure.joint(Bones.Joint.HAND0_Y)
	check(hand < -80.0, "the hand is at %.1f" % hand)
	check(worst < 34.0, "a hand jumps by %.1f" % worst)
	figure.free()


func test_thinking_becomes_waiting_with_a_clock() -> void:
	var figure := Figure.create(Palette.Role.POSTDOC, Vector2(100, 200))
	figure.pose = Figure.Pose.THINK
	figure.timer = 1.0
	check_eq(figure.shown(), Figure.Pose.THINK)
	figure.timer = Palette.CLOCK_AFTER + 0.1
	check_eq(figure.shown(), Figure.Pose.WAIT)
	figure.free()


func test_ways_lead_through_the_house_by_floor_and_stairs() -> void:
	for from_room: String in FloorPlan.ROOMS:
		for to_room: String in FloorPlan.ROOMS:
			var from := FloorPlan.spot(from_room, 0)
			var to := FloorPlan.spot(to_room, 1)
			var path := FloorPlan.route(from, to)
			check_eq(path[-1], to)
			var at := from
			for point: Vector2 in path:
				var climbs := absf(point.y - at.y) > 45.0
				check(not climbs, "%s to %s: %s to %s goes through a ceiling" % [from_room, to_room, at, point])
				at = point
