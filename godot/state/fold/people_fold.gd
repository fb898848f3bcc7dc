class_name PeopleFold
extends RefCounted
## What entries change that people wrote, or that ask them something.

static var effects: Dictionary[String, Callable] = {
	"pause-ask": _pause_asked,
	"stop-ask": _stop_asked,
	"note-add": _note_added,
	"question-ask": _question_asked,
	"answer-give": _answer_given,
}


static func _pause_asked(next: Dictionary, data: Dictionary, _entry: LabEvent) -> void:
	var asked: Dictionary = next.asked
	next.asked = Lists.with(asked, {"pause": Fields.text(data, "by")})


static func _stop_asked(next: Dictionary, data: Dictionary, _entry: LabEvent) -> void:
	var asked: Dictionary = next.asked
	next.asked = Lists.with(asked, {"stop": Fields.text(data, "by")})


static func _note_added(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var notes: Array = next.notes
	var phase := Fields.one_of(data, "phase", Wire.PHASES)
	var note := {
		"seq": entry.seq,
		"at": entry.at,
		"by": Fields.text(data, "by"),
		"text": Fields.text(data, "text"),
		"phase": null if phase.is_empty() else phase,
	}
	next.notes = Lists.appended(notes, note)
	Mark.put(next, entry, "note", Fields.text(data, "text"))


static func _question_asked(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var id := Fields.id(data, "id")
	var questions: Array = next.questions
	if id.is_empty() or Lists.first(questions, "id", id) >= 0:
		return
	var question := {
		"id": id,
		"seq": entry.seq,
		"at": entry.at,
		"text": Fields.text(data, "text"),
		"options": Array(Fields.texts(data, "options")),
		"blocks": Fields.flag(data, "blocks"),
		"answer": null,
	}
	next.questions = Lists.appended(questions, question)
	Mark.put(next, entry, "question", Fields.text(data, "text"))


static func _answer_given(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var questions: Array = next.questions
	var place := Lists.first(questions, "id", Fields.id(data, "question"))
	if place < 0:
		return
	var question: Dictionary = questions[place]
	if question.answer != null:
		return
	var by := Fields.text(data, "by")
	var answer := {"text": Fields.text(data, "answer"), "by": by, "seq": entry.seq, "at": entry.at}
	next.questions = Lists.replaced(questions, place, Lists.with(question, {"answer": answer}))
