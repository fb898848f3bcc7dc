class_name DesksData
extends RefCounted
## What lies about: sheets on the writer's desk (sections of this draft), folders on the other (files of the run), the
## finished report on the hall's console, and whether a question waits at the door.

const SHEETS := 8


static func of(state: Dictionary) -> Dictionary:
	return {
		"sheets": mini(Fields.list(state, "sections").size(), SHEETS),
		"folders": mini(Fields.list(state, "artifacts").size(), SHEETS),
	}


static func report(state: Dictionary) -> Dictionary:
	for artifact: Dictionary in Fields.objects(state, "artifacts"):
		if Fields.text(artifact, "name").get_file() == "report.md":
			return {"lies": true, "seq": Fields.whole(artifact, "seq")}
	return {"lies": false, "seq": 0}


## The oldest question that nobody has answered; seq 0 when there is none, or when the run is over.
static func question(state: Dictionary) -> Dictionary:
	for question_view: Dictionary in Fields.objects(state, "questions"):
		if not Fields.has(question_view, "answer") and not Fields.has(state, "outcome"):
			return {"waits": true, "seq": Fields.whole(question_view, "seq")}
	return {"waits": false, "seq": 0}
