class_name ProgramWords
extends RefCounted
## What the lab found out about a program, in words: how its seeds spread, how it was judged, why it is doubted.

## Below this a p says no more than that it is small.
const LEAST_P := 0.001


static func metric_of(state: Dictionary) -> String:
	return Fields.text(Fields.object(state, "contract"), "metric")


## "accuracy 0.69, 0.68 to 0.70 over 5 seeds, test"; empty when it did not measure what decides.
static func spread(program: Dictionary, state: Dictionary) -> String:
	var found := Fields.object(program, "spread")
	if found.is_empty():
		return ""
	var slots := {"metric": metric_of(state), "n": Numbers.figure(Fields.number(found, "seeds"))}
	for key: String in ["mean", "least", "most"]:
		slots[key] = Numbers.figure(Fields.number(found, key), 3)
	var told := Words.of("program.spread", slots)
	return told if not Fields.has(found, "split") else "%s, %s" % [told, Fields.text(found, "split")]


## Whether it was accepted as the best, by how much, and how sure that is; empty before it is judged.
static func judged(program: Dictionary) -> String:
	var found := Fields.object(program, "judged")
	if found.is_empty():
		return ""
	var accepted := Fields.flag(found, "accepted")
	if not Fields.has(found, "against") or not Fields.has(found, "p"):
		return Words.of("program.judged.first" if accepted else "program.judged.out")
	var slots := {
		"best": short_id(Fields.text(found, "against")),
		"p": _p(Fields.number(found, "p")),
		"n": Numbers.figure(Fields.number(found, "pairs")),
		"difference": _signed(Fields.number(found, "difference")),
	}
	return Words.of("program.judged.accepted" if accepted else "program.judged.refused", slots)


## "too good to be true: every other program is far below", one text for each reason.
static func doubts(program: Dictionary) -> PackedStringArray:
	var told: PackedStringArray = []
	for flag: Dictionary in Fields.objects(program, "flags"):
		var name := Words.named("flags", Fields.text(flag, "kind"))
		var why := Fields.text(flag, "why")
		told.append(name if why.is_empty() else Words.of("program.doubt", {"name": name, "why": why}))
	return told


## Without the phase, which the place where it stands says already: "1.8.1".
static func short_id(id: String) -> String:
	return id.substr(id.find(".") + 1) if id.contains(".") else id


static func _p(value: float) -> String:
	return "< " + Numbers.figure(LEAST_P, 3) if value < LEAST_P else "= " + Numbers.fixed(value, 3)


static func _signed(value: float) -> String:
	return ("+" if value >= 0.0 else "") + Numbers.figure(value, 3)
