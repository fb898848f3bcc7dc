extends TestCase
## What of a reply is said in a bubble.


func test_the_first_whole_sentence_is_said() -> void:
	check_eq(Speech.of('{"command":"dialogue","text":"We saw 0.56 twice. Is it noise? No."}'), "We saw 0.56 twice.")
	check_eq(Speech.of('{"command":"dialogue","text":"It holds. But then the text was cu'), "It holds.")


func test_a_label_or_a_cut_end_is_not_said_where_there_is_a_sentence() -> void:
	check_eq(Speech.of('{"command":"plan","text":"**Question.** We think so. Does it?\\n\\n**Data.**'), "We think so.")
	check_eq(Speech.of('{"command":"plan","text":"We think so. Data.'), "We think so.")
	check_eq(Speech.of('{"command":"plan","text":"We think so. A smoothing of 0.'), "We think so.")
	check_eq(Speech.of("We think so. A " + "word ".repeat(130) + "0."), "We think so.")
	check_eq(Speech.of("**Test data.**"), "Test data.", "all that there is")
	check_eq(Speech.of("Yes."), "Yes.")
	check_eq(Speech.of("Yes. It does help."), "It does help.")
	check_eq(Speech.of('{"text":"A smoothing of 0.'), "A smoothing of 0…")


func test_marks_of_writing_are_left_out() -> void:
	check_eq(Speech.of("## Plan\n\n**Both** of [them](http://x.y) `run`.\n```js\nlet a\n```"), "Plan Both of them run.")


func test_it_is_no_longer_than_90_letters_and_ends_at_a_word() -> void:
	var said := Speech.of("palabra ".repeat(40))
	check(said.length() <= Palette.BUBBLE_LETTERS, "%d letters" % said.length())
	check(said.ends_with("palabra…"), said)


func test_a_judgement_says_the_sentence_that_names_its_score() -> void:
	var why := "All 15 are there. Mark: 0.7 × 1 + 0.2 × 0.95. It earns 0.95 for that. Which is better plays no part."
	check_eq(Speech.of('{"command":"score-program","score":0.95,"why":"%s"}' % why), "It earns 0.95 for that.")
	check_eq(Speech.of('{"command":"score-program","score":0.9,"why":"%s"}' % why), "All 15 are there.")


func test_what_is_written_down_is_told_from_what_is_said_and_its_name_is_no_part_of_it() -> void:
	var note := '{"command":"add-paper","id":"bundled:a2014","note":"It samples. Too noisy as it stands."}'
	check(Speech.is_written(note), "a note")
	check_eq(Speech.of(note), "It samples.")
	check_eq(Speech.of('{"command":"write-section","section":"abstract","text":"It helps. So."}'), "It helps.")
	check(not Speech.is_written('{"command":"dialogue","text":"It samples."}'), "a word in a talk")


func test_signs_of_mathematics_are_left_out() -> void:
	check_eq(
		Speech.of("Each draw $x$ has a twin $-x$ where $\\rho$ is small."),
		"Each draw x has a twin -x where rho is small."
	)


func test_code_is_not_said_aloud() -> void:
	check_eq(Speech.of('{"command":"write-program","code":"let a = 1. B"}'), "")


func test_live_words_are_the_last_90_letters_from_a_word_on() -> void:
	var said := Speech.live('{"command":"dialogue","text":"' + "uno dos tres ".repeat(20))
	check(said.length() <= Palette.BUBBLE_LETTERS and said.begins_with("…"), said)
	check(said.substr(1).split(" ")[0] in ["uno", "dos", "tres"], said)


func test_words_of_other_writings_are_said_too() -> void:
	check_eq(Speech.of("这是第一句。这是第二句。"), "这是第一句。")


func test_a_question_is_short_enough_to_stand_over_who_asks_it() -> void:
	check_eq(Speech.question("Plan is at its end. Go on? Anything else is a note."), "Plan is at its end. Go on?")
	var long := "The plan was settled after a long talk between the student and the postdoc. Shall it begin? Say so."
	check_eq(Speech.question(long), "Shall it begin?")
	check_eq(Speech.question("Say which data."), "Say which data.")
