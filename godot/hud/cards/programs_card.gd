class_name ProgramsCard
extends Card
## The bench: all programs of this and earlier attempts, the newest attempt first, the leading one marked.


func title() -> String:
	return Words.of("card.programs")


func facts() -> Array:
	return [state.get("programs"), state.get("best"), state.get("phase"), state.get("attempt"), state.get("contract")]


func fill(body: CardBody) -> void:
	var programs := Fields.objects(state, "programs")
	if programs.is_empty():
		body.quiet(Words.of("card.programs.none"))
	var attempt := 0
	programs.reverse()
	for program: Dictionary in programs:
		if Fields.whole(program, "attempt", 1) != attempt:
			attempt = Fields.whole(program, "attempt", 1)
			body.heading(Words.of("card.attempt", {"n": attempt}))
		_line(body, program)
	var out := Fields.whole(state, "programsLeftOut")
	if out > 0:
		body.quiet(Words.counted("card.programs.out", out))


func _more(program: Dictionary) -> String:
	var told: PackedStringArray = [ProgramCard.ending(program, state)]
	told.append(ProgramWords.judged(program))
	for flag: Dictionary in Fields.objects(program, "flags"):
		told.append(Words.of("program.doubtful", {"name": Words.named("flags", Fields.text(flag, "kind"))}))
	return "\n".join(Array(told).filter(func(part: String) -> bool: return not part.is_empty()))


func _line(body: CardBody, program: Dictionary) -> void:
	var id := Fields.text(program, "id")
	var pick_of := Pick.create("program", id, Fields.whole(program, "startSeq"))
	body.line(
		ProgramCard.name_of(program),
		_more(program),
		pick_of,
		Fields.text(program, "role"),
		id == Fields.text(state, "best")
	)
