class_name Day
extends RefCounted
## The hour over the house, from how long the run has worked. It begins at nine in the morning; evening comes when the
## time budget is used up, or, where none is set, after the first hour of work; then the hours go on round: night,
## morning, noon. A run that is over has evening. Pure.

const MORNING := 9.0
const EVENING := 21.0
## Seconds of work from morning to evening where the run has no time budget.
const WORKING_DAY := 3600.0
## Hour, top of the sky, its foot.
const SKIES: Array[Array] = [
	[0.0, Color("1b1e3c"), Color("3d3350")],
	[4.5, Color("1f2344"), Color("4a3c58")],
	[6.0, Color("6f75a3"), Color("f0b795")],
	[8.0, Color("a9cbd6"), Color("fbe8c6")],
	[12.0, Color("a5cbd6"), Color("fbf3e4")],
	[16.0, Color("a8c4cc"), Color("fbeacb")],
	[18.5, Color("8d8fb0"), Color("f5b685")],
	[19.7, Color("4d4f80"), Color("d58c80")],
	[21.0, Color("1f2447"), Color("4b3a5c")],
	[24.0, Color("1b1e3c"), Color("3d3350")],
]
## What the light of the hour does to whatever stands in it.
const NOON_TINT := Color(1, 1, 1)
const DUSK_TINT := Color(1.0, 0.88, 0.8)
const NIGHT_TINT := Color(0.45, 0.42, 0.56)


static func hour(state: Dictionary) -> float:
	if Fields.has(state, "outcome"):
		return EVENING
	var worked := Fields.number(Fields.object(state, "spent"), "seconds")
	var limit := Fields.number(Fields.object(state, "budget"), "seconds")
	return fposmod(MORNING + (EVENING - MORNING) * worked / (limit if limit > 0.0 else WORKING_DAY), 24.0)


## How dark it is: 0 by day, 1 at night.
static func night(at: float) -> float:
	return maxf(smoothstep(17.8, 20.8, at), 1.0 - smoothstep(4.8, 7.2, at))


## How red: 1 in the middle of dusk and dawn.
static func glow(at: float) -> float:
	return maxf(0.0, 1.0 - minf(absf(at - 18.9) / 1.9, absf(at - 6.2) / 1.6))


static func tint(at: float) -> Color:
	return NOON_TINT.lerp(DUSK_TINT, glow(at)).lerp(NIGHT_TINT, night(at) * (1.0 - 0.45 * glow(at)))


## Top and foot of the sky.
static func sky(at: float) -> Array[Color]:
	for i: int in range(1, SKIES.size()):
		var until: float = SKIES[i][0]
		if at > until:
			continue
		var from: float = SKIES[i - 1][0]
		var part := (at - from) / (until - from)
		var found: Array[Color] = []
		for k: int in [1, 2]:
			var a: Color = SKIES[i - 1][k]
			var b: Color = SKIES[i][k]
			found.append(a.lerp(b, part))
		return found
	return [Color(SKIES[0][1] as Color), Color(SKIES[0][2] as Color)]


## Where the sun stands, or at night the moon. It keeps to the left: light comes from there at every hour.
static func orb(at: float) -> Vector2:
	if is_moon(at):
		return Vector2(104, 78 + 60.0 * (1.0 - smoothstep(19.9, 21.5, at if at > 12.0 else 24.0)))
	var part := clampf((at - 5.5) / 14.2, 0.0, 1.0)
	return Vector2(70 + 70 * part, 250 - 186 * sin(PI * part))


static func is_moon(at: float) -> bool:
	return at > 19.8 or at < 5.4
