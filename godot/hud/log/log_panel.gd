class_name LogPanel
extends VBoxContainer
## Every entry as a sentence: searched, narrowed to a group, and one of them whole.

## A line was selected.
signal chosen(seq: int, role: String)
## The house shall show the moment of this entry.
signal wanted(seq: int)

## Time for looking through sentences in one frame, in microseconds.
const SEARCH_TIME := 4000

var index := LogIndex.new()
var list := LogList.new()
var search := LineEdit.new()
var filter := OptionButton.new()

var _count := Fittings.label("", &"Quiet")
var _entry := Fittings.label("", &"Small", true)
var _entry_title := Fittings.label("", &"Number", true)
var _detail: PanelContainer
var _needle: String = ""
var _kind: String = ""
var _found: PackedInt32Array = []
var _looked: int = 0


func _ready() -> void:
	size_flags_vertical = Control.SIZE_EXPAND_FILL
	search.placeholder_text = Words.of("log.search")
	search.clear_button_enabled = true
	search.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	search.custom_minimum_size.x = 130.0 * Fittings.scale
	search.text_changed.connect(func(text: String) -> void: _narrow(text.to_lower(), _kind))
	filter.add_item(Words.of("log.all"))
	for kind: String in EntryKinds.ALL:
		filter.add_item(Words.of("kinds." + kind))
	filter.item_selected.connect(_on_filter)
	list.index = index
	list.chosen.connect(_on_chosen)
	list.opened.connect(func(row: int) -> void: wanted.emit(index.seqs[row]))
	var go_there := Fittings.button(Words.of("log.show"), func() -> void: wanted.emit(list.selected), "watch")
	go_there.size_flags_horizontal = Control.SIZE_SHRINK_BEGIN
	var text := Fittings.scroll(_entry)
	text.custom_minimum_size.y = 58.0 * Fittings.scale
	_detail = Fittings.panel(&"Card", Fittings.column([_entry_title, text, go_there]))
	_detail.visible = false
	add_child(Fittings.flow([search, filter]))
	add_child(_count)
	add_child(list)
	add_child(_detail)
	index.changed.connect(_grow)
	_narrow("", "")


func _process(_delta: float) -> void:
	if _looked < index.size() and is_visible_in_tree():
		_look()


func show_moment(seq: int, live: bool) -> void:
	list.follows = live or list.follows
	list.show_moment(seq)


func show_pick(seq: int) -> void:
	list.select(seq)
	var row := index.row_of(seq)
	if row >= 0:
		_tell(row)
		list.follows = false
		list.reveal.call_deferred(row)
	else:
		_detail.visible = false


## After the fields were filled in from outside.
func narrow_again() -> void:
	_narrow(search.text.to_lower(), "" if filter.selected <= 0 else EntryKinds.ALL[filter.selected - 1])


func _on_filter(item: int) -> void:
	_narrow(_needle, "" if item == 0 else EntryKinds.ALL[item - 1])


func _narrow(needle: String, kind: String) -> void:
	_needle = needle
	_kind = kind
	_found = []
	_looked = 0
	_look()


func _grow() -> void:
	if index.size() < _looked or index.size() == 0:
		_narrow(_needle, _kind)
	elif is_visible_in_tree():
		_look()


## Looks through as many entries as there is time for; the rest comes in the next frames.
func _look() -> void:
	var end := Time.get_ticks_usec() + SEARCH_TIME
	while _looked < index.size() and (_looked % 64 != 0 or Time.get_ticks_usec() < end):
		if _fits(_looked):
			_found.append(_looked)
		_looked += 1
	list.show_rows(_found)
	_count.text = Words.counted("log.count", _found.size())


func _fits(row: int) -> bool:
	if not _kind.is_empty() and index.kind(row) != _kind:
		return false
	return _needle.is_empty() or index.sentence(row).to_lower().contains(_needle)


func _on_chosen(row: int) -> void:
	list.follows = false
	_tell(row)
	chosen.emit(index.seqs[row], index.who(row))


func _tell(row: int) -> void:
	var event := index.entry(row)
	var slots := {"who": index.who_named(row), "n": Numbers.figure(event.seq), "time": Numbers.time_of_day(event.at)}
	_entry_title.text = Words.of("log.entry", slots)
	_entry.text = Words.sentence(event)
	_detail.visible = true
