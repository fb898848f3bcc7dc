class_name Palette
extends RefCounted
## Every colour, size and duration of the picture. Nothing else in the project names a number twice.

enum Role { PHD, POSTDOC, PROFESSOR, ML_ENGINEER, SOFTWARE_ENGINEER, REVIEWER }

const PAPER := Color("fbf3e4")
const PLASTER := Color("ecdbc1")
const OAK := Color("c9935f")
const WALNUT := Color("74493a")
const HONEY := Color("f2c063")
const CLAY := Color("d98f6b")
const BRICK := Color("b04a39")
const SAGE := Color("a9b997")
const MOSS := Color("5a7756")
const MIST := Color("a8c4cc")
const INK := Color("3a2d38")
const NIGHT := Color("272c52")

const ROLE_COLORS: Array[Color] = [
	Color("f4bc42"),
	Color("228f80"),
	Color("6e3f86"),
	Color("db5f34"),
	Color("78bce8"),
	Color("262b45"),
]
const ROLE_NAMES: Array[String] = [
	"PhD student",
	"Postdoc",
	"Professor",
	"ML engineer",
	"Software engineer",
	"Reviewer",
]
const SKINS: Array[Color] = [
	Color("edbd94"),
	Color("c98d66"),
	Color("f3cfae"),
	Color("8f5e42"),
	Color("f0c8a8"),
	Color("b87f5b"),
]

## The enum of a role by its name in the log.
const ROLE_BY_NAME: Dictionary[String, Role] = {
	"phd-student": Role.PHD,
	"postdoc": Role.POSTDOC,
	"professor": Role.PROFESSOR,
	"ml-engineer": Role.ML_ENGINEER,
	"software-engineer": Role.SOFTWARE_ENGINEER,
	"reviewer": Role.REVIEWER,
}
## The colours for people who cannot tell all colours apart: SAFE_ROLES instead of ROLE_COLORS, and so on.
const SAFE_ROLES: Array[Color] = [
	Color("f0d442"),
	Color("2392a4"),
	Color("6a35a6"),
	Color("ec4420"),
	Color("66ccf4"),
	Color("1d1c38"),
]
const SAFE_GOOD := Color("20719f")
const SAFE_BAD := Color("c4501b")
const SAFE_BEST := Color("f0d442")

## Screens, slates and metal in the rooms.
const SCREEN := Color("33405a")
const METAL := Color("59606e")

## Light falls from the upper left, everywhere and at every hour.
const SHADOW_STEP := Vector2(0.45, 0.7)
const ROOM_DEPTH := 40.0
const ROOM_INSET := 14.0
const WALL := 12.0
const SLAB := 18.0
const DOOR_HEIGHT := 116.0

## Figures are drawn 90 tall and stand 99 tall in a room of 208.
const FIGURE_SCALE := 1.1
## How far apart two people stand whose bodies are both to be seen.
const ELBOW_ROOM := 54.0
const WALK_SPEED := 96.0
const STAIR_SPEED := 82.0
const DRAWINGS_WALK := 24.0
const DRAWINGS_REST := 10.0
const LAMP_TIME := 0.7
## Seconds of a camera's way, and between two drawings of drifting things.
const CAMERA_TIME := 0.55
const DRIFT_DRAWINGS := 6.0
const DUSK_TIME := 2.4
const BUBBLE_TIME := 0.22
const BUBBLE_WIDTHS: Array[float] = [130.0, 165.0, 200.0, 240.0]
const BUBBLE_LETTERS := 90

## People: how long a pose takes to become another, a turn round, a step over the door's sill.
const POSE_TIME := 0.18
const TURN_TIME := 0.16
const DOOR_TIME := 0.3
## Between two who come through the door one after the other.
const DOOR_GAP := 0.45
## One cycle of two steps, in units of the house, on the floor and on the stairs.
const STRIDE_WALK := 42.0
const STRIDE_STAIRS := 30.0
## A way that would take longer than this is hurried, at most so many times as fast; the lab's rate adds at most that.
const HURRY_AFTER := 6.0
const HURRY_MOST := 2.2
const RATE_MOST := 8.0
## Thinking becomes waiting, with a clock over the head.
const CLOCK_AFTER := 3.0
## Nothing to do for so long (time of the log): a nap.
const NAP_AFTER := 90.0
## Who stands about looks behind every so often, in seconds.
const LOOK_ROUND_EVERY := 17.0
## A cheer or a sentence does not go on for ever.
const CHEER_TIME := 4.5
const TALK_TIME := 5.0
## The mouth goes on so long after words that came just now.
const WORDS_TIME := 0.8
## Bubbles but the newest go after this.
const BUBBLE_STAYS := 14.0
const BUBBLE_SIZE := 14
const CLOCK_SIZE := 14

## Text in the house, in its own units: 14 is 13 on a 1280×720 screen with a bar at the foot.
const TEXT_LEAST := 14
const TEXT_PLATE := 14
## Large print: boards have room for so much of it, and a bubble whose sentence is long for at least this.
const BOARD_PRINT := 1.2
const BUBBLE_PRINT := 1.3
## The tallest and the widest that a bubble's text may be.
const BUBBLE_HEIGHT := 78.0
const BUBBLE_WIDEST := 320.0
## Panels: text at font scale 1, rounding, gaps, outline of what has the keyboard.
const TEXT := 15
const TEXT_SMALL := 13
const TEXT_HEADING := 18
const ROUND := 8
const GAP := 8
const RING := 2

## Set by the person's settings before anything is drawn; redraw after a change.
static var safe_colours: bool = false

## For what is read at length.
static var plain: FontFile = load("res://assets/fonts/nunito-500.woff2")
static var regular: FontFile = load("res://assets/fonts/nunito-700.woff2")
static var bold: FontFile = load("res://assets/fonts/nunito-800.woff2")
static var hand: FontFile = load("res://assets/fonts/caveat-700.woff2")


## The colour of a role by its name in the log; ink for a name that nobody bears.
static func role_colour(name: String) -> Color:
	return role_tone(ROLE_BY_NAME[name]) if ROLE_BY_NAME.has(name) else INK


## The colour of a role's mark on paper, dark enough to be seen there, from the table that all viewers share.
static func role_mark(name: String) -> Color:
	var row: Dictionary = Wire.ROLE_MARKS.get(name, {})
	return role_colour(name) if safe_colours else Color.from_string(Fields.text(row, "light"), INK)


static func role_tone(role: Role) -> Color:
	return SAFE_ROLES[role] if safe_colours else ROLE_COLORS[role]


## Went well: accepted, done, enough left.
static func good() -> Color:
	return SAFE_GOOD if safe_colours else MOSS


## Went wrong: rejected, failed, used up.
static func bad() -> Color:
	return SAFE_BAD if safe_colours else BRICK


## Leads: the best program, the newest paper.
static func best() -> Color:
	return SAFE_BEST if safe_colours else HONEY
