extends TestCase
## Both tables and the sentences: complete in three languages, with the same slots, and one for every kind of entry.


func test_every_text_is_there_in_all_languages_with_the_same_slots() -> void:
	for tables: Dictionary in [Words.TABLES, Sentences.TABLE]:
		var english: Dictionary = tables["en"]
		check(english.size() > 50)
		for language: String in Words.LANGUAGES:
			var table: Dictionary = tables[language]
			check_eq(table.keys(), english.keys(), language)
			for key: String in english:
				var text := str(table.get(key, ""))
				check(not text.strip_edges().is_empty(), "%s: %s is empty" % [language, key])
				check_eq(_slots(text), _slots(str(english[key])), "%s: %s" % [language, key])


func test_french_has_one_apostrophe_and_no_line_ends_before_a_sign() -> void:
	var wrong := RegEx.create_from_string("'| [;:?!»]|« ")
	for table: Dictionary in [Words.TABLES["fr"], Sentences.TABLE["fr"]]:
		for key: String in table:
			check(wrong.search(str(table[key])) == null, "%s: %s" % [key, table[key]])


func test_every_type_of_entry_has_a_sentence_also_when_nothing_is_in_it() -> void:
	for language: String in Words.LANGUAGES:
		Words.language = language
		for type: String in Wire.EVENT_TYPES:
			var event := _event(type)
			check(Teller.telling(event) != null, "%s has no sentence" % type)
			check(
				Sentences.TABLE[language].has(Teller.telling(event).key), "%s: %s" % [type, Teller.telling(event).key]
			)
			check(not Words.sentence(event).strip_edges().is_empty(), "%s is silent" % type)
	Words.language = "en"


func test_a_type_that_is_new_is_told_by_its_name() -> void:
	check_eq(Words.sentence(_event("dream-have")), "dream-have")


func test_sentences_say_what_the_entry_says() -> void:
	var outcome := {"kind": "failed", "why": "no data"}
	var fields := {"phase": "data-preparation", "attempt": 2.0, "outcome": outcome, "next": "end"}
	check_eq(Words.sentence(_event("phase-end", fields)), "Data, attempt 2: failed, no data. Next is the end")
	Words.language = "es"
	check_eq(Words.sentence(_event("program-score", {"score": 0.5625, "why": "w"})), "da al programa 0,563 de 1: w")
	Words.language = "en"
	var reply := {"text": '{"command": "read-paper", "say": "I read \\"it\\"\\nnow"}'}
	check_eq(Words.sentence(_event("turn-reply", reply)), 'read-paper: I read "it" now')
	var cut := {"section": "abstract", "text": {"chars": 40000.0, "head": "We ask"}}
	check_eq(Words.sentence(_event("section-write", cut)), "wrote the abstract, 40,000 characters: We ask…")


func test_what_is_asked_for_is_told_in_people_s_words() -> void:
	check_eq(Words.ask("lead"), "a reply, and to lead on")
	check_eq(Words.ask("section:abstract"), "a section (the abstract)")
	check_eq(Words.ask("improve:running-experiments.1.1.0"), "a better program")
	check_eq(Words.ask("dream"), "dream", "an ask that is new to this viewer")
	check_eq(
		Words.sentence(_event("turn-start", {"ask": "lead", "told": "Go."})), "is asked (a reply, and to lead on): Go."
	)


func test_words_of_people_are_not_taken_for_slots() -> void:
	check_eq(Words.sentence(_event("note-add", {"by": "{text}", "text": "a {by} b"})), "{text} noted: a {by} b")


func test_every_key_that_the_code_asks_for_is_there() -> void:
	var asks := RegEx.create_from_string('(?<![A-Za-z])Words\\.(?:of|counted|template)\\("([a-z_.-]+)"[,)]')
	var seen := 0
	for path: String in _scripts("res://"):
		for found: RegExMatch in asks.search_all(FileAccess.get_file_as_string(path)):
			seen += 1
			check(Words.has(found.get_string(1)), "%s asks for %s" % [path, found.get_string(1)])
	check(seen > 80, "only %d keys were found" % seen)


func test_numbers_are_written_as_the_language_does() -> void:
	var cases: Dictionary[String, Array] = {
		"en": ["0.62", "1,234,567", "391 k"],
		"es": ["0,62", "1.234.567", "391 k"],
		"fr": ["0,62", "1\u202f234\u202f567", "391 k"]
	}
	for language: String in cases:
		Words.language = language
		check_eq(
			[Numbers.fixed(0.62, 2), Numbers.figure(1234567.0), Numbers.short(391_000.0)], cases[language], language
		)
	Words.language = "en"
	check_eq([Numbers.clock(48.9), Numbers.clock(2478.0), Numbers.clock(4500.0)], ["0:48", "41:18", "1:15:00"])


func _event(type: String, fields: Dictionary = {}) -> LabEvent:
	var event := LabEvent.new()
	event.type = type
	event.seq = 1
	event.data = {"type": type}.merged(fields)
	return event


func _slots(text: String) -> PackedStringArray:
	var found: PackedStringArray = []
	for slot: RegExMatch in RegEx.create_from_string("\\{\\w+\\}").search_all(text):
		if not found.has(slot.get_string()):
			found.append(slot.get_string())
	found.sort()
	return found


func _scripts(folder: String) -> PackedStringArray:
	var found: PackedStringArray = []
	for sub: String in DirAccess.get_directories_at(folder):
		if not sub.begins_with(".") and sub not in ["tests", "words"]:
			found.append_array(_scripts(folder.path_join(sub)))
	for file: String in DirAccess.get_files_at(folder):
		if file.ends_with(".gd"):
			found.append(folder.path_join(file))
	return found
