class_name DeskPile
extends LabObject
## What lies on a writing desk: a sheet for each section of the draft, or a folder for each file that the run has
## written.

## "sheets" or "folders".
var of: String = "sheets"


static func create(what: String) -> DeskPile:
	var pile := DeskPile.new()
	pile.of = what
	return pile


func read(state: Dictionary) -> Dictionary:
	return {"count": Fields.whole(DesksData.of(state), of)}


## Nothing is written on it.
func exhibits() -> Array[Rect2]:
	return []


func area() -> Rect2:
	return Rect2(-54, -64, 108, 64)


func pick() -> Pick:
	return Pick.create("report")


func _draw() -> void:
	var count := Fields.whole(data, "count")
	for i: int in count:
		var slant := 2.5 * sin(i * 2.3)
		if of == "sheets":
			Brush.box(self, Rect2(-44 + slant, -41 - i * 2.6, 24, 3), Palette.PAPER.darkened(0.05 * (i % 3)), 1)
		else:
			var tone: Color = [Palette.CLAY, Palette.SAGE, Palette.HONEY][i % 3]
			Brush.box(self, Rect2(-44 + slant, -42 - i * 3.4, 28, 4), tone, 1.5)
			Brush.box(self, Rect2(-40 + slant, -41 - i * 3.4, 7, 2), Palette.PAPER, 0.5)
