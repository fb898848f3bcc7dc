class_name HudActions
extends RefCounted
## What happens when something in the hud is pressed, typed or answered.

const LEAP := 10
## Fields of the menu: what it opens and its sign.
const MENU: Array[Array] = [
	["runs", "runs"], ["new", "add"], ["example", "watch"], ["settings", "settings"], ["help", "help"]
]

var _hud: Hud


func _init(hud: Hud) -> void:
	_hud = hud


func act(action: String) -> void:
	if action.begins_with("room-"):
		var phase := Wire.PHASES[int(action.right(1)) - 1]
		_hud.room_wanted.emit(phase)
	elif _hud.clock != null and _table().has(action):
		_table()[action].call()


## Made when it is asked for: kept, its functions would hold this object for ever.
func _table() -> Dictionary[String, Callable]:
	return {
		"toggle": func() -> void: _hud.stage.bar.toggle(),
		"step-back": func() -> void: _hud.clock.step(-1),
		"step-forth": func() -> void: _hud.clock.step(1),
		"leap-back": func() -> void: _hud.clock.step(-LEAP),
		"leap-forth": func() -> void: _hud.clock.step(LEAP),
		"first": func() -> void: _hud.clock.seek(1),
		"last": func() -> void: _hud.clock.seek(_hud.timeline.head if _hud.timeline != null else 0),
		"follow": _follow,
		"faster": func() -> void: _hud.stage.bar.change_speed(1),
		"slower": func() -> void: _hud.stage.bar.change_speed(-1),
		"log": func() -> void: want("log"),
		"menu": func() -> void: want("menu"),
		"note": func() -> void: want("note"),
		"question": func() -> void: want("question"),
		"help": func() -> void: open_sheet("help"),
		"close": _close,
		"next-person": _next_person.bind(1),
		"last-person": _next_person.bind(-1),
		"next-area": _next_area,
	}


func connect_all(stage: HudStage) -> void:
	stage.top.wanted.connect(want)
	stage.bar.hovered.connect(_hover)
	stage.bar.entry_chosen.connect(_choose_entry)
	stage.toasts.entry_wanted.connect(_show_entry)
	stage.drawer.closed.connect(_drawer_closed)
	stage.menu.id_pressed.connect(_on_menu)
	for i: int in MENU.size():
		stage.menu.add_icon_item(
			Glyphs.of(MENU[i][1] as String, Fittings.scale), Words.of("menu." + (MENU[i][0] as String)), i
		)
		stage.menu.set_item_icon_modulate(i, Palette.INK)
	_hud.log_panel.chosen.connect(func(seq: int, role: String) -> void: _hud.choose(Pick.create("event", role, seq)))
	_hud.log_panel.wanted.connect(func(seq: int) -> void: _hud.clock.seek(seq))
	_hud.cards.picked.connect(_hud.choose)
	_hud.cards.entry_wanted.connect(_show_entry)
	_hud.cards.link_wanted.connect(func(url: String) -> void: OS.shell_open(url))
	_hud.questions.answered.connect(_answer)
	_hud.questions.settled.connect(_questions_settled)
	_hud.note_box.noted.connect(_note)
	_hud.runs.chosen.connect(_choose_run)
	_hud.runs.server_chosen.connect(_choose_server)
	_hud.runs.new_wanted.connect(open_sheet.bind("new"))
	_hud.new_run.wanted.connect(_start)
	_hud.first.example_wanted.connect(_example)
	_hud.first.server_wanted.connect(open_sheet.bind("runs"))
	_hud.first.again_wanted.connect(func() -> void: _hud.again_wanted.emit())


## Opens what a button of the sky stands for; once more closes it. Commands go to the link.
func want(what: String) -> void:
	if what.begins_with("run."):
		_hud.command.emit(what, {"run": Fields.text(_hud.shown(), "run")})
	elif what == "menu":
		_hud.stage.menu.reset_size()
		var at := _hud.stage.top.menu_at()
		_hud.stage.menu.position = Vector2i(at) - Vector2i(_hud.stage.menu.size.x, 0)
		_hud.stage.menu.popup()
	elif what == "question" and _hud.stage.drawer.what == what and not _in_drawer():
		# It opened by itself: the keyboard goes to it before it is closed.
		_hud.stage.drawer.take_focus()
	elif _hud.stage.drawer.what == what:
		_hud.stage.drawer.close()
	else:
		open_drawer(what)
		_hud.stage.drawer.take_focus()


func open_drawer(what: String) -> void:
	match what:
		"log":
			_hud.stage.drawer.open("log", Words.of("log.title"), _hud.log_panel)
		"question":
			_hud.stage.drawer.open("question", Words.of("question.title"), _hud.questions)
		"note":
			_hud.stage.drawer.open("note", Words.of("note.title"), _hud.note_box)


func open_sheet(what: String) -> void:
	var sheet := _hud.stage.sheet
	sheet.stays = what == "first"
	match what:
		"runs":
			if _hud.acts():
				_hud.command.emit("run.list", {})
			sheet.open("runs", Words.of("menu.runs"), _hud.runs)
		"new":
			sheet.open("new", Words.of("menu.new"), _hud.new_run)
		"settings":
			sheet.open("settings", Words.of("menu.settings"), _hud.settings_panel)
		"help":
			sheet.open("help", Words.of("menu.help"), _hud.help)
		"first":
			var unread := not _hud.record_fault.is_empty()
			sheet.open("first", Words.of("first.record" if unread else "first.title"), _hud.first)


## After the panels were built anew, in another language or size, what was open is open again.
func reopen(drawer: String, sheet: String) -> void:
	if drawer == "card":
		_hud.show_pick(_hud.pick)
	elif not drawer.is_empty():
		open_drawer(drawer)
	if not sheet.is_empty():
		open_sheet(sheet)


## Without a server and without a run, the first-run sheet says what can be done.
func look_at_link(link: LabLink) -> void:
	if _hud.stage == null:
		return
	var nothing := Fields.whole(_hud.shown(), "seq") == 0
	var unread := not _hud.record_fault.is_empty()
	var gone := unread or (link != null and link.state in [LabLink.State.WAITING, LabLink.State.REFUSED])
	if nothing and gone and _hud.stage.sheet.what in ["", "first"]:
		_hud.first.show_why(_hud.record_fault if unread else link.why, unread)
		if _hud.stage.sheet.what.is_empty():
			open_sheet("first")
	elif not gone and _hud.stage.sheet.what == "first" and link != null and link.state == LabLink.State.OPEN:
		_hud.stage.sheet.close()


func take_result(type: String, answer: Dictionary) -> void:
	var ok := Fields.flag(answer, "ok")
	var result := Fields.object(answer, "result")
	match type:
		"run.answer":
			_hud.questions.show_result(answer)
			if ok and Fields.text(Fields.object(_hud.shown(), "halted"), "cause") == "question":
				_hud.command.emit("run.resume", {"run": Fields.text(_hud.shown(), "run")})
		"run.note":
			_hud.note_box.show_result(answer)
		"run.start":
			_hud.new_run.show_result(answer)
			if ok:
				_hud.stage.sheet.close()
		"run.list":
			if ok:
				_hud.show_runs(Fields.objects(result, "runs"))
	if not ok and type not in ["run.answer", "run.note", "run.start"]:
		_hud.stage.toasts.tell(Fields.text(Fields.object(answer, "error"), "message", Words.of("answer.failed")), true)
	elif ok and Words.has("did." + type):
		_hud.stage.toasts.tell(Words.of("did." + type))


func _close() -> void:
	var focus := _hud.get_viewport().gui_get_focus_owner()
	if _hud.stage.sheet.visible:
		if not _hud.stage.sheet.stays:
			_hud.stage.sheet.close()
	elif _hud.stage.drawer.visible:
		_hud.stage.drawer.close()
	elif focus != null:
		focus.release_focus()
	else:
		_hud.choose(Pick.new())
		_hud.house_wanted.emit()


## Whom one has selected; with nobody selected, the newest entry.
func _follow() -> void:
	if _hud.pick.kind == "role":
		_hud.person_wanted.emit(_hud.pick.id)
	elif not _hud.stage.bar.recorded:
		_hud.clock.follow_live()


func _in_drawer() -> bool:
	var focus := _hud.get_viewport().gui_get_focus_owner()
	return focus != null and _hud.stage.drawer.is_ancestor_of(focus)


func _drawer_closed() -> void:
	if _in_drawer():
		_hud.get_viewport().gui_get_focus_owner().release_focus()
	if not _hud.pick.kind.is_empty():
		_hud.choose(Pick.new())


func _next_person(by: int) -> void:
	var place := Wire.ROLES.find(_hud.pick.id) if _hud.pick.kind == "role" else (-1 if by > 0 else 0)
	_hud.choose(Pick.create("role", Wire.ROLES[posmod(place + by, Wire.ROLES.size())]))


## The keyboard goes from the house to the drawer, the bar at the foot and the buttons in the sky, and back.
func _next_area() -> void:
	var stage := _hud.stage
	var areas: Array[Control] = [stage.drawer, stage.bar, stage.top]
	var focus := _hud.get_viewport().gui_get_focus_owner()
	var at := -1
	for i: int in areas.size():
		if focus != null and areas[i].is_ancestor_of(focus):
			at = i
	for i: int in range(at + 1, areas.size()):
		var control := Drawer.first_focus(areas[i]) if areas[i].visible else null
		if control != null:
			control.grab_focus()
			return
	if focus != null:
		focus.release_focus()


func _hover(seq: int, at: Vector2) -> void:
	var event := _hud.timeline.event_at(seq) if _hud.timeline != null and seq > 0 else null
	var text := ""
	if event != null:
		var row := _hud.index.row_of(seq)
		var who := _hud.index.who_named(row) if row >= 0 else ""
		text = Words.of(
			"timeline.hint",
			{"n": Numbers.figure(seq), "who": who, "text": Loose.first_words(Words.sentence(event), 180)}
		)
	var phase := _hud.stage.bar.track.phase_at(seq) if seq > 0 else ""
	if not phase.is_empty():
		text = Words.of("timeline.hint.phase", {"phase": Words.phase(phase), "text": text})
	_hud.stage.hint(text, at)


func _choose_entry(seq: int) -> void:
	var row := _hud.index.row_of(seq)
	_hud.choose(Pick.create("event", _hud.index.who(row) if row >= 0 else "", seq))


func _show_entry(seq: int) -> void:
	open_drawer("log")
	_choose_entry(seq)


func _answer(question: String, answer: String) -> void:
	_hud.people.remember(answer)
	_hud.command.emit("run.answer", {"run": Fields.text(_hud.shown(), "run"), "question": question, "answer": answer})


func _questions_settled() -> void:
	if _hud.stage.drawer.what == "question":
		_hud.stage.drawer.close()


func _note(text: String, phase: String) -> void:
	_hud.people.remember(text)
	var fields := {"run": Fields.text(_hud.shown(), "run"), "text": text}
	if not phase.is_empty():
		fields["phase"] = phase
	_hud.command.emit("run.note", fields)


func _start(topic: String, language: String) -> void:
	_hud.command.emit("run.start", {"topic": topic, "config": {"language": language}})


func _choose_run(run: String) -> void:
	_hud.stage.sheet.close()
	_hud.run_chosen.emit(run)


func _choose_server(url: String, token: String) -> void:
	_hud.stage.sheet.close()
	_hud.server_chosen.emit(url, token)


func _example() -> void:
	_hud.stage.sheet.close()
	_hud.example_wanted.emit()


func _on_menu(id: int) -> void:
	var what: String = MENU[id][0]
	if what == "example":
		_example()
	else:
		open_sheet(what)
