class_name VerdictsData
extends RefCounted
## The reviews of this attempt, one place for each of three reviewers: decision and score of 10. More than three: the
## last three.

const PLACES := 3


static func of(state: Dictionary) -> Dictionary:
	var cards: Array[Dictionary] = []
	for i: int in PLACES:
		cards.append({"kind": "", "score": ""})
	var here := reviews(state)
	for i: int in here.size():
		var place := Fields.text(here[i], "reviewer").get_slice(" ", 1).to_int() - 1
		if place < 0 or place >= PLACES:
			place = i % PLACES
		cards[place] = {
			"kind": Fields.text(Fields.object(here[i], "form"), "decision"),
			"score": Numbers.fixed(Fields.number(here[i], "score"), 1),
		}
	return {"cards": cards, "waiting": RunState.phase(state) == "report-refinement"}


static func reviews(state: Dictionary) -> Array[Dictionary]:
	var found: Array[Dictionary] = []
	for review: Dictionary in Fields.objects(state, "reviews"):
		if Fields.whole(review, "attempt") == Fields.whole(state, "attempt", 1):
			found.append(review)
	return found


static func mean(state: Dictionary) -> float:
	var here := reviews(state)
	var sum := 0.0
	for review: Dictionary in here:
		sum += Fields.number(review, "score")
	return sum / maxi(1, here.size())
