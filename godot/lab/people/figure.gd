class_name Figure
extends Node2D
## One member of the lab: role, pose, facing and stride in; a small person out. The origin is between the feet.

signal arrived

enum Pose { IDLE, WALK, READ, TYPE, TALK, WAIT, CHEER, SLUMP }

const HAIR: Array[Color] = [
	Color("5b3826"), Color("8c3f2b"), Color("f1eadf"), Color("2b2024"), Color("b9763c"), Color("8d8791")
]
const HEM: Array[float] = [-25.0, -24.0, -15.0, -26.0, -25.0, -5.0]

var role: Palette.Role = Palette.Role.PHD
var pose: Pose = Pose.IDLE:
	set = set_pose
var facing: float = 1.0
var carrying: bool = false
var clock: float = 0.0
## Seconds waited so far, shown over the head while waiting.
var timer: float = -1.0
var _path: PackedVector2Array
var stride: float = 0.0
var _drawn: float = -1.0
var _lift: float
var _lean: float
var _nod: Vector2
var _hands: PackedVector2Array
var _feet: PackedVector2Array


static func create(a_role: Palette.Role, at: Vector2) -> Figure:
	var figure := Figure.new()
	figure.role = a_role
	figure.position = at
	figure.clock = a_role * 1.7
	return figure


func set_pose(value: Pose) -> void:
	pose = value
	_drawn = -1.0
	queue_redraw()


func walk(path: PackedVector2Array) -> void:
	_path = path
	pose = Pose.WALK


func _process(delta: float) -> void:
	clock += delta
	if timer >= 0.0:
		timer += delta
	if pose == Pose.WALK and not _path.is_empty():
		_advance(delta)
	var rate := Palette.DRAWINGS_WALK if pose in [Pose.WALK, Pose.CHEER] else Palette.DRAWINGS_REST
	var frame := floorf(Time.get_ticks_msec() * 0.001 * rate)
	if frame != _drawn:
		_drawn = frame
		queue_redraw()


func _advance(delta: float) -> void:
	var gap := _path[0] - position
	var steep := absf(gap.y) > absf(gap.x) * 0.6 and absf(gap.y) > 1.0
	var step := (Palette.STAIR_SPEED if steep else Palette.WALK_SPEED) * delta
	stride += step / Palette.STRIDE
	if absf(gap.x) > 1.0:
		facing = signf(gap.x)
	if gap.length() <= step:
		position = _path[0]
		_path.remove_at(0)
		if _path.is_empty():
			pose = Pose.IDLE
			arrived.emit()
	else:
		position += gap.normalized() * step


func _bend() -> void:
	var t := clock
	_lift = sin(t * 2.1) * 0.6
	_lean = 0.0
	_nod = Vector2(0, sin(t * 2.1 - 0.5) * 0.5)
	_feet = [Vector2(5, 0), Vector2(-4, 1)]
	_hands = [Vector2(13, -33), Vector2(-11, -32)]
	match pose:
		Pose.WALK:
			var p := stride * TAU
			_feet = [Vector2(1 + sin(p) * 10, -maxf(0, cos(p)) * 6), Vector2(1 - sin(p) * 10, 1 - maxf(0, -cos(p)) * 6)]
			_lift = -absf(cos(p)) * 2.0
			_lean = 2.5
			_hands = [Vector2(8 - sin(p) * 10, -35), Vector2(-3 + sin(p) * 11, -34)]
		Pose.READ:
			_nod = Vector2(1, 2)
			_hands = [Vector2(17, -45), Vector2(11, -43 + sin(t * 1.3))]
		Pose.TYPE:
			_lean = 1.5
			_nod = Vector2(1, 1)
			_hands = [Vector2(17, -40 + 1.8 * sin(t * 17.0)), Vector2(10, -39 + 1.8 * sin(t * 17.0 + 2.4))]
		Pose.TALK:
			_nod.x = sin(t * 3.0)
			_hands[0] = Vector2(20 + 2 * sin(t * 5.0), -50 + 4 * sin(t * 4.0))
			_hands[1] = Vector2(-2, -38 + 2 * sin(t * 3.3))
		Pose.WAIT:
			_nod = Vector2(-1, sin(t * 0.9))
			_hands = [Vector2(-4, -40), Vector2(9, -57)]
			_feet[0].y = -3.0 * maxf(0, sin(t * 7.0))
		Pose.CHEER:
			_lift = -absf(sin(t * 5.5)) * 10.0
			_feet = [Vector2(6, minf(0, _lift + 2)), Vector2(-6, minf(0, _lift + 2) + 1)]
			_hands = [Vector2(21, -84 + sin(t * 11) * 3), Vector2(-20, -86 + cos(t * 11) * 3)]
			_nod = Vector2(0, -1.5)
		Pose.SLUMP:
			_lift = 3.0
			_lean = 5.0
			_nod = Vector2(4, 7 + sin(t * 1.2) * 0.6)
			_hands = [Vector2(14, -24), Vector2(3, -23)]
	if carrying and pose in [Pose.WALK, Pose.IDLE]:
		_hands = [Vector2(17, -43), Vector2(11, -41)]


func _at(x: float, y: float) -> Vector2:
	return Vector2(x * facing, y)


func _many(flat: PackedFloat32Array, origin: Vector2) -> PackedVector2Array:
	var out := PackedVector2Array()
	for i: int in range(0, flat.size(), 2):
		out.append(origin + _at(flat[i], flat[i + 1]))
	return out


func _draw() -> void:
	_bend()
	var coat := Palette.ROLE_COLORS[role]
	var trousers: Color = [
		Color("56617a"), Color("4a3d46"), Color("8a7568"), Color("3f4a5c"), Color("7b6a58"), Color("1c2036")
	][role]
	var up := Vector2(0, _lift)
	var neck := _at(_lean, -57) + up
	var head := _at(_lean + 2.0, -72) + up + _at(_nod.x, _nod.y)
	Brush.spot(self, Vector2(3, 1), Vector2(22, 7), Color(Palette.INK, 0.42))
	Brush.melt()
	if role == Palette.Role.PHD:
		Brush.blob(
			self, _many([-8, -56, -17, -54, -20, -40, -17, -29, -8, -29], up + _at(_lean * 0.6, 0)), Palette.WALNUT
		)
	_arm(0, neck, coat.darkened(0.24))
	for i: int in 2:
		var foot := _at(_feet[i].x, _feet[i].y - 3)
		var hip := _at(3.5 - 7.0 * i, -29) + up
		var tone := trousers.darkened(0.2 * (1 - i))
		Brush.limb(self, hip, hip.lerp(foot, 0.5) + _at(1.5, 0), foot + Vector2(0, -1), 9.0, tone)
		Brush.blob(
			self,
			_many([-4.5, -3, 1, -4.5, 7.5, -0.5, 7.5, 2.5, 1, 3, -4.5, 2.5], foot),
			Palette.INK.lightened(0.06 * i),
			3
		)
	_torso(neck, up, coat)
	_head(head)
	if carrying or pose == Pose.READ:
		_sheet(_at((_hands[0].x + _hands[1].x) * 0.5 + 3.0, (_hands[0].y + _hands[1].y) * 0.5 - 5.0) + up)
	elif pose == Pose.TYPE:
		_laptop(up)
	_arm(1, neck, coat)
	_signs(head)
	Brush.cast(self)
	if pose == Pose.WAIT:
		_watch(head)


func _laptop(up: Vector2) -> void:
	Brush.poly(self, _many([5, -35, 23, -36, 25, -33, 7, -32], up), Color("59606e"))
	Brush.poly(self, _many([23, -36, 30, -55, 33, -54, 26, -33], up), Color("7a8290"))
	Brush.poly(self, _many([22.4, -37, 29.4, -54.6, 30, -54.2, 23.4, -36], up), Palette.MIST.lightened(0.4))


## Marks around the head that tell the pose from across the room.
func _signs(head: Vector2) -> void:
	match pose:
		Pose.TALK:
			for i: int in 3:
				var out := Vector2.from_angle(-0.5 + 0.42 * i) * Vector2(facing, 1)
				if fmod(clock * 5.0, 2.0) < 1.2:
					Brush.stroke(
						self,
						PackedVector2Array([head + _at(3, 4) + out * 18.0, head + _at(3, 4) + out * 23.0]),
						Color(Palette.INK, 0.55),
						1.8
					)
		Pose.CHEER:
			for i: int in 10:
				var fall := fmod(clock * 0.7 + i * 0.37, 1.0)
				var bit := Vector2((i - 4.5) * 7.0 + sin(clock * 4.0 + i) * 3.0, -106 + fall * 66.0)
				var tone: Color = [Palette.HONEY, Palette.ROLE_COLORS[role], Palette.MOSS, Palette.BRICK][i % 4]
				Brush.place = Transform2D(clock * 3.0 + i, bit)
				Brush.box(self, Rect2(-2.2, -1.4, 4.4, 2.8), Color(tone, minf(1.0, (1.0 - fall) * 3.0)), 0.6)
			Brush.place = Transform2D.IDENTITY
		Pose.SLUMP:
			var drop := fmod(clock * 0.6, 1.0)
			Brush.blob(
				self,
				_many([-15, -6, -12.4, 0, -15, 2.4, -17.6, 0], head + Vector2(0, drop * 10.0)),
				Color(Palette.MIST.darkened(0.2), 1.0),
				3
			)


func _watch(head: Vector2) -> void:
	var text := "%d:%02d" % [floori(timer / 60.0), int(timer) % 60] if timer >= 0.0 else "…"
	var wide := Palette.bold.get_string_size(text, HORIZONTAL_ALIGNMENT_LEFT, -1, 11).x + 14
	Brush.box(self, Rect2(head.x - wide / 2, head.y - 41, wide, 16), Palette.PAPER, 8, 3)
	draw_string(
		Palette.bold, Vector2(head.x - wide / 2, head.y - 29), text, HORIZONTAL_ALIGNMENT_CENTER, wide, 11, Palette.INK
	)


func _arm(i: int, neck: Vector2, color: Color) -> void:
	var shoulder := neck + _at(8.0 if i == 0 else -8.0, 5)
	var palm := _at(_hands[i].x + _lean * 0.7, _hands[i].y + _lift)
	var reach := palm - shoulder
	var bend := (
		shoulder
		+ reach * 0.5
		+ reach.orthogonal().normalized() * facing * (-5.0 if pose != Pose.CHEER else 4.0 * (1 - 2 * i))
	)
	Brush.limb(self, shoulder, bend, palm, 8.0, color)
	Brush.dot(self, palm, 4.1, Palette.SKINS[role].darkened(0.1 * (1 - i)))
	if role == Palette.Role.PROFESSOR and i == 1:
		Brush.oval(self, bend, Vector2(2.6, 3.2), Palette.OAK)


func _torso(neck: Vector2, up: Vector2, coat: Color) -> void:
	var hem := HEM[role]
	var wide := 12.5 if hem > -20 else 11.5
	var base := Vector2(0, hem) + up * (1.0 if hem < -10 else 0.5)
	var top := neck
	var left := PackedVector2Array(
		[
			top + Vector2(-5, -1),
			top + Vector2(-11, 3),
			top.lerp(base, 0.5) + Vector2(-11.5, 0),
			base + Vector2(-wide, -1),
			base + Vector2(-wide + 3, 2)
		]
	)
	var right := PackedVector2Array(
		[
			base + Vector2(wide - 3, 2),
			base + Vector2(wide, -1),
			top.lerp(base, 0.5) + Vector2(11.5, 0),
			top + Vector2(11, 3),
			top + Vector2(5, -1)
		]
	)
	Brush.blob(self, left + right, coat)
	Brush.blob(self, PackedVector2Array([base + Vector2(4, 1.5)]) + right, coat.darkened(0.16))
	if role == Palette.Role.PROFESSOR or role == Palette.Role.REVIEWER:
		Brush.stroke(self, PackedVector2Array([top + _at(2, 8), base + _at(2, 0)]), coat.darkened(0.35), 1.4)
	if role in [Palette.Role.PHD, Palette.Role.SOFTWARE_ENGINEER]:
		Brush.blob(
			self,
			PackedVector2Array(
				[
					top + Vector2(-8, 0),
					top + Vector2(0, -3),
					top + Vector2(8, 0),
					top + Vector2(6, 5),
					top + Vector2(-6, 5)
				]
			),
			coat.darkened(0.1)
		)
		Brush.box(self, Rect2(base + Vector2(-7, -11), Vector2(14, 8)), coat.darkened(0.1), 4)
	if role == Palette.Role.PHD:
		Brush.stroke(
			self, PackedVector2Array([top + _at(-6, 1), top.lerp(base, 0.6) + _at(-7, 0)]), Palette.WALNUT, 3.0
		)
	Brush.mark(
		self, role, top.lerp(base, 0.42 if role != Palette.Role.REVIEWER else 0.5) + _at(1.5, 0), 4.2, Palette.PAPER
	)
	match role:
		Palette.Role.POSTDOC:
			Brush.box(self, Rect2(top + _at(0, 0) + Vector2(-9, -3), Vector2(18, 7)), Palette.HONEY, 3.5)
			Brush.blob(self, _many([-7, 2, -2, 3, -3, 19, -8, 18], top), Palette.HONEY.darkened(0.1), 3)
		Palette.Role.PROFESSOR:
			Brush.poly(self, PackedVector2Array([top + _at(2, 2), top + _at(7, -1), top + _at(7, 6)]), Palette.BRICK)
			Brush.poly(self, PackedVector2Array([top + _at(2, 2), top + _at(-3, -1), top + _at(-3, 6)]), Palette.BRICK)
		Palette.Role.REVIEWER:
			Brush.blob(self, _many([-3, -1, 6, -1, 5, 11, 1.5, 13, -2, 11], top), Palette.PAPER, 3)


func _head(c: Vector2) -> void:
	var skin := Palette.SKINS[role]
	var hair := HAIR[role]
	Brush.dot(self, c + _at(-1.5, 12), 5.0, skin.darkened(0.2))
	if role == Palette.Role.POSTDOC:
		Brush.dot(self, c + _at(-9, -15), 7.5, hair)
		Brush.dot(self, c + _at(-9, -15) + Vector2(-1.5, -1.5), 4.5, hair.lightened(0.12))
	elif role == Palette.Role.ML_ENGINEER:
		for i: int in 9:
			Brush.dot(
				self,
				(
					c
					+ _at(-3, -4)
					+ (
						Vector2.from_angle(
							PI * 0.72 + PI * 1.42 * i / 8.0 if facing > 0 else PI * 0.86 + PI * 1.42 * i / 8.0
						)
						* 13.0
					)
				),
				6.6,
				hair
			)
	elif role == Palette.Role.REVIEWER:
		Brush.blob(self, _many([-14, -6, -16, 6, -14, 15, -6, 13, 10, 13, 14, 8, 13, -6], c), hair)
	Brush.dot(self, c, 14.0, skin.darkened(0.13))
	Brush.dot(self, c + Vector2(-1.1, -0.7), 12.7, skin)
	_face(c)
	match role:
		Palette.Role.PHD:
			Brush.blob(
				self,
				_many(
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
					],
					c
				),
				hair
			)
		Palette.Role.POSTDOC:
			Brush.blob(
				self, _many([-14, 7, -15.5, -5, -8, -15, 4, -15.5, 14, -6, 12, -4, 4, -10, -5, -6, -10, 5], c), hair
			)
		Palette.Role.PROFESSOR:
			Brush.blob(self, _many([-12, 8, -17, 3, -16.5, -6, -11, -9, -9, -2], c), hair, 4)
			Brush.blob(self, _many([12.5, -3, 13, -9, 16, -5, 15, 0], c), hair, 3)
			for x: float in [1.0, 10.0]:
				Brush.arc(self, c + _at(x, 1), 4.3, 0, TAU, Palette.WALNUT, 1.0)
			Brush.stroke(self, PackedVector2Array([c + _at(-3, 1), c + _at(-11, -1)]), Palette.WALNUT, 1.0)
			Brush.blob(self, _many([6, 5.5, 11, 6, 13, 8.5, 6, 8, -1, 8.5, 1, 6], c), hair, 3)
		Palette.Role.ML_ENGINEER:
			Brush.blob(self, _many([-13, 2, -14, -8, -6, -15, 6, -15, 13.5, -7, 8, -9, -2, -8, -9, -3], c), hair)
			Brush.arc(self, c, 16.5, PI * 1.12, PI * 1.88, Palette.PAPER, 3.0)
			Brush.box(self, Rect2(c + _at(-13, 1) - Vector2(4, 6), Vector2(8, 12)), Palette.PAPER, 4)
			Brush.box(self, Rect2(c + _at(-13, 1) - Vector2(2, 4), Vector2(4, 8)), Palette.ROLE_COLORS[role], 2)
		Palette.Role.SOFTWARE_ENGINEER:
			Brush.blob(
				self, _many([-13, 2, -11, 9, -4, 15, 6, 15, 12, 9, 13, 3, 9, 7, 5, 6, 0, 7, -7, 6, -9, 0], c), hair
			)
			Brush.blob(self, _many([-15, -5, -13, -15, -3, -21, 8, -18, 14.5, -9, 14.5, -5, 0, -7], c), Color("3f6f95"))
			Brush.blob(self, _many([-16, -2, -16, -8, 0, -11, 15.5, -8, 15.5, -2.5, 0, -5], c), Color("568bb3"), 4)
			Brush.dot(self, c + _at(-4, -22), 4.0, Palette.PAPER)
		Palette.Role.REVIEWER:
			Brush.blob(self, _many([-13, -7, -11, -21, -1, -19, 9, -22, 12, -8], c), Palette.ROLE_COLORS[role])
			Brush.blob(self, _many([-13, -10, 0, -8.5, 12, -10, 12, -6.5, 0, -5, -13, -6.5], c), Palette.HONEY, 3)
			Brush.blob(
				self,
				_many([-24, -5, -12, -8, 0, -6, 12, -8, 23, -6, 14, -2.5, 0, -1.5, -14, -2], c),
				Palette.ROLE_COLORS[role].lightened(0.08)
			)


func _face(c: Vector2) -> void:
	var shut := fmod(clock, 3.7) < 0.13 or pose == Pose.SLUMP
	var talk := pose == Pose.TALK and fmod(clock * 5.0, 2.0) < 1.2
	for x: float in [1.0, 10.0]:
		var eye := c + _at(x, 1 + _nod.y * 0.15)
		if shut or pose == Pose.CHEER:
			var bow := -1.0 if pose == Pose.CHEER else 1.0
			Brush.stroke(
				self,
				PackedVector2Array([eye + Vector2(-2.4, 0), eye + Vector2(0, 1.4 * bow), eye + Vector2(2.4, 0)]),
				Palette.INK,
				1.5
			)
		else:
			Brush.oval(
				self, eye, Vector2(1.3, 1.8) if role == Palette.Role.PROFESSOR else Vector2(1.6, 2.2), Palette.INK
			)
		if pose == Pose.SLUMP:
			Brush.stroke(
				self,
				PackedVector2Array(
					[eye + _at(-2.5, -5.5 + (2.0 if x < 5 else -1.0)), eye + _at(2.5, -5.5 + (-1.0 if x < 5 else 2.0))]
				),
				Palette.INK,
				1.3
			)
	Brush.dot(self, c + _at(-2.5, 6), 2.8, Color(Palette.BRICK, 0.22))
	if role == Palette.Role.PROFESSOR:
		return
	var mouth := c + _at(6, 7)
	if pose == Pose.CHEER:
		Brush.blob(
			self,
			PackedVector2Array([mouth + Vector2(-4, -1), mouth + Vector2(4, -1), mouth + Vector2(0, 4)]),
			Palette.BRICK.darkened(0.3),
			4
		)
	elif talk:
		Brush.oval(self, mouth, Vector2(2.4, 2.8), Palette.BRICK.darkened(0.3))
	else:
		var bow := -1.4 if pose in [Pose.SLUMP, Pose.WAIT] else 1.6
		Brush.stroke(
			self,
			PackedVector2Array([mouth + Vector2(-3, 0), mouth + Vector2(0, bow), mouth + Vector2(3, 0)]),
			Palette.INK,
			1.4
		)


func _sheet(at: Vector2) -> void:
	Brush.place = Transform2D(0.16 * facing, at)
	Brush.box(self, Rect2(-8, -13, 19, 24), Palette.PAPER.lightened(0.3), 2, 2)
	for i: int in 5:
		Brush.stroke(
			self,
			PackedVector2Array([Vector2(-5, -9 + i * 3.9), Vector2(8 - 4 * (i % 2), -9 + i * 3.9)]),
			Color(Palette.INK, 0.5),
			1.3
		)
	Brush.place = Transform2D.IDENTITY
