extends TestCase
## Words as they are spoken.


func _state() -> Dictionary:
	var turn := {"turn": "t1", "seat": 2.0}
	return {"people": [{"role": "postdoc", "open": []}, {"role": "reviewer", "open": [turn]}]}


func test_pieces_of_a_turn_are_joined_and_belong_to_who_has_it() -> void:
	var words := Utterances.new()
	check_eq(words.take("delta", {"turn": "t1", "text": "I "}), "t1")
	words.take("delta", {"turn": "t1", "text": "think"})
	check_eq(words.of("t1"), "I think")
	check_eq(words.speaker("t1", _state()), {"role": "reviewer", "seat": 2})


func test_a_model_that_is_asked_once_more_begins_anew() -> void:
	var words := Utterances.new()
	words.take("delta", {"turn": "t1", "text": "wrong"})
	check_eq(words.take("retry", {"turn": "t1"}), "t1")
	check_eq(words.of("t1"), "")


func test_other_signals_and_those_without_a_turn_say_nothing() -> void:
	var words := Utterances.new()
	check_eq(words.take("output", {"program": "p", "turn": "t1", "text": "x"}), "")
	check_eq(words.take("delta", {"text": "x"}), "")


func test_words_of_a_turn_that_is_over_are_forgotten() -> void:
	var words := Utterances.new()
	words.take("delta", {"turn": "gone", "text": "x"})
	check_eq(words.speaker("gone", _state()), {})
	check_eq(words.of("gone"), "")


func test_of_a_very_long_turn_the_end_is_kept() -> void:
	var words := Utterances.new()
	words.take("delta", {"turn": "t1", "text": "a".repeat(3000) + "b"})
	check_eq(words.of("t1").length(), Utterances.MOST)
	check(words.of("t1").ends_with("b"))


func test_only_so_many_turns_speak_at_once_and_ids_are_short() -> void:
	var words := Utterances.new()
	check_eq(words.take("delta", {"turn": "t".repeat(301), "text": "x"}), "")
	for number: int in 100:
		words.take("delta", {"turn": str(number), "text": "x"})
	check_eq([words.of("63"), words.of("64")], ["x", ""])
	check_eq(words.take("delta", {"turn": "63", "text": "y"}), "63")
