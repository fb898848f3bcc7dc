class_name ReportFold
extends RefCounted
## What entries about the report and its reviews change.

static var effects: Dictionary[String, Callable] = {
	"section-write": _section_written,
	"report-score": _scored,
	"readme-write": _readme_written,
	"review-give": _reviewed,
	"refinement-decide": _decided,
}


static func _section_written(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var name := Fields.one_of(data, "section", Wire.SECTIONS)
	if name.is_empty():
		return
	var section := Lists.with(Heads.view(data, "text", entry), {"name": name})
	var sections: Array = next.sections
	var place := Lists.first(sections, "name", name)
	next.sections = Lists.appended(sections, section) if place < 0 else Lists.replaced(sections, place, section)


static func _scored(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var score: Variant = Fields.number_or_null(data, "score")
	if score == null:
		return
	var best: Variant = _best_score(next)
	var kept: bool = best == null or score >= best
	var scores: Array = next.reportScores
	var turn := Fields.text(data, "turn")
	var given := {"seq": entry.seq, "attempt": next.attempt, "turn": turn, "score": score, "kept": kept}
	next.reportScores = Lists.appended(scores, given)
	# A draft that is worse than the best one is put back to it.
	if kept:
		next.bestSections = next.sections
	elif next.has("bestSections"):
		next.sections = next.bestSections


## The score of the best draft of this attempt: the last that was kept. Null before any.
static func _best_score(state: Dictionary) -> Variant:
	var scores: Array = state.reportScores
	for place: int in range(scores.size() - 1, -1, -1):
		var score: Dictionary = scores[place]
		if score.attempt == state.attempt and score.kept:
			return score.score
	return null


static func _readme_written(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	next.readme = Heads.view(data, "text", entry)


static func _reviewed(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var id := Fields.id(data, "turn")
	var form := ReviewForm.in_field(data, "form")
	var score: Variant = Fields.number_or_null(data, "score")
	if id.is_empty() or form.is_empty() or score == null:
		return
	var reviewer := Fields.text(data, "reviewer")
	var review := {
		"id": id, "reviewer": reviewer, "attempt": next.attempt, "seq": entry.seq, "score": score, "form": form
	}
	var reviews: Array = next.reviews
	var of_attempt := func(other: Dictionary) -> bool: return other.id == id and other.attempt == review.attempt
	var place := reviews.find_custom(of_attempt)
	next.reviews = Lists.appended(reviews, review) if place < 0 else Lists.replaced(reviews, place, review)
	Mark.put(next, entry, "review", reviewer)


static func _decided(next: Dictionary, data: Dictionary, entry: LabEvent) -> void:
	var kind := Fields.one_of(data, "decision", ["finish", "revise"])
	if not kind.is_empty():
		next.decision = {"kind": kind, "why": Fields.text(data, "why"), "seq": entry.seq}
