class_name LabIcons
extends RefCounted
## The small marks inside controls (ticks, arrows, knobs), drawn from words of SVG in the palette's colours.

const TICK := "M4.5 9.5 L8 13 L14 5.5"
const DOWN := "M4.5 7 L9 11.5 L13.5 7"
const RIGHT := "M7 4.5 L11.5 9 L7 13.5"
const CROSS := "M5 5 L13 13 M13 5 L5 13"

static var _made: Dictionary[String, ImageTexture] = {}


static func line(path: String, tone: Color, scale: float = 1.0) -> ImageTexture:
	return _texture(
		(
			"<path d='%s' fill='none' stroke='#%s' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'/>"
			% [path, tone.to_html(false)]
		),
		scale
	)


static func box(ticked: bool, round_corners: float, tone: Color, scale: float = 1.0) -> ImageTexture:
	var shape := (
		"<rect x='2' y='2' width='14' height='14' rx='%s' fill='#%s' stroke='#%s' stroke-width='1.5'/>"
		% [round_corners, (tone if ticked else Palette.PAPER).to_html(false), tone.to_html(false)]
	)
	if ticked:
		shape += (
			"<path d='%s' fill='none' stroke='#%s' stroke-width='2.2' stroke-linecap='round'/>"
			% [TICK, Palette.PAPER.to_html(false)]
		)
	return _texture(shape, scale)


static func knob(tone: Color, scale: float = 1.0) -> ImageTexture:
	return _texture(
		(
			"<circle cx='9' cy='9' r='7' fill='#%s' stroke='#%s' stroke-width='2'/>"
			% [Palette.PAPER.to_html(false), tone.to_html(false)]
		),
		scale
	)


static func toggle(on: bool, tone: Color, scale: float = 1.0) -> ImageTexture:
	var shape := (
		"<rect x='1' y='2' width='30' height='14' rx='7' fill='#%s'/><circle cx='%d' cy='9' r='5.5' fill='#%s'/>"
		% [tone.to_html(false), 24 if on else 8, Palette.PAPER.to_html(false)]
	)
	return _texture(shape, scale, 32)


static func _texture(shape: String, scale: float, width: int = 18) -> ImageTexture:
	var key := "%s@%.2f" % [shape, scale]
	if not _made.has(key):
		var image := Image.new()
		image.load_svg_from_string(
			"<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='18'>%s</svg>" % [width, shape], scale
		)
		_made[key] = ImageTexture.create_from_image(image)
	return _made[key]
