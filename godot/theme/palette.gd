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

## Light falls from the upper left, everywhere and at every hour.
const SHADOW_STEP := Vector2(0.45, 0.7)
const ROOM_DEPTH := 40.0
const ROOM_INSET := 14.0
const WALL := 12.0
const SLAB := 18.0
const DOOR_HEIGHT := 116.0

## Figures are drawn 90 tall and stand 99 tall in a room of 208.
const FIGURE_SCALE := 1.1
const WALK_SPEED := 96.0
const STAIR_SPEED := 82.0
const STRIDE := 30.0
const DRAWINGS_WALK := 24.0
const DRAWINGS_REST := 10.0
const LAMP_TIME := 0.7
const DUSK_TIME := 2.4
const BUBBLE_TIME := 0.22
const BUBBLE_WIDTHS: Array[float] = [130.0, 165.0, 200.0, 240.0]
const BUBBLE_LETTERS := 90

static var regular: FontFile = load("res://assets/fonts/nunito-700.woff2")
static var bold: FontFile = load("res://assets/fonts/nunito-800.woff2")
static var hand: FontFile = load("res://assets/fonts/caveat-700.woff2")
