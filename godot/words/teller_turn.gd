class_name TellerTurn
extends RefCounted
## Sentences about the turns of the six and about what agents do outside of any run.

## The command that only carries words says nothing of its own.
const SPEECH := "dialogue"


static func all() -> Dictionary[String, Callable]:
	return {
		"turn-start": func(e: Dictionary) -> Teller.Telling:
			var slots := {"ask": _said(e, "ask", 80), "told": _said(e, "told")}
			return Teller.Telling.of("asked" if e.get("repairs") == null else "askedAgain", slots),
		"turn-reply": _reply,
		"turn-fault": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("modelFault", {"why": Loose.first_words(Loose.field(e.get("fault"), "message"))}),
		"turn-end": _end,
		"agent-start": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("agentStart", {"agent": _said(e, "agent"), "by": _said(e, "by")}),
		"agent-act": func(e: Dictionary) -> Teller.Telling:
			return Teller.Telling.of("agentAct", {"action": _said(e, "function_name"), "result": _said(e, "result")}),
		"agent-end": func(e: Dictionary) -> Teller.Telling:
			var slots := {"count": Loose.beginning(e.get("count")), "why": _said(e, "error")}
			return Teller.Telling.of("agentDone" if e.get("error") == null else "agentFailed", slots),
	}


static func _reply(e: Dictionary) -> Teller.Telling:
	var spoken := Spoken.read(Loose.beginning(e.get("text")).left(2000))
	var silent := spoken.command.is_empty() or spoken.command == SPEECH
	var slots := {"command": spoken.command, "said": Loose.first_words(spoken.said)}
	return Teller.Telling.of("reply" if silent else "replyCommand", slots)


static func _end(e: Dictionary) -> Teller.Telling:
	var name := _said(e, "command", 60)
	var result := _said(e, "result")
	if e.get("command") == null:
		return Teller.Telling.of("malformed", {"why": result})
	if e.get("fallback") == true:
		return Teller.Telling.of("fallback", {"command": name})
	if e.get("ok") == false:
		return Teller.Telling.of("refused", {"command": name, "why": result})
	return Teller.Telling.of("done", {"command": name, "result": result})


static func _said(e: Dictionary, key: String, chars: int = 240) -> String:
	return Loose.first_words(e.get(key), chars)
