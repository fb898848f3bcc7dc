class_name Face
extends RefCounted
## Eyes, brows and mouth by mood. While the head turns, the face slides round it.

enum Eyes { OPEN, SHUT, HAPPY, LOW }
enum Mouth { SMILE, FLAT, SAD, OPEN, GRIN, SMALL }

## Eyes and mouth of a pose; a smile when it has none.
const MOODS: Dictionary[Figure.Pose, Array] = {
	Figure.Pose.READ: [Eyes.LOW, Mouth.FLAT],
	Figure.Pose.TYPE: [Eyes.LOW, Mouth.FLAT],
	Figure.Pose.WRITE: [Eyes.OPEN, Mouth.FLAT],
	Figure.Pose.TALK: [Eyes.OPEN, Mouth.OPEN],
	Figure.Pose.PRESENT: [Eyes.OPEN, Mouth.OPEN],
	Figure.Pose.THINK: [Eyes.OPEN, Mouth.FLAT],
	Figure.Pose.WAIT: [Eyes.OPEN, Mouth.FLAT],
	Figure.Pose.CHEER: [Eyes.HAPPY, Mouth.GRIN],
	Figure.Pose.NOD: [Eyes.HAPPY, Mouth.SMILE],
	Figure.Pose.SLUMP: [Eyes.SHUT, Mouth.SAD],
	Figure.Pose.REST: [Eyes.SHUT, Mouth.SMALL],
	Figure.Pose.SIGH: [Eyes.SHUT, Mouth.SMALL],
	Figure.Pose.SCRATCH: [Eyes.OPEN, Mouth.SAD],
	Figure.Pose.RAISE: [Eyes.OPEN, Mouth.SMALL],
	Figure.Pose.LOOK_UP: [Eyes.OPEN, Mouth.SMALL],
	Figure.Pose.SHAKE: [Eyes.SHUT, Mouth.SAD],
	Figure.Pose.STRETCH: [Eyes.HAPPY, Mouth.OPEN],
}
## Poses whose brows show worry.
const WORRY: Array[Figure.Pose] = [Figure.Pose.SLUMP, Figure.Pose.SCRATCH, Figure.Pose.SIGH, Figure.Pose.SHAKE]


static func mood(pose: Figure.Pose) -> Array:
	return MOODS.get(pose, [Eyes.OPEN, Mouth.SMILE])


## `at`: the head's place and tilt, not mirrored. `turn`: -1 looks left, 1 right. `look`: where the pupils go.
static func put(
	clay: Clay, role: Palette.Role, at: Transform2D, turn: float, look: Vector2, eyes: Eyes, mouth: Mouth, worry: bool
) -> void:
	var professor := role == Palette.Role.PROFESSOR
	var low := Vector2(turn * 0.5, 1.2) if eyes == Eyes.LOW else Vector2.ZERO
	var eye_form := Clay.form("eye%d%s" % [eyes, professor], _eye.bind(eyes, professor))
	clay.put(Clay.form("cheek", _cheek), at.translated_local(Vector2(turn * -2.5, 6.5)))
	for i: int in 2:
		var x := turn * 5.5 + (9.0 * i - 4.5)
		clay.put(eye_form, at.translated_local(Vector2(x, 1.0) + look + low))
		if worry:
			var brow := Transform2D((0.35 if i == 0 else -0.35) * -1.0, Vector2(x, -5.0))
			clay.put(Clay.form("brow", _brow), at * brow)
		if professor:
			clay.put(Clay.form("glass", _glass), at.translated_local(Vector2(x, 1.0)))
	if professor:
		var side := signf(turn) if turn != 0.0 else 1.0
		clay.put(Clay.form("beard", _beard), at * Transform2D(0.0, Vector2(side, 1), 0.0, Vector2(turn * 6.0, 7.2)))
		if mouth in [Mouth.OPEN, Mouth.GRIN]:
			clay.put(Clay.form("mouthp", _mouth.bind(Mouth.SMALL)), at.translated_local(Vector2(turn * 6.0, 10.4)))
		return
	if role == Palette.Role.SOFTWARE_ENGINEER:
		var wide := maxf(absf(turn), 0.75) * (1.0 if turn >= 0.0 else -1.0)
		clay.put(Clay.form("fullbeard", _full_beard), at * Transform2D(0.0, Vector2(wide, 1), 0.0, Vector2.ZERO))
	clay.put(Clay.form("mouth%d" % mouth, _mouth.bind(mouth)), at.translated_local(Vector2(turn * 6.0, 7.0)))


static func _eye(eyes: Eyes, small: bool) -> void:
	match eyes:
		Eyes.SHUT:
			Brush.stroke(null, Looks.dots([-2.4, 0, 0, 1.4, 2.4, 0]), Palette.INK, 1.5)
		Eyes.HAPPY:
			Brush.stroke(null, Looks.dots([-2.6, 0.6, 0, -1.6, 2.6, 0.6]), Palette.INK, 1.6)
		Eyes.LOW:
			Brush.oval(null, Vector2.ZERO, Vector2(1.4, 1.2) if small else Vector2(1.8, 1.5), Palette.INK)
		_:
			Brush.oval(null, Vector2.ZERO, Vector2(1.4, 1.9) if small else Vector2(1.7, 2.3), Palette.INK)


static func _cheek() -> void:
	Brush.dot(null, Vector2.ZERO, 2.8, Color(Palette.BRICK, 0.22))


static func _brow() -> void:
	Brush.stroke(null, Looks.dots([-2.6, 0, 2.6, 0]), Palette.INK, 1.3)


static func _glass() -> void:
	Brush.arc(null, Vector2.ZERO, 4.4, 0, TAU, Palette.WALNUT, 1.1)


static func _beard() -> void:
	Brush.blob(
		null, Looks.dots([0, -1.7, 5, -1.2, 7, 1.3, 0, 0.8, -7, 1.3, -5, -1.2]), Looks.HAIR[Palette.Role.PROFESSOR], 3
	)


static func _full_beard() -> void:
	var hair := Looks.HAIR[Palette.Role.SOFTWARE_ENGINEER]
	Brush.blob(
		null, Looks.dots([-13, 2, -11, 9, -4, 15, 6, 15, 12, 9, 13, 3, 9, 5.5, 5, 4.5, 0, 5.5, -7, 6, -9, 0]), hair
	)


static func _mouth(mouth: Mouth) -> void:
	var dark := Palette.BRICK.darkened(0.35)
	match mouth:
		Mouth.OPEN:
			Brush.oval(null, Vector2.ZERO, Vector2(2.5, 2.8), dark)
		Mouth.SMALL:
			Brush.oval(null, Vector2.ZERO, Vector2(1.5, 1.6), dark)
		Mouth.GRIN:
			Brush.blob(null, Looks.dots([-4, -1.5, 4, -1.5, 0, 3.6]), dark, 4)
		Mouth.FLAT:
			Brush.stroke(null, Looks.dots([-2.6, 0, 2.6, 0]), Palette.INK, 1.3)
		Mouth.SAD:
			Brush.stroke(null, Looks.dots([-3, 0.8, 0, -0.8, 3, 0.8]), Palette.INK, 1.4)
		_:
			Brush.stroke(null, Looks.dots([-3.2, -0.4, 0, 1.5, 3.2, -0.4]), Palette.INK, 1.4)
