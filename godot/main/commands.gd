class_name Commands
extends RefCounted
## What the person wants of the server: sent for the run that is shown, and its answer brought to the panel that asked.

## A run was begun by a command from here.
signal run_started(run: String)

var link: LabLink
var hud: Hud
## The run that is shown; commands that name none are for it.
var run: String = ""


static func create(a_link: LabLink, a_hud: Hud) -> Commands:
	var commands := Commands.new()
	commands.link = a_link
	commands.hud = a_hud
	a_hud.command.connect(commands.send)
	return commands


func send(type: String, fields: Dictionary) -> void:
	var filled := fields.duplicate()
	if type == "run.start" and not filled.has("idempotency_key"):
		filled.idempotency_key = "%d-%d" % [Time.get_unix_time_from_system() * 1000.0, randi()]
	elif not filled.has("run") and type != "run.list":
		filled.run = run
	var answer := await link.ask(type, filled)
	hud.show_result(type, answer)
	var result := Fields.object(answer, "result")
	if type == "run.start" and Fields.has(result, "run"):
		run_started.emit(Fields.text(result, "run"))
