extends HudCase
## A setting counts at once, and nothing that was open or written is lost.


func test_what_was_written_stays_when_a_setting_changes() -> void:
	await open(asking())
	connect_link()
	hud.show_state(hud.shown())
	await frames(3)
	var field: TextEdit = hud.questions.find_children("*", "TextEdit", true, false)[0]
	field.text = "half an answer"
	field.text_changed.emit()
	hud.note_box.words.text = "half a note"
	hud.note_box._phase.selected = 3
	hud.new_run.topic.text = "half a topic"
	hud.log_panel.search.text = "begin"
	hud.settings.choose({"font_scale": 1.3} as Dictionary[String, Variant])
	await frames(3)
	check_eq((hud.questions.find_children("*", "TextEdit", true, false)[0] as TextEdit).text, "half an answer")
	check_eq([hud.note_box.words.text, hud.note_box._phase.selected], ["half a note", 3])
	check_eq([hud.new_run.topic.text, hud.log_panel.search.text], ["half a topic", "begin"])
	check(not hud.new_run._start.disabled, "it can be begun")
	check_eq(hud.log_panel._needle, "begin")


func test_the_settings_begin_at_the_chosen_language_and_stay_where_one_chose() -> void:
	await open(begun(), {"language": "fr"})
	hud._actions.open_sheet("settings")
	await frames(3)
	check_eq((window.gui_get_focus_owner() as Button).text, "Français")
	await press(hud.settings_panel._controls["sound"])
	await frames(3)
	check_eq(window.gui_get_focus_owner(), hud.settings_panel._controls["sound"])


func test_settings_count_at_once_and_what_was_open_stays_open() -> void:
	await open(begun())
	type_key(window, KEY_L)
	await frames(3)
	hud._actions.open_sheet("settings")
	await frames(3)
	await press(find("Español"))
	check_eq(Words.language, "es")
	check_eq([hud.stage.drawer.what, hud.stage.sheet.what], ["log", "settings"])
	check(find(Words.of("menu.settings")) != hud)
	hud.settings.choose({"language": "en"} as Dictionary[String, Variant])
