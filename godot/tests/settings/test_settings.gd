extends TestCase
## What a person chose lasts, and a broken file is no harm.

const PATH := "user://test_settings.cfg"


func test_what_was_chosen_is_there_the_next_time() -> void:
	var settings := Settings.load_from(PATH)
	settings.choose(
		{"language": "fr", "font_scale": 1.3, "sound": false, "safe_colours": true} as Dictionary[String, Variant]
	)
	var again := Settings.load_from(PATH)
	check_eq([again.language, again.font_scale, again.sound, again.safe_colours], ["fr", 1.3, false, true])
	check(Palette.safe_colours, "the palette follows")
	again.choose({"safe_colours": false, "language": "en"} as Dictionary[String, Variant])


func test_a_broken_file_gives_the_defaults_and_a_line() -> void:
	for text: String in ["\u0001garbage", "[viewer]\nlanguage = = 3", ""]:
		_write(text)
		var settings := Settings.load_from(PATH)
		check_eq([settings.font_scale, settings.sound], [1.0, true])
		check_eq(settings.fault.is_empty(), false)


func test_values_out_of_bounds_or_of_another_kind_change_nothing() -> void:
	_write('[viewer]\nlanguage="xx"\nfont_scale=9\nsound="loud"\nreduced_motion=true\n')
	var settings := Settings.load_from(PATH)
	check(settings.language in Words.LANGUAGES, "a language of ours")
	check_eq([settings.font_scale, settings.sound, settings.reduced_motion], [1.6, true, true])


func test_the_language_is_that_of_the_system_where_it_is_ours() -> void:
	check_eq([Settings.of_system("es"), Settings.of_system("de")], ["es", "en"])


func _write(text: String) -> void:
	var file := FileAccess.open(PATH, FileAccess.WRITE)
	file.store_string(text)
	file.close()


func _exit_tree() -> void:
	DirAccess.remove_absolute(ProjectSettings.globalize_path(PATH))
	Words.language = "en"
