class_name ReviewForm
extends RefCounted
## The form that a reviewer fills.

const WORDS: Array[String] = ["summary", "strengths", "weaknesses", "questions", "limitations"]
const MARKS: Array[String] = [
	"originality",
	"quality",
	"clarity",
	"significance",
	"soundness",
	"presentation",
	"contribution",
	"overall",
	"confidence",
]


## A filled form; empty when marks or the decision are missing, because none may be made up.
static func in_field(from: Dictionary, key: String) -> Dictionary:
	var fields := Fields.object(from, key)
	var decision := Fields.one_of(fields, "decision", ["accept", "reject"])
	if decision.is_empty():
		return {}
	var form := {"ethical-concerns": Fields.flag(fields, "ethical-concerns"), "decision": decision}
	for word: String in WORDS:
		form[word] = Fields.text(fields, word)
	for mark: String in MARKS:
		form[mark] = Fields.number_or_null(fields, mark)
		if form[mark] == null:
			return {}
	return form
