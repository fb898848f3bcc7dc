class_name Head
extends RefCounted
## The head of each role: the skull with what is behind it, and hair or hat before it. The silhouette comes from here.


static func put(clay: Clay, role: Palette.Role, at: Transform2D, face: Callable) -> void:
	var key := "%d%s" % [role, Palette.role_tone(role).to_html()]
	# The skull stays round while hair and hat narrow in the turn.
	var round_at := at
	round_at.x = at.x.normalized()
	clay.put(Clay.form("skull" + key, _skull.bind(role)), round_at)
	face.call()
	clay.put(Clay.form("hair" + key, _hair.bind(role)), at)


static func _skull(role: Palette.Role) -> void:
	var skin := Palette.SKINS[role]
	var hair := Looks.HAIR[role]
	Brush.dot(null, Vector2(-1.5, 12), 5.0, skin.darkened(0.2))
	match role:
		Palette.Role.POSTDOC:
			Brush.dot(null, Vector2(-9, -15), 7.5, hair)
			Brush.dot(null, Vector2(-10.5, -16.5), 4.5, hair.lightened(0.12))
		Palette.Role.ML_ENGINEER:
			for i: int in 9:
				Brush.dot(null, Vector2(-3, -4) + Vector2.from_angle(PI * 0.72 + PI * 1.42 * i / 8.0) * 13.0, 6.6, hair)
		Palette.Role.REVIEWER:
			Brush.blob(null, Looks.dots([-14, -6, -16, 6, -14, 15, -6, 13, 10, 13, 14, 8, 13, -6]), hair)
	Brush.dot(null, Vector2.ZERO, 14.0, skin.darkened(0.13))
	Brush.dot(null, Vector2(-1.1, -0.7), 12.7, skin)


static func _hair(role: Palette.Role) -> void:
	var hair := Looks.HAIR[role]
	var coat := Palette.role_tone(role)
	match role:
		Palette.Role.PHD:
			Brush.blob(
				null,
				Looks.dots(
					[
						-14,
						3,
						-15.5,
						-7,
						-10,
						-17,
						-4,
						-15,
						1,
						-21,
						4,
						-16,
						12,
						-17,
						14.5,
						-7,
						11,
						-5,
						5,
						-8.5,
						-3,
						-6.5,
						-9,
						-3
					]
				),
				hair
			)
		Palette.Role.POSTDOC:
			Brush.blob(
				null, Looks.dots([-14, 7, -15.5, -5, -8, -15, 4, -15.5, 14, -6, 12, -4, 4, -10, -5, -6, -10, 5]), hair
			)
		Palette.Role.PROFESSOR:
			Brush.blob(null, Looks.dots([-12, 8, -17, 3, -16.5, -6, -11, -9, -9, -2]), hair, 4)
			Brush.blob(null, Looks.dots([12.5, -3, 13, -9, 16, -5, 15, 0]), hair, 3)
		Palette.Role.ML_ENGINEER:
			Brush.blob(null, Looks.dots([-13, 2, -14, -8, -6, -15, 6, -15, 13.5, -7, 8, -9, -2, -8, -9, -3]), hair)
			Brush.arc(null, Vector2.ZERO, 16.5, PI * 1.12, PI * 1.88, Palette.PAPER, 3.0)
			Brush.box(null, Rect2(-17, -5, 8, 12), Palette.PAPER, 4)
			Brush.box(null, Rect2(-15, -3, 4, 8), coat, 2)
		Palette.Role.SOFTWARE_ENGINEER:
			Brush.blob(
				null, Looks.dots([-15, -5, -13, -15, -3, -21, 8, -18, 14.5, -9, 14.5, -5, 0, -7]), Color("3f6f95")
			)
			Brush.blob(null, Looks.dots([-16, -2, -16, -8, 0, -11, 15.5, -8, 15.5, -2.5, 0, -5]), Color("568bb3"), 4)
			Brush.dot(null, Vector2(-4, -22), 4.0, Palette.PAPER)
		Palette.Role.REVIEWER:
			Brush.blob(null, Looks.dots([-13, -7, -11, -21, -1, -19, 9, -22, 12, -8]), coat)
			Brush.blob(null, Looks.dots([-13, -10, 0, -8.5, 12, -10, 12, -6.5, 0, -5, -13, -6.5]), Palette.HONEY, 3)
			Brush.blob(
				null,
				Looks.dots([-24, -5, -12, -8, 0, -6, 12, -8, 23, -6, 14, -2.5, 0, -1.5, -14, -2]),
				coat.lightened(0.08)
			)
