class_name AgentCard
extends Card
## One of the six: what they see, what they say and do now, what they did last, and what it cost.

## Commands whose words are a program, and the lines of it that are shown here.
const CODE: Array[String] = ["run-code", "submit-code", "write-program", "edit-program"]
const MOST_LINES := 10
## Letters of what a person is told or says.
const MOST_LETTERS := 500


func title() -> String:
	return Words.role(pick.id)


func role() -> String:
	return pick.id


func facts() -> Array:
	return [_person(), Fields.text(state, "phase")]


func fill(body: CardBody) -> void:
	var person := _person()
	var open := Fields.objects(person, "open")
	if open.is_empty():
		body.quiet(Words.of("agent.idle"))
	for turn: Dictionary in open:
		_fill_open(body, turn, open.size() > 1)
	var last := Fields.object(person, "last")
	if not last.is_empty():
		_fill_last(body, last)
	body.heading(Words.of("agent.cost"))
	var spent := Fields.object(person, "spent")
	var tokens := Fields.number(spent, "input") + Fields.number(spent, "output")
	body.fact(Words.of("cost.turns"), Numbers.figure(Fields.number(person, "turns")))
	body.fact(Words.of("cost.calls"), Numbers.figure(Fields.number(spent, "calls")))
	body.fact(Words.of("cost.tokens"), Numbers.short(tokens))
	body.fact(Words.of("cost.money"), Numbers.money(Fields.number(spent, "cost")))
	var brief := _brief()
	if brief != null:
		body.heading(Words.of("agent.brief"))
		body.prose(Loose.beginning(brief.data.get("text")))
		body.entry(brief.seq)


func _fill_open(body: CardBody, turn: Dictionary, several: bool) -> void:
	var doing := Fields.text(turn, "doing")
	var now := Words.of("agent." + doing)
	var what := "%s: %s" % [Words.person(pick.id, Fields.whole(turn, "seat")), now] if several else now
	body.add_child(TurnClock.create(what, Fields.text(turn, "since")))
	body.fact(Words.of("agent.ask"), Words.ask(Fields.text(turn, "ask")))
	var told := whole(Fields.whole(turn, "seq"), "told")
	body.quiet(Words.of("agent.sees") if not told.strip_edges().is_empty() else "")
	body.prose(Loose.first_lines(told, MOST_LETTERS))
	var said := Spoken.read(Fields.text(turn, "said"))
	if not said.said.is_empty():
		body.quiet(Words.of("agent.says"))
		_fill_said(body, said)
	body.fact(Words.of("agent.command"), said.command)
	if Fields.has(turn, "fault"):
		body.text(Fields.text(turn, "fault"), &"Warning")
	body.add_child(WordsNow.create(Fields.text(turn, "turn")))


func _fill_last(body: CardBody, last: Dictionary) -> void:
	body.heading(Words.of("agent.last"))
	var spoken := Spoken.read(Fields.text(last, "said"))
	_fill_said(body, spoken)
	var result := Loose.first_lines(whole(Fields.whole(last, "seq"), "result"), MOST_LETTERS)
	var ending := "agent.did" if Fields.flag(last, "ok") else "agent.refused"
	if Fields.flag(last, "fallback"):
		ending = "agent.fallback"
	# Of mere speech nothing comes but that it was said.
	if ending != "agent.did" or Fields.text(last, "command") != TellerTurn.SPEECH:
		body.fact(Words.of(ending), Fields.text(last, "command", Words.of("agent.nothing")))
		body.quiet(Words.of("agent.result") if not result.is_empty() else "")
		body.prose(result)
	body.entry(Fields.whole(last, "seq"))


## Words as words; a program as its first lines.
func _fill_said(body: CardBody, spoken: Spoken) -> void:
	var lines := spoken.said.strip_edges().split("\n")
	if spoken.command in CODE:
		body.code("\n".join(lines.slice(0, MOST_LINES)) + ("\n…" if lines.size() > MOST_LINES else ""))
	else:
		body.prose(Loose.first_lines(spoken.said, MOST_LETTERS))


func _person() -> Dictionary:
	for person: Dictionary in Fields.objects(state, "people"):
		if Fields.text(person, "role") == pick.id:
			return person
	return {}


## The part that the role was told in this phase: it stands near the phase's beginning.
func _brief() -> LabEvent:
	if timeline == null:
		return null
	for phase: Dictionary in Fields.objects(state, "phases"):
		var attempts := Fields.objects(phase, "attempts")
		if Fields.text(phase, "name") != Fields.text(state, "phase") or attempts.is_empty():
			continue
		var from := Fields.whole(attempts[-1], "startSeq")
		for seq: int in range(from, mini(from + 60, Fields.whole(state, "seq") + 1)):
			var event := timeline.event_at(seq)
			if event != null and event.type == "role-brief" and _is_for(event.data):
				return event
	return null


## Whether a brief is this person's: its own, or that of the table that it sits at.
func _is_for(brief: Dictionary) -> bool:
	return Fields.text(brief, "role") == pick.id or Fields.texts(brief, "table").has(pick.id)
