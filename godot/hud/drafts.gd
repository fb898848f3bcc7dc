class_name Drafts
extends RefCounted
## What a person has written and not sent, carried over when the panels are built anew in another language or size.

## Fields of the hud's panels whose text is kept.
const TEXTS: Array[String] = [
	"note_box:words:text",
	"note_box:_phase:selected",
	"new_run:topic:text",
	"runs:_url:text",
	"runs:_token:text",
	"log_panel:search:text",
	"log_panel:filter:selected",
	"questions:drafts",
	"questions:_sent",
	"settings_panel:used",
]

## The setting that was changed last.
var used: String = ""
var _values: Dictionary[String, Variant] = {}


static func of(hud: Hud) -> Drafts:
	var made := Drafts.new()
	for path: String in TEXTS:
		made._values[path] = hud.get_indexed(NodePath(path))
	made.used = hud.settings_panel.used
	return made


func give_back(hud: Hud) -> void:
	for path: String in TEXTS:
		hud.set_indexed(NodePath(path), _values[path])
	hud.log_panel.narrow_again()
	hud.new_run.refresh()
	hud.questions.refresh()
