class_name WindowFit
extends RefCounted
## How large a unit of the panels is drawn. A window that is smaller than the one they were laid out for shows less
## beside each other, not everything smaller: print stays as large as it was chosen.

const WHOLE := Vector2i(1280, 720)
## No narrower than this, in units: below it everything grows smaller after all.
const LEAST := Vector2i(360, 360)


## The units across and down that a window of so many pixels shows at the least; `density`: pixels of the screen for
## one that the eye sees.
static func units(window: Vector2i, density: float) -> Vector2i:
	var eye := Vector2i((Vector2(window) / maxf(1.0, density)).floor())
	return WHOLE.min(eye).max(LEAST)


static func keep(window: Window) -> void:
	var fit := func() -> void: window.content_scale_size = units(window.size, DisplayServer.screen_get_scale())
	window.size_changed.connect(fit)
	fit.call()
