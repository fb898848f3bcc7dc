class_name Bench
extends Node2D
## The machine bench: programs hang above it as a small tree with their scores; lights blink while one runs.

## parent index (-1: root), score text; "×" is a failed program, "…" one still running
var programs: Array[Array] = []:
	set = set_programs
var best: int = -1
## Drawn apart from the bench, because it changes while nothing else does.
var blink := Node2D.new()
var _beat: float = 0.0


func _ready() -> void:
	blink.draw.connect(_draw_lights)


func _process(delta: float) -> void:
	var before := floorf(_beat * 3.0)
	_beat += delta
	if floorf(_beat * 3.0) != before:
		blink.queue_redraw()


func set_programs(value: Array[Array]) -> void:
	programs = value
	queue_redraw()


func _draw() -> void:
	Brush.box(self, Rect2(0, -150, 190, 88), Palette.WALNUT, 7, 6)
	Brush.box(self, Rect2(4, -146, 182, 80), Palette.INK, 5)
	var depth: Array[int] = []
	var rows: Array[int] = [0, 0, 0, 0]
	var spots: PackedVector2Array = []
	for i: int in programs.size():
		var parent := int(str(programs[i][0]))
		var d := 0 if parent < 0 else depth[parent] + 1
		depth.append(d)
		spots.append(Vector2(25 + d * 46, 0))
		rows[d] += 1
	var used: Array[int] = [0, 0, 0, 0]
	for i: int in programs.size():
		spots[i].y = -106 + (used[depth[i]] - (rows[depth[i]] - 1) * 0.5) * 24.0
		used[depth[i]] += 1
	for i: int in programs.size():
		var parent := int(str(programs[i][0]))
		if parent >= 0:
			var a := spots[parent] + Vector2(16, 0)
			var b := spots[i] - Vector2(16, 0)
			draw_line(a, b, Color(Palette.PLASTER, 0.55), 1.8, true)
	for i: int in programs.size():
		var score := str(programs[i][1])
		var tone := Palette.MIST
		if i == best:
			Brush.spot(self, spots[i], Vector2(38, 24), Color(Palette.HONEY, 0.55))
			tone = Palette.HONEY
		elif score == "×":
			tone = Palette.BRICK
		elif score == "…":
			tone = Palette.PLASTER
		Brush.box(self, Rect2(spots[i] - Vector2(17, 9), Vector2(34, 18)), tone, 9)
		if score == "×":
			for s: float in [-1.0, 1.0]:
				draw_line(spots[i] + Vector2(-4, -4 * s), spots[i] + Vector2(4, 4 * s), Palette.PAPER, 2.4, true)
		else:
			Brush.label(
				self,
				Palette.bold,
				spots[i] + Vector2(-16, 4.5),
				score,
				12,
				Palette.INK,
				32,
				HORIZONTAL_ALIGNMENT_CENTER
			)
	for x: float in [8.0, 172.0]:
		Brush.block(self, Rect2(x, -30, 9, 34), Palette.WALNUT, 2, 2)
	Brush.spot(self, Vector2(95, 4), Vector2(110, 8), Color(Palette.INK, 0.35))
	Brush.block(self, Rect2(-4, -38, 198, 10), Palette.OAK, 4, 5)
	Brush.block(self, Rect2(14, -60, 62, 22), Color("59606e"), 4, 3)
	Brush.box(self, Rect2(19, -55, 51, 12), Palette.INK, 4)
	Brush.limb(self, Vector2(128, -40), Vector2(116, -64), Vector2(146, -56), 6.0, Palette.CLAY)
	Brush.box(self, Rect2(118, -44, 20, 7), Palette.CLAY.darkened(0.2), 3)
	draw_arc(Vector2(151, -51), 6.0, PI * 0.9, PI * 1.9, 10, Palette.INK, 2.6, true)
	Brush.block(self, Rect2(150, -47, 24, 9), Palette.SAGE, 2, 2)


func _draw_lights() -> void:
	var busy := programs.any(func(row: Array) -> bool: return str(row[1]) == "…")
	for i: int in 6:
		var on := busy and (absi(hash(floori(_beat * 3.0) * 13 + i)) % 3 > 0)
		blink.draw_circle(Vector2(26 + i * 7.4, -49), 2.0, Palette.HONEY if on else Palette.MOSS, true, -1.0, true)
