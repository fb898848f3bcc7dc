extends TestCase
## What the objects show of what the lab found out: verdicts, doubts, spread, and what is known of the data.


func _init() -> void:
	Words.language = "en"


func _program(id: String, parent: Variant) -> Dictionary:
	var turn := "running-experiments.1." + id
	return {"id": id, "turn": turn, "attempt": 1.0, "parent": parent, "status": "ok", "score": null}


func test_the_bench_marks_verdicts_and_doubts_and_leaves_out_programs_on_fresh_seeds() -> void:
	var first := _program("a", null).merged({"spread": {"mean": 0.642, "least": 0.63, "most": 0.65}}, true)
	first["judged"] = {"accepted": true}
	var second := _program("b", "a").merged({"judged": {"accepted": false}, "flags": [{"kind": "leak"}]}, true)
	var again := _program("c", "a").merged({"operator": "confirm"}, true)
	var chips := Fields.objects(BenchData.of({"attempt": 1.0, "programs": [first, second, again]}), "chips")
	check_eq(chips.map(func(chip: Dictionary) -> String: return Fields.text(chip, "verdict")), ["accepted", "refused"])
	check_eq(chips.map(func(chip: Dictionary) -> bool: return Fields.flag(chip, "doubted")), [false, true])
	check_eq([Fields.text(chips[0], "text"), snappedf(Fields.number(chips[0], "width"), 0.001)], ["0.64", 0.02])


func test_the_crate_says_the_rows_of_a_data_card_its_parts_and_that_something_is_to_be_minded() -> void:
	var splits: Array = [{"name": "train", "rows": 60.0}, {"name": "test", "rows": 40.0}]
	var card := {"seq": 7.0, "source": "openml:wine", "rows": 1599.0, "splits": splits, "problems": ["x"]}
	var shown := CratesData.of({"attempt": 1.0, "card": card})
	check_eq(
		[Fields.text(shown, "name"), Fields.text(shown, "rows"), Fields.whole(shown, "seq")], ["wine", "1,599 rows", 7]
	)
	check_eq(Fields.list(shown, "parts"), [0.6, 0.4] as Array[float])
	check(Fields.flag(shown, "minded"))


func test_the_display_names_the_metric_that_decides_where_the_lab_keeps_the_labels() -> void:
	var contract := {"metric": "accuracy", "evaluation": "hold-out"}
	check_eq(Fields.text(DisplayData.of({"contract": contract}), "measure"), "accuracy")
	contract["evaluation"] = "self-reported"
	check_eq(Fields.text(DisplayData.of({"contract": contract}), "measure"), "")
