class_name Glyphs
extends RefCounted
## The small signs on buttons, as strokes in 18×18; the theme gives them their ink.

const SLIDERS := (
	"M3.5 5.5 H9.5 M13 5.5 H14.5 M11.2 3.8 A1.7 1.7 0 1 0 11.21 3.8"
	+ " M3.5 12.5 H5 M8.5 12.5 H14.5 M6.8 10.8 A1.7 1.7 0 1 0 6.81 10.8"
)
const PATHS: Dictionary[String, String] = {
	"play": "M6 4 L14 9 L6 14 Z",
	"pause": "M6.5 4 V14 M11.5 4 V14",
	"stop": "M5 5 H13 V13 H5 Z",
	"resume": "M4 4 V14 M7.5 4.5 L14 9 L7.5 13.5 Z",
	"back": "M11.5 4.5 L7 9 L11.5 13.5",
	"forth": "M6.5 4.5 L11 9 L6.5 13.5",
	"first": "M5 4.5 V13.5 M13 4.5 L8.5 9 L13 13.5",
	"last": "M13 4.5 V13.5 M5 4.5 L9.5 9 L5 13.5",
	"close": "M5 5 L13 13 M13 5 L5 13",
	"menu": "M3.5 5 H14.5 M3.5 9 H14.5 M3.5 13 H14.5",
	"log": "M4 4.5 H4.2 M7 4.5 H14 M4 9 H4.2 M7 9 H14 M4 13.5 H4.2 M7 13.5 H14",
	"note": "M4 14 L4.6 11.2 L11.8 4 L14 6.2 L6.8 13.4 Z M10.4 5.4 L12.6 7.6",
	"needs": "M9 3.5 V10 M9 13.8 V14",
	"runs": "M3.5 6 V13.5 H14.5 V6 M3.5 6 L5.5 3.5 H12.5 L14.5 6 Z M7 9 H11",
	"add": "M9 4 V14 M4 9 H14",
	"watch": "M2.5 9 C5 4.5 13 4.5 15.5 9 C13 13.5 5 13.5 2.5 9 Z M9 7.2 A1.8 1.8 0 1 0 9.01 7.2",
	"settings": SLIDERS,
	"help": "M6.4 6.6 A2.7 2.7 0 1 1 9 9.4 V10.6 M9 14 V14.1",
	"link": "M8 4.5 H4.5 V13.5 H13.5 V10 M10.5 4 H14 V7.5 M14 4 L8.5 9.5",
	"search": "M8 3.5 A4.5 4.5 0 1 0 8.01 3.5 M11.4 11.4 L14.5 14.5",
}


static func of(name: String, scale: float = 1.0) -> ImageTexture:
	return LabIcons.line(PATHS[name], Color.WHITE, scale)
