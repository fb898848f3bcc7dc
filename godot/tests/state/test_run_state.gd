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


func test_nothing_is_read_out_of_nothing() -> void:
	check_eq([RunState.seq({}), RunState.phase({}), RunState.status({})], [0, "", ""])
	check_eq(RunState.open_turns({}, "postdoc"), [])


func _after(events: Array) -> Dictionary:
	var state := RunReducer.empty("r")
	for place: int in events.size():
		var event: Dictionary = events[place]
		state = RunReducer.fold(state, LabEvent.create("r", place + 1, "2026-01-05T09:%02d:00.000Z" % place, event))
	return state
