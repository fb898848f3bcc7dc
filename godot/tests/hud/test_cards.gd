extends HudCase
## What cards say of programs and people.


func test_a_program_that_nobody_will_judge_does_not_wait_for_it() -> void:
	var state := {"phase": "running-experiments", "attempt": 1.0}
	var ran := {"status": "ok", "attempt": 1.0, "operator": "improve"}
	check_eq(ProgramCard.ending(ran, state), Words.of("program.unscored"))
	for other: Dictionary in [{"operator": "dataset"}, {"operator": "try"}, {"operator": "final"}]:
		check_eq(ProgramCard.ending(ran.merged(other, true), state), Words.of("program.unjudged"))
	for later: Dictionary in [{"phase": "report-writing"}, {"attempt": 2.0}, {"outcome": {"kind": "failed"}}]:
		check_eq(ProgramCard.ending(ran, state.merged(later, true)), Words.of("program.unjudged"))


func test_a_person_s_card_shows_no_marks_and_no_empty_result() -> void:
	var events := begun()
	var said := "## Plan\n\n- first **strong** step\n- run `main.py`"
	events.append(event(4, "turn-reply", {"id": "t1", "text": JSON.stringify({"command": "dialogue", "say": said})}))
	events.append(event(5, "turn-end", {"id": "t1", "ok": true, "command": "dialogue", "result": "Said."}))
	await open(events)
	hud.show_pick(Pick.create("role", "phd-student"))
	await frames(3)
	var all: PackedStringArray = []
	for text: Control in TextRects.texts_under(hud.cards):
		all.append(TextRects.words(text))
	check(all.has("Plan\n• first strong step\n• run main.py"), "\n".join(all))
	check(not all.has("Said.") and not all.has(Words.of("agent.did")), "\n".join(all))
