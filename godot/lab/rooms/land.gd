class_name Land
extends Node2D
## What is behind the house: the sky of the hour, sun or moon, stars, hills, trees and the ground, as far as the
## window reaches.

const GROUND := 694.0
## How much more sky there is above its region, for a camera that looks at the roof from near.
const OVER := 240.0
const TREES: Array[float] = [
	14.0, 1266.0, -150.0, -262.0, -460.0, -590.0, -800.0, 1392.0, 1530.0, 1720.0, 1830.0, 2080.0
]

var hour: float = Day.MORNING:
	set = set_hour
## The part of the plane that is seen.
var region: Rect2 = Rect2(0, 0, 1280, 720):
	set = set_region


func set_hour(value: float) -> void:
	if value == hour:
		return
	hour = value
	queue_redraw()


func set_region(value: Rect2) -> void:
	if value == region:
		return
	region = value
	queue_redraw()


func _draw() -> void:
	var night := Day.night(hour)
	var sky := Day.sky(hour)
	draw_rect(Rect2(region.position - Vector2(0, OVER), Vector2(region.size.x, OVER)), sky[0])
	Brush.fade(self, Rect2(region.position, Vector2(region.size.x, 700 - region.position.y)), sky[0], sky[1])
	if night > 0.45:
		_stars((night - 0.45) / 0.55)
	_orb(night)
	_hills(night, sky[1])
	var grass := Palette.MOSS.lerp(Palette.NIGHT, night * 0.65)
	draw_rect(Rect2(region.position.x, GROUND, region.size.x, maxf(0, region.end.y - GROUND)), grass)
	draw_rect(Rect2(region.position.x, GROUND, region.size.x, 5), Palette.SAGE.lerp(Palette.NIGHT, night * 0.6))
	_meadow(grass, night)
	for x: float in TREES:
		if x > region.position.x - 60 and x < region.end.x + 60:
			var size := 1.0 if x in [14.0, 1266.0] else 0.72 + fmod(absf(x) * 0.013, 0.5)
			_tree(Vector2(x, 697), size, night)


func _stars(night: float) -> void:
	var count := ceili(region.size.x * minf(600.0, 340.0 - region.position.y) / 7000.0)
	for i: int in count:
		var at := (
			region.position
			+ Vector2(
				absi(hash(i)) % int(region.size.x), absi(hash(i + 99)) % int(maxf(60.0, 300.0 - region.position.y))
			)
		)
		Brush.dot(self, at, 0.7 + (i % 3) * 0.45, Color(Palette.PAPER, (0.35 + 0.2 * (i % 3)) * night))


func _orb(night: float) -> void:
	var at := Day.orb(hour)
	var moon := Day.is_moon(hour)
	var tone := Palette.PAPER if moon else Palette.HONEY.lightened(0.45).lerp(Palette.CLAY, Day.glow(hour) * 0.6)
	Brush.spot(self, at, Vector2(150, 150), Color(Palette.MIST if moon else Palette.HONEY, 0.55 - 0.25 * night))
	Brush.dot(self, at, 31, tone)
	if moon:
		Brush.dot(self, at + Vector2(-8, 6), 5, Palette.PLASTER)
		Brush.dot(self, at + Vector2(9, -8), 3.4, Palette.PLASTER)


## Three ranges, the far ones paler: the air takes the colour of the sky's foot.
func _hills(night: float, air: Color) -> void:
	for range_row: Array in [
		[236.0, 34.0, 0.0052, 0.6, 0.4], [292.0, 30.0, 0.0071, 2.1, 0.26], [424.0, 46.0, 0.0034, 4.4, 0.1]
	]:
		var high: float = range_row[0]
		var swing: float = range_row[1]
		var pace: float = range_row[2]
		var from: float = range_row[3]
		var veil: float = range_row[4]
		var ridge := PackedVector2Array()
		var steps := ceili(region.size.x / 36.0)
		for i: int in steps + 1:
			var x := region.position.x + region.size.x * i / steps
			ridge.append(Vector2(x, high - swing * (sin(x * pace + from) + 0.45 * sin(x * pace * 2.3 + from * 2.0))))
		ridge.append_array([Vector2(region.end.x, GROUND + 4), Vector2(region.position.x, GROUND + 4)])
		var tone := Palette.SAGE.lerp(Palette.MIST, veil * 0.9).lerp(Palette.NIGHT, night * 0.72)
		Brush.poly(self, ridge, tone.lerp(air, veil))


## The path to the door, and tufts where the ground goes on below the house.
func _meadow(grass: Color, night: float) -> void:
	var foot := region.end.y
	if foot < 724.0:
		return
	var path := Palette.PLASTER.lerp(Palette.OAK, 0.25).lerp(Palette.NIGHT, night * 0.62)
	var far := foot
	var wide := 40.0 + (far - 708.0) * 0.1
	(
		Brush
		. blob(
			self,
			PackedVector2Array(
				[
					Vector2(424, 706),
					Vector2(480, 706),
					Vector2(500 + wide * 0.4, lerpf(708, far, 0.5)),
					Vector2(470 + wide, far + 20),
					Vector2(420 - wide * 0.3, far + 20),
					Vector2(440, lerpf(708, far, 0.45)),
				]
			),
			path
		)
	)
	var count := int((foot - 716.0) * region.size.x / 9000.0)
	for i: int in count:
		var at := Vector2(
			region.position.x + absi(hash(i * 31)) % int(region.size.x),
			722.0 + absi(hash(i * 57 + 3)) % int(foot - 718.0)
		)
		if absf(at.x - 452.0) < 90.0 + wide:
			continue
		for k: int in 3:
			Brush.rule(self, at, at + Vector2((k - 1) * 4.0, -9.0 + absf(k - 1) * 2.0), grass.lightened(0.14), 2.0)
		if i % 4 == 0:
			Brush.dot(self, at + Vector2(7, -4), 2.4, Palette.PAPER.lerp(Palette.NIGHT, night * 0.6))


func _tree(at: Vector2, size: float, night: float) -> void:
	var bark := Palette.WALNUT.lerp(Palette.NIGHT.darkened(0.3), night * 0.75)
	Brush.box(self, Rect2(at + Vector2(-5, -120) * size, Vector2(10, 124) * size), bark, 4)
	for i: int in 4:
		var offset: float = [-6.0, 10.0, -4.0, 6.0][i]
		var c := at + Vector2(offset, -110 - i * 46.0) * size
		var dark := Palette.MOSS.darkened(0.14).lerp(Palette.NIGHT.darkened(0.3), night * 0.8)
		var leaf := Palette.MOSS.lightened(0.06 * i).lerp(Palette.NIGHT.darkened(0.2), night * 0.75)
		Brush.dot(self, c + Vector2(4, 4) * size, (38 - i * 5) * size, dark)
		Brush.dot(self, c, (37 - i * 5) * size, leaf)
