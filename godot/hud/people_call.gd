class_name PeopleCall
extends RefCounted
## What a person said to the lab, a note or an answer, is written in the sky when its moment comes. "You" is said only
## of words that went out from here.

## Letters that are shown; the whole stands in the log.
const MOST := 240
## Who spoke → the words for a note and for an answer.
const KEYS: Dictionary[Moment.Kind, Array] = {
	Moment.Kind.NOTE: ["told.note", "told.note.you"],
	Moment.Kind.ANSWER: ["told.answer", "told.answer.you"],
}

## Notes and answers that were sent from here.
var _sent: Dictionary[String, bool] = {}


func remember(words: String) -> void:
	_sent[words.strip_edges()] = true


## The line about a moment; empty when it is none of a person's words.
func line(moment: Moment, by: String) -> String:
	if not KEYS.has(moment.kind):
		return ""
	var own := by == LabLink.CLIENT and _sent.has(moment.text.strip_edges())
	return Words.of(KEYS[moment.kind][1 if own else 0] as String, {"text": Loose.first_words(moment.text, MOST)})
