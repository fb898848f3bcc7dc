extends SceneTree
## Makes of a film's pictures what an animated WebP is made of: for each the part that changed, the rest see-through.
## -- FOLDER WIDTH QUALITY; writes N.webp and frames.json into the folder.

## Pixels of a block that changes as a whole, and by how much a colour must change to count (of 255).
const BLOCK := 8
const NOTICED := 6

var _shown: Image


func _initialize() -> void:
	var args := OS.get_cmdline_user_args()
	var folder := args[0]
	var width := args[1].to_int()
	var quality := args[2].to_float()
	var list: Array[Dictionary] = []
	for file: String in DirAccess.get_files_at(folder):
		if file.get_extension() != "png":
			continue
		var image := Image.load_from_file(folder.path_join(file))
		image.convert(Image.FORMAT_RGBA8)
		image.resize(width, roundi(width * image.get_height() / float(image.get_width())), Image.INTERPOLATE_LANCZOS)
		var part := _changed(image)
		if part.has_area():
			var name := file.get_basename() + ".webp"
			_keyed(image, part).save_webp(folder.path_join(name), true, quality)
			list.append(
				{"file": name, "x": part.position.x, "y": part.position.y, "w": part.size.x, "h": part.size.y, "n": 1}
			)
		elif not list.is_empty():
			list[-1]["n"] = Fields.whole(list[-1], "n") + 1
	var size := _shown.get_size()
	var out := FileAccess.open(folder.path_join("frames.json"), FileAccess.WRITE)
	out.store_string(JSON.stringify({"width": size.x, "height": size.y, "frames": list}))
	quit(0)


## The rectangle around all blocks that differ from what is shown; the first picture is new as a whole.
func _changed(image: Image) -> Rect2i:
	if _shown == null:
		return Rect2i(Vector2i.ZERO, image.get_size())
	var found := Rect2i()
	for block: Rect2i in _blocks(image.get_size()):
		if _differs(image, block):
			found = block if not found.has_area() else found.merge(block)
	return found


func _keyed(image: Image, part: Rect2i) -> Image:
	var made := Image.create_empty(part.size.x, part.size.y, false, Image.FORMAT_RGBA8)
	if _shown == null:
		_shown = Image.create_empty(image.get_width(), image.get_height(), false, Image.FORMAT_RGBA8)
		_shown.fill(Color.BLACK)
	for block: Rect2i in _blocks(image.get_size()):
		if part.encloses(block) and _differs(image, block):
			made.blit_rect(image, block, block.position - part.position)
			_shown.blit_rect(image, block, block.position)
	return made


func _blocks(size: Vector2i) -> Array[Rect2i]:
	var whole := Rect2i(Vector2i.ZERO, size)
	var found: Array[Rect2i] = []
	for y: int in range(0, size.y, BLOCK):
		for x: int in range(0, size.x, BLOCK):
			found.append(Rect2i(x, y, BLOCK, BLOCK).intersection(whole))
	return found


func _differs(image: Image, block: Rect2i) -> bool:
	var now := image.get_region(block).get_data()
	var before := _shown.get_region(block).get_data()
	if now == before:
		return false
	for i: int in now.size():
		if absi(now[i] - before[i]) > NOTICED:
			return true
	return false
