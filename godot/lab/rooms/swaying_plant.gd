class_name SwayingPlant
extends Furniture
## A plant whose leaves move a little in the draught: drawn once, then only leant.

const LEAN := 0.035
const PACE := 0.9

var still: bool = false
var _time: float = 0.0
var _moved: float = -1.0


static func grow(at: Vector2, pot: Color) -> SwayingPlant:
	var plant := SwayingPlant.new()
	plant.kind = Furniture.Kind.PLANT
	plant.position = at
	plant.tone = pot
	plant._time = at.x
	return plant


func _process(delta: float) -> void:
	if still:
		return
	_time += delta
	if floorf(_time * Palette.DRIFT_DRAWINGS) != _moved:
		_moved = floorf(_time * Palette.DRIFT_DRAWINGS)
		skew = LEAN * sin(_time * PACE) * sin(_time * 0.31)


func _draw() -> void:
	Brush.spot(self, Vector2(3, 0), Vector2(20, 6), Color(Palette.INK, 0.4))
	Brush.melt()
	_plant()
	Brush.cast(self)
