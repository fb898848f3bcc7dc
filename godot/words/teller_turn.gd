class_name TellerTurn
extends RefCounted
## Sentences about the turns of the six and about agents outside of any run, where one sentence does not do for all.

## The command that only carries words says nothing of its own.
const SPEECH := "dialogue"


static func all() -> Dictionary[String, Callable]:
	return {"turn-start": _start, "turn-reply": _reply, "turn-end": _end, "agent-end": _agent_end}


static func _start(e: Dictionary) -> Teller.Telling:
	var slots := {"ask": Words.ask(Teller.said(e, "ask", 80)), "told": Teller.said(e, "told")}
	return Teller.Telling.of("asked" if e.get("repairs") == null else "askedAgain", slots)


static func _reply(e: Dictionary) -> Teller.Telling:
	var spoken := Spoken.read(Loose.beginning(e.get("text")).left(2000))
	var silent := spoken.command.is_empty() or spoken.command == SPEECH
	var slots := {"command": spoken.command, "said": Loose.first_words(spoken.said)}
	return Teller.Telling.of("reply" if silent else "replyCommand", slots)


static func _end(e: Dictionary) -> Teller.Telling:
	var name := Teller.said(e, "command", 60)
	var result := Teller.said(e, "result")
	if e.get("command") == null:
		return Teller.Telling.of("malformed", {"why": result})
	if e.get("fallback") == true:
		return Teller.Telling.of("fallback", {"command": name})
	if e.get("ok") == false:
		return Teller.Telling.of("refused", {"command": name, "why": result})
	return Teller.Telling.of("done", {"command": name, "result": result})


static func _agent_end(e: Dictionary) -> Teller.Telling:
	var slots := {"count": Loose.beginning(e.get("count")), "why": Teller.said(e, "error")}
	return Teller.Telling.of("agentDone" if e.get("error") == null else "agentFailed", slots)
