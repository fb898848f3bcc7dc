extends TestCase
## What several views ask of a state is asked here once.


func test_how_a_run_stands() -> void:
	check_eq(RunState.status(_after([])), "")
	check_eq(RunState.status(_after([{"type": "model-choose", "model": "m"}])), RunState.RUNNING)
	var ask := {"type": "question-ask", "id": "q", "text": "Go on?", "options": [], "blocks": true}
	check_eq(RunState.status(_after([ask])), RunState.WAITING)
	check_eq(RunState.blocking_question(_after([ask])).text, "Go on?")
	var answer := {"type": "answer-give", "question": "q", "answer": "yes", "by": "anna"}
	check_eq(RunState.status(_after([ask, answer])), RunState.RUNNING)
	check_eq(RunState.open_questions(_after([ask, answer])).size(), 0)
	var halt := {"type": "run-halt", "cause": "pause", "why": "paused"}
	check_eq(RunState.status(_after([halt])), RunState.HALTED)
	check_eq(RunState.status(_after([halt, {"type": "run-resume"}])), RunState.RUNNING)
	check_eq(RunState.status(_after([halt, {"type": "run-end", "outcome": {"kind": "complete"}}])), RunState.ENDED)


func test_what_was_spent_is_measured_by_its_limit() -> void:
	var state := _after(
		[
			{"type": "run-start", "topic": "t", "config": {"budget": {"calls": 4, "tokens": 100, "money": 2}}},
			{"type": "turn-reply", "id": "t", "text": "", "usage": {"input": 20, "output": 5, "cost": 0.5}},
		]
	)
	check_eq(RunState.spent_share(state, "calls"), 0.25)
	check_eq(RunState.spent_share(state, "tokens"), 0.25)
	check_eq(RunState.spent_share(state, "money"), 0.25)
	check_eq(RunState.spent_share(state, "seconds"), -1.0)
	check_eq(RunState.worked_seconds(state), 60.0)


func test_the_program_that_leads_is_found() -> void:
	var run: Array[Dictionary] = []
	for id: String in ["e.1.1.0", "e.1.2.0"]:
		run.append({"type": "program-start", "id": id, "role": "ml-engineer", "operator": "draft"})
		run.append({"type": "program-end", "id": id, "metrics": [{"name": "m", "value": 1}]})
		run.append({"type": "program-score", "id": id, "score": 0.5 if id == "e.1.1.0" else 0.25})
	check_eq(RunState.best(_after(run)).id, "e.1.1.0")
	check_eq(RunState.best(_after([])), {})
	check_eq(RunState.programs_of_attempt(_after(run)).size(), 2)


func test_nothing_is_read_out_of_nothing() -> void:
	check_eq([RunState.seq({}), RunState.phase({}), RunState.status({})], [0, "", ""])
	check_eq([RunState.person({}, "postdoc"), RunState.last_attempt({}, "plan-formulation")], [{}, {}])


func _after(events: Array) -> Dictionary:
	var state := RunReducer.empty("r")
	for place: int in events.size():
		var event: Dictionary = events[place]
		state = RunReducer.fold(state, LabEvent.create("r", place + 1, "2026-01-05T09:%02d:00.000Z" % place, event))
	return state
