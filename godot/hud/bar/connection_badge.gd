class_name ConnectionBadge
extends PanelContainer
## How the viewer and the server stand, by a shape, a colour and words.

## What the badge can say, each with its shape.
const SHAPES: Dictionary[String, String] = {
	"connected": "disc",
	"read-only": "disc",
	"catching-up": "ring",
	"connecting": "ring",
	"waiting": "triangle",
	"refused": "cross",
	"old-server": "square",
	"replay": "tape",
	"unreadable": "cross",
	"off": "cross",
}

var facts: String = "off"
var _said: Array = []
var _label := Fittings.label("", &"Small")
var _sign := Control.new()


func _init() -> void:
	theme_type_variation = &"Card"
	mouse_filter = Control.MOUSE_FILTER_STOP
	_sign.custom_minimum_size = Vector2(16, 16)
	_sign.size_flags_vertical = Control.SIZE_SHRINK_CENTER
	_sign.mouse_filter = Control.MOUSE_FILTER_IGNORE
	_sign.draw.connect(_draw_sign)
	add_child(Fittings.row([_sign, _label], 6))


## `seconds`: to the next try. `why`: a reason for people, shown as a tooltip.
func tell(what: String, seconds: float = 0.0, why: String = "") -> void:
	var said := [what, ceili(seconds), why, Words.language]
	if said == _said:
		return
	_said = said
	facts = what
	_label.text = Words.of("connection." + what, {"n": ceili(seconds)})
	tooltip_text = why if not why.is_empty() else Words.of("connection." + what + ".why")
	_sign.queue_redraw()


func _draw_sign() -> void:
	var centre := _sign.size / 2.0
	var ink := _colour()
	match SHAPES[facts]:
		"disc":
			_sign.draw_circle(centre, 5.5, ink, true, -1.0, true)
		"ring":
			_sign.draw_arc(centre, 5.0, -PI / 2, PI, 24, ink, 2.4, true)
		"square":
			_sign.draw_rect(Rect2(centre - Vector2.ONE * 5.0, Vector2.ONE * 10.0), ink)
		"triangle":
			Brush.poly(
				_sign,
				PackedVector2Array([centre + Vector2(0, -6), centre + Vector2(6, 5), centre + Vector2(-6, 5)]),
				ink
			)
		"tape":
			for side: float in [-4.4, 4.4]:
				_sign.draw_arc(centre + Vector2(side, -0.6), 2.8, 0, TAU, 20, ink, 1.8, true)
			_sign.draw_line(centre + Vector2(-4.4, 2.4), centre + Vector2(4.4, 2.4), ink, 1.8, true)
		_:
			for turn: float in [PI / 4, -PI / 4]:
				var arm := Vector2.from_angle(turn) * 6.0
				_sign.draw_line(centre - arm, centre + arm, ink, 2.6, true)


func _colour() -> Color:
	if facts in ["connected", "read-only"]:
		return Palette.good()
	if facts in ["catching-up", "connecting", "waiting"]:
		return Palette.best().darkened(0.2)
	return Palette.INK if facts == "replay" else Palette.bad()


## What a link says, as one of the words above.
static func facts_of(link: LabLink, catching_up: bool) -> String:
	if link == null:
		return "off"
	match link.state:
		LabLink.State.CONNECTING, LabLink.State.GREETING:
			return "connecting"
		LabLink.State.WAITING:
			return "waiting"
		LabLink.State.REFUSED:
			return "refused"
		LabLink.State.OPEN:
			if link.old_server:
				return "old-server"
			if catching_up:
				return "catching-up"
			return "read-only" if link.read_only else "connected"
	return "off"
