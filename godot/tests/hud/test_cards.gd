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


func test_a_program_says_how_its_seeds_spread_how_it_was_judged_and_why_it_is_doubted() -> void:
	Words.language = "en"
	var spread := {"mean": 0.69, "least": 0.678, "most": 0.7021, "seeds": 5.0, "split": "valid"}
	var state := {"contract": {"metric": "accuracy"}}
	check_eq(ProgramWords.spread({"spread": spread}, state), "accuracy 0.69, 0.678 to 0.702 over 5 seeds, valid")
	check_eq(ProgramWords.spread({}, state), "")
	var judged := {
		"accepted": true, "against": "running-experiments.1.0.0", "p": 0.0041, "difference": 0.043, "pairs": 5.0
	}
	check_eq(ProgramWords.judged({"judged": judged}), "Accepted against 1.0.0: +0.043, p = 0.004, 5 pairs of seeds")
	var refused := judged.merged({"accepted": false, "p": 0.00001, "difference": -0.5}, true)
	check_eq(ProgramWords.judged({"judged": refused}), "Not accepted against 1.0.0: -0.5, p < 0.001, 5 pairs of seeds")
	check_eq(ProgramWords.judged({"judged": {"accepted": true, "against": null, "p": null}}), "The first best program")
	var flags: Array = [{"kind": "too-good", "why": "far above the others"}, {"kind": "leak", "why": ""}]
	check_eq(
		ProgramWords.doubts({"flags": flags}),
		PackedStringArray(["too good to be true: far above the others", "labels within reach"])
	)
	check_eq(ProgramCard.ending({"status": "ok", "spread": spread, "operator": "improve"}, state), "accuracy 0.690")


func test_the_plan_s_card_says_what_the_results_are_held_against_and_the_data_s_card_what_is_missing() -> void:
	var page := RecordFile.read("res://tests/fixtures/fold/held-out.jsonl")
	for one: LabEvent in page.events:
		one.run = RUN
	await open(page.events)
	for row: Array in [["plan", "accuracy, more is better"], ["dataset", "number, 2 to 10, 132 missing"]]:
		hud.show_pick(Pick.create(row[0] as String))
		await frames(3)
		var all: PackedStringArray = []
		for text: Control in TextRects.texts_under(hud.cards):
			all.append(TextRects.words(text))
		check(all.has(row[1] as String), "\n".join(all))
