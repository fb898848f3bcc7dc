class_name CardBody
extends VBoxContainer
## The words of which cards are made: headings, facts, texts, lists whose lines can be picked.

signal picked(pick: Pick)
signal entry_wanted(seq: int)
## An address to be opened outside.
signal link_wanted(url: String)

## Letters of a text that are laid out; the whole is in the record.
const MOST_LETTERS := 12000

static var _heading: RegEx = RegEx.create_from_string("^#{1,6}\\s+")
static var _item: RegEx = RegEx.create_from_string("^(\\s*)[-*+]\\s+")
static var _ticks: RegEx = RegEx.create_from_string("`([^`]+)`")


func _init() -> void:
	add_theme_constant_override("separation", 6)


func heading(words: String) -> void:
	if get_child_count() > 0:
		var gap := Control.new()
		gap.custom_minimum_size.y = 4.0
		add_child(gap)
	add_child(Fittings.label(words, &"Number", true))


## A name and what stands for it, in one line.
func fact(name: String, value: String) -> void:
	if value.is_empty():
		return
	var left := Fittings.label(name, &"Quiet", true)
	var right := Fittings.label(value, &"Small", true)
	left.size_flags_stretch_ratio = 0.6
	left.size_flags_vertical = Control.SIZE_SHRINK_BEGIN
	right.size_flags_vertical = Control.SIZE_SHRINK_BEGIN
	add_child(Fittings.row([left, right]))


## A name above and a text of any length below it.
func told(name: String, body: String) -> void:
	if body.strip_edges().is_empty():
		return
	quiet(name)
	text(body)


func text(body: String, variation: StringName = &"Small") -> void:
	if not body.strip_edges().is_empty():
		add_child(Fittings.label(_within(body.strip_edges()), variation, true))


## A text of a model: **strong** words, # headings, lists and `names` are shown as such, all else as it is written.
func prose(body: String) -> void:
	if body.strip_edges().is_empty():
		return
	var made := RichTextLabel.new()
	made.fit_content = true
	made.selection_enabled = true
	made.autowrap_mode = TextServer.AUTOWRAP_WORD_SMART
	made.add_theme_constant_override("line_separation", 3)
	for font: String in ["normal_font_size", "bold_font_size"]:
		made.add_theme_font_size_override(font, roundi(Palette.TEXT_SMALL * Fittings.scale))
	var within := _within(body.strip_edges())
	var lines := within.split("\n")
	for i: int in lines.size():
		var line_text := lines[i]
		if i > 0:
			made.newline()
		var title := _heading.search(line_text) != null
		var strong := title
		for piece: String in plain_line(line_text).split("**"):
			_say(made, piece, strong)
			strong = title or not strong
	add_child(made)


## A line of a model without the signs of headings, lists and names; those of **strong** words stay.
static func plain_line(line_text: String) -> String:
	var text_only := _heading.sub(line_text, "")
	if text_only.begins_with("```"):
		return ""
	return _ticks.sub(_item.sub(text_only, "$1• "), "$1", true)


func quiet(body: String) -> void:
	text(body, &"Quiet")


## A text of programs and machines, which can be selected and copied.
func code(body: String) -> void:
	if body.strip_edges().is_empty():
		return
	var made := RichTextLabel.new()
	made.fit_content = true
	made.selection_enabled = true
	made.autowrap_mode = TextServer.AUTOWRAP_WORD_SMART
	made.add_theme_constant_override("line_separation", 2)
	made.add_theme_font_override("normal_font", mono())
	made.add_theme_font_size_override("normal_font_size", roundi(Palette.TEXT_SMALL * Fittings.scale))
	made.text = _within(body.strip_edges(false, true))
	add_child(Fittings.panel(&"Sunken", made))


## A line that can be picked: what it is, and quietly more about it.
func line(title: String, more: String, pick: Pick, role: String = "", chosen: bool = false) -> void:
	var button := LineButton.create(title, more, role)
	button.theme_type_variation = &"Accent" if chosen else &"QuietButton"
	button.pressed.connect(func() -> void: picked.emit(pick))
	add_child(button)


## A share of something from 0 to 1; above 1 it is used up.
func meter(share: float) -> void:
	var bar := ProgressBar.new()
	bar.max_value = 1.0
	bar.step = 0.001
	bar.value = share
	bar.show_percentage = false
	bar.custom_minimum_size.y = 10.0
	if share >= 1.0:
		bar.modulate = Color(1.5, 0.8, 0.7)
	add_child(bar)


func act(title: String, glyph: String, then: Callable) -> void:
	var button := Fittings.button(title, then, glyph)
	button.theme_type_variation = &"Chip"
	button.size_flags_horizontal = Control.SIZE_SHRINK_BEGIN
	add_child(button)


## Leads to the log: where this stands.
func entry(seq: int) -> void:
	if seq > 0:
		act(Words.of("card.entry", {"n": Numbers.figure(seq)}), "log", entry_wanted.emit.bind(seq))


func link(title: String, url: String) -> void:
	if url.begins_with("https://") or url.begins_with("http://"):
		act(title, "link", link_wanted.emit.bind(url))
		get_child(-1).set("tooltip_text", url)


static func mono() -> Font:
	var font := SystemFont.new()
	font.font_names = ["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"]
	font.fallbacks = [Palette.regular]
	return font


static func _say(made: RichTextLabel, piece: String, strong: bool) -> void:
	if strong:
		made.push_bold()
	made.add_text(piece)
	if strong:
		made.pop()


static func _within(body: String) -> String:
	return body if body.length() <= MOST_LETTERS else body.left(MOST_LETTERS) + "…"
