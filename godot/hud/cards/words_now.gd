class_name WordsNow
extends Label
## The words of an open turn as they are spoken. They are in no entry yet, and are shown as such.

var turn: String = ""


static func create(a_turn: String) -> WordsNow:
	var made := WordsNow.new()
	made.turn = a_turn
	made.theme_type_variation = &"Small"
	made.autowrap_mode = TextServer.AUTOWRAP_WORD_SMART
	made.visible = false
	return made


func show_words(words: String) -> void:
	var said := Spoken.read(words.left(4000)).said
	text = Words.of("agent.live", {"text": said.right(600)})
	visible = not said.is_empty()
