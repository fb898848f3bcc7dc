class_name BestProgram
extends RefCounted
## Which program leads an attempt.

## Programs of these operators compete; the others prepare data, or run the winner again.
const COMPETING: Array[String] = ["draft", "improve", "repair"]


static func is_competing(operator: String) -> bool:
	return COMPETING.has(operator)


## One that may lead: it ran, measured something and was judged.
static func is_candidate(program: Dictionary) -> bool:
	if program.score == null or program.status != "ok":
		return false
	var metrics: Array = program.metrics
	return metrics.size() + Fields.whole(program, "metricsLeftOut") > 0 and COMPETING.has(program.operator)


## Whether a candidate comes before another: the higher score, of equals the one whose turn came first.
static func leads(program: Dictionary, other: Dictionary) -> bool:
	if program.score != other.score:
		return program.score > other.score
	var id: String = program.id
	var other_id: String = other.id
	return TurnId.compare(id, other_id) < 0


## The one of an attempt that leads: the last that was accepted; as long as none was, the highest scored.
## Empty when none does.
static func of(programs: Array, attempt: float) -> Dictionary:
	var accepted := {}
	for program: Dictionary in programs:
		if program.has("judged") and program.attempt == attempt and accepted_at(program) > accepted_at(accepted):
			accepted = program
	return accepted if not accepted.is_empty() else _highest_scored(programs, attempt)


## The entry in which it was accepted; 0 when it was not.
static func accepted_at(program: Dictionary) -> float:
	var judged := Fields.object(program, "judged")
	return Fields.number(judged, "seq") if Fields.flag(judged, "accepted") else 0.0


## Asked at every score, of hundreds of programs: what is lower
## than the best so far is passed over before anything else is looked at.
static func _highest_scored(programs: Array, attempt: float) -> Dictionary:
	var best := {}
	var highest := -INF
	for program: Dictionary in programs:
		if program.score == null or program.score < highest or program.attempt != attempt or not is_candidate(program):
			continue
		if best.is_empty() or leads(program, best):
			best = program
			highest = program.score
	return best
