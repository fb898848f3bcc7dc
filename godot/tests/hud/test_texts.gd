extends HudCase
## Every panel in every language and size: no text is cut, none lies over another, none leaves the window.

const SIZES: Array[Vector2i] = [Vector2i(1280, 720), Vector2i(1920, 1080), Vector2i(720, 1280), PHONE]
## Looked at in the usual print.
const PHONE := Vector2i(390, 844)


func test_texts_in_english() -> void:
	await _look("en")


func test_texts_in_spanish() -> void:
	await _look("es")


func test_texts_in_french() -> void:
	await _look("fr")


func test_a_text_that_is_cut_is_found() -> void:
	var label := Label.new()
	label.text = "much too long for its place"
	label.clip_text = true
	label.text_overrun_behavior = TextServer.OVERRUN_TRIM_ELLIPSIS
	var box := Control.new()
	box.add_child(label)
	label.size = Vector2(40, 20)
	stage(box)
	await frames(2)
	check_eq(TextRects.problems(box, Vector2(1280, 720)).size(), 1)


func _look(language: String) -> void:
	for size: Vector2i in SIZES:
		for scale: float in ([1.0] if size == PHONE else [1.0, 1.6]) as Array[float]:
			await open(_rich(), {"language": language, "font_scale": scale}, size)
			connect_link()
			hud.show_state(hud.shown())
			hud.show_runs(_runs())
			await frames(3)
			for panel: Array in _panels():
				(panel[1] as Callable).call()
				await frames(4)
				for problem: String in TextRects.problems(hud, size):
					check(false, "%s %s ×%.1f %s: %s" % [language, size, scale, panel[0], problem])
			window.free()
			commands.clear()


func _panels() -> Array[Array]:
	var all: Array[Array] = [["house", func() -> void: pass]]
	for drawer: String in ["log", "question", "note"]:
		all.append([drawer, hud._actions.open_drawer.bind(drawer)])
	for kind: String in CardPanel.by_kind:
		var id: String = {"role": "phd-student", "paper": "p1", "program": "g1"}.get(kind, "")
		all.append([kind, func() -> void: hud.show_pick(Pick.create(kind, id, 3))])
	for sheet: String in ["runs", "new", "settings", "help", "first"]:
		all.append([sheet, hud._actions.open_sheet.bind(sheet)])
	all.append(["toasts", _toast])
	return all


func _toast() -> void:
	hud.stage.sheet.close()
	hud.stage.toasts.tell(Words.of("answer.failed"), true)


func _rich() -> Array[LabEvent]:
	var events := asking()
	var paper := {"id": "p1", "source": "s", "title": LONG, "authors": ["A. Author", "B. Author"], "abstract": LONG}
	var form := {"summary": LONG, "strengths": LONG, "decision": "reject", "overall": 4.0, "confidence": 3.0}
	var metrics: Array = [
		{"name": "test-accuracy-on-long-sums", "value": 0.51234, "arm": "smoothing=0.1", "split": "test"}
	]
	for one: Array in [
		["search-end", {"turn": "t1", "query": LONG, "source": "s", "status": "ok", "papers": [paper]}],
		["paper-add", {"turn": "t1", "id": "p1", "note": LONG}],
		["plan-accept", {"turn": "t1", "text": "**Question.** " + LONG, "contract": _contract()}],
		["data-card", {"turn": "t1", "card": _card()}],
		["dataset-accept", {"turn": "t1", "program": "g1", "language": "python", "code": "x = 1\n" + LONG}],
		[
			"program-start",
			{"id": "g1", "turn": "t1", "role": "ml-engineer", "operator": "draft", "language": "python", "code": LONG}
		],
		[
			"program-end",
			{
				"id": "g1",
				"exitCode": 0.0,
				"output": LONG,
				"metrics": metrics,
				"files": [],
				"sandbox": "s",
				"seconds": 1.5,
				"flags": [{"kind": "too-good", "why": LONG}, {"kind": "leak", "why": LONG}]
			}
		],
		[
			"program-judge",
			{"program": "g1", "best": "g0", "accepted": false, "p": 0.2, "difference": 0.01, "pairs": 5.0}
		],
		["program-score", {"turn": "t1", "id": "g1", "score": 0.42, "why": LONG}],
		["interpretation-accept", {"turn": "t1", "text": LONG}],
		["section-write", {"turn": "t1", "section": "experimental-setup", "text": LONG}],
		["report-score", {"turn": "t1", "form": form, "score": 5.25}],
		["readme-write", {"turn": "t1", "text": LONG}],
		["review-give", {"turn": "r1", "reviewer": "reviewer 1", "form": form, "score": 4.4}],
		["review-give", {"turn": "r2", "reviewer": "reviewer 2", "form": form, "score": 5.5}],
		["review-give", {"turn": "r3", "reviewer": "reviewer 3", "form": form, "score": 6.1}],
		["artifact-write", {"name": "report/report.pdf", "sha256": "x", "bytes": 123456.0}],
	]:
		events.append(event(events.size() + 1, one[0] as String, one[1] as Dictionary))
	return events


func _contract() -> Dictionary:
	return {
		"hypotheses": [LONG, LONG],
		"metric": "test-accuracy-on-long-sums",
		"goal": "max",
		"unit": "%",
		"proposed": "smoothing=0.1",
		"baselines": ["smoothing=0.0", "the majority class of the training data"],
		"ablations": ["half of the smoothing"],
		"datasets": ["openml:a-data-set-with-a-long-name"],
		"repetitions": 5.0,
		"evaluation": "hold-out",
	}


func _card() -> Dictionary:
	var column := {"name": "a-column-with-a-long-name", "type": "number", "missing": 12.0, "distinct": 9.0}
	return {
		"source": "openml:a-data-set-with-a-long-name",
		"licence": "CC BY 4.0",
		"rows": 12345.0,
		"columns": [column, column.merged({"least": -1234.5, "most": 98765.4})],
		"target": "quality",
		"task": "classification",
		"classes": [{"value": "a class with a long name", "count": 123.0}],
		"splits":
		[{"name": "train", "rows": 9000.0}, {"name": "valid", "rows": 1600.0}, {"name": "test", "rows": 1745.0}],
		"seed": 1.0,
		"duplicates": 3.0,
		"acrossSplits": 0.0,
		"problems": [LONG],
	}


func _runs() -> Array[Dictionary]:
	return [
		{
			"run": "b",
			"topic": LONG,
			"status": "interrupted",
			"phase": "running-experiments",
			"questions": 1.0,
			"at": ""
		},
		{"run": "c", "topic": "Short", "status": "ended", "outcome": {"kind": "partial"}, "score": 6.25, "at": ""},
	]
