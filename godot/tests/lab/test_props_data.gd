extends TestCase
## What the objects show of a state.


func _init() -> void:
	Words.language = "en"


func _paper(id: String, status: String, read: Variant, added: Variant) -> Dictionary:
	return {"id": id, "status": status, "readSeq": read, "addedSeq": added}


func _program(id: String, parent: Variant, status: String, score: Variant = null, attempt: float = 1.0) -> Dictionary:
	var turn := "running-experiments.%d.%s" % [int(attempt), id]
	return {"id": id, "turn": turn, "attempt": attempt, "parent": parent, "status": status, "score": score}


func test_the_shelf_holds_papers_that_were_read_or_added_and_knows_the_newest() -> void:
	var state := {
		"papers":
		[
			_paper("a", "found", null, null),
			_paper("b", "added", 5.0, 20.0),
			_paper("c", "read", 9.0, null),
		]
	}
	var books := Fields.objects(ShelfData.of(state), "books")
	check_eq(books.size(), 2)
	check_eq(Fields.text(books[0], "id"), "b")
	check(Fields.flag(books[0], "added") and not Fields.flag(books[1], "added"))
	check_eq(Fields.text(ShelfData.of(state), "newest"), "b")


func test_of_more_papers_than_fit_the_newest_stand_on_the_shelf() -> void:
	var papers: Array = []
	for i: int in ShelfData.ROOM + 6:
		papers.append(_paper("p%d" % i, "read", float(i + 1), null))
	var books := Fields.objects(ShelfData.of({"papers": papers}), "books")
	check_eq(books.size(), ShelfData.ROOM)
	check_eq(Fields.text(books[0], "id"), "p6")


func test_a_plan_with_a_list_gives_its_items() -> void:
	var head := "We do this:\n1. Get the **data**.\n2) Train it\n- Compare\n* Write a report\n3. More\n4. Too much"
	check_eq(
		WhiteboardData.lines_of(head),
		PackedStringArray(["Get the data", "Train it", "Compare", "Write a report", "More", "Too much"])
	)


func test_a_plan_without_a_list_gives_its_bold_words_or_else_its_sentences() -> void:
	check_eq(
		WhiteboardData.lines_of("The topic.\n\n**Question.** Does it help?\n\n**Data.** 120 points"),
		PackedStringArray(["Question: Does it help?", "Data: 120 points"])
	)
	check_eq(WhiteboardData.lines_of("We train. We test."), PackedStringArray(["We train", "We test"]))
	check_eq(WhiteboardData.lines_of(""), PackedStringArray())


func test_the_board_has_the_first_parts_whole_and_leaves_later_ones_out() -> void:
	var question := "Question: Which variance reduction lowers the error of an estimate that is made from 128 draws?"
	var texts := PackedStringArray(
		[question, "Hypothesis: A control variate lowers it", "Data: " + "made here ".repeat(30)]
	)
	var points: Array = Whiteboard.laid_out(texts)["points"]
	check_eq(points.size(), 2)
	check_eq(" ".join(points[0] as PackedStringArray), question)
	check_eq(" ".join(points[1] as PackedStringArray), texts[1])


func test_a_part_that_is_too_long_for_the_board_ends_after_a_whole_word() -> void:
	var points: Array = Whiteboard.laid_out(PackedStringArray(["variance ".repeat(60).strip_edges()]))["points"]
	var rows: PackedStringArray = points[0]
	check(rows[-1].ends_with("variance…"), rows[-1])


func test_what_is_of_an_earlier_attempt_says_so() -> void:
	var program := {"id": "a", "turn": "running-experiments.1.0.0", "attempt": 1.0, "status": "ok", "score": 0.9}
	var point := {"seq": 5.0, "attempt": 1.0, "score": 0.9, "best": true}
	var state := {"attempt": 2.0, "programs": [program], "curve": [point]}
	check(Fields.flag(BenchData.of(state), "old") and Fields.flag(DisplayData.of(state), "old"), "attempt 2")
	for room: String in ["running-experiments", "results-interpretation"]:
		check_eq(Fields.whole(Fields.object(PlateData.of(state), room), "attempt"), 1, room)
	state["attempt"] = 1.0
	check(not Fields.flag(BenchData.of(state), "old") and not Fields.flag(DisplayData.of(state), "old"), "attempt 1")
	check(not Fields.object(PlateData.of(state), "running-experiments").has("attempt"), "of this attempt")


func test_only_pages_that_are_written_are_there_to_be_read() -> void:
	var pages := Pages.new()
	pages.show_state({"attempt": 1.0}, false)
	check_eq(pages.exhibits(), [] as Array[Rect2])
	var score := {"attempt": 1.0, "score": 6.16}
	pages.show_state(
		{"attempt": 1.0, "sections": [{"name": "abstract", "chars": 300.0, "seq": 5.0}], "reportScores": [score]}, false
	)
	check_eq(pages.exhibits().size(), 2)
	check(pages.area().merge(Rect2(0, 0, 220, 72)).encloses(pages.exhibits()[1]), "%s" % pages.exhibits()[1])
	pages.free()


func test_a_mark_and_a_program_without_one_say_what_they_are() -> void:
	var state := {
		"attempt": 1.0,
		"reportScores": [{"attempt": 1.0, "score": 6.16}],
		"programs": [{"id": "a", "turn": "running-experiments.1.0.0", "attempt": 1.0, "status": "ok"}],
	}
	check(HoverWords.of(Pick.create("report"), state).contains("6.16"), "the tag")
	check(HoverWords.of(Pick.create("program", "a"), state).begins_with("–"), "the node with a dash")
	check_eq(HoverWords.of(Pick.create("report"), {"attempt": 1.0}), "")


func test_the_whiteboard_says_only_what_the_plan_says_and_that_a_cut_one_goes_on() -> void:
	var done := {"attempt": 1.0, "outcome": {"kind": "complete"}}
	var head := "- Make the data\n- Train a net on 0."
	var state := {
		"attempt": 1.0,
		"plan": {"seq": 8.0, "head": head, "chars": 900.0},
		"phases": [{"name": "data-preparation", "attempts": [done]}],
	}
	var lines: Array = [{"text": "Make the data"}, {"text": "Train a net on 0…"}]
	check_eq(Fields.list(WhiteboardData.of(state), "lines"), lines)
	state["plan"] = {"seq": 8.0, "head": head, "chars": float(head.length())}
	check_eq(Fields.text(Fields.objects(WhiteboardData.of(state), "lines")[1], "text"), "Train a net on 0")
	check_eq(Fields.object(PlateData.of(state), "plan-formulation").key, "plate.plan.one")
	state["plan"] = null
	check(not PlateData.of(state).has("plan-formulation"), "without a plan nothing is accepted")


func test_the_plate_of_the_bench_counts_the_programs_of_its_slate() -> void:
	var programs: Array = []
	for i: int in 9:
		programs.append(_program("p%d" % i, null, "ok", 0.1 * i, 1.0 if i < 3 else 2.0))
	var plates := PlateData.of({"attempt": 2.0, "programs": programs})
	check_eq(Fields.text(Fields.object(Fields.object(plates, "running-experiments"), "slots"), "n"), "6")


func test_numbers_are_written_as_the_language_does() -> void:
	var accept := {"decision": "accept"}
	var reviews := {"attempt": 1.0, "reviews": [{"attempt": 1.0, "score": 6.73, "form": accept}]}
	Words.language = "fr"
	check_eq(
		[Amounts.short(1500.0), Amounts.score(0.708), Amounts.score(-12.34), Amounts.money(0.42)],
		["1,5k", "0,71", "-12,3", "0,42"]
	)
	check_eq(Fields.text(Fields.objects(VerdictsData.of(reviews), "cards")[0], "score"), "6,7")
	Words.language = "en"


func test_the_bench_hangs_programs_by_descent_with_the_best_and_the_failed_marked() -> void:
	var state := {
		"attempt": 1.0,
		"best": "b",
		"programs":
		[
			_program("a", null, "failed"),
			_program("b", "a", "ok", 0.708),
			_program("c", "b", "running"),
			{"id": "d", "turn": "data-preparation.1.0.0", "attempt": 1.0, "status": "ok"},
		],
	}
	var chips := Fields.objects(BenchData.of(state), "chips")
	check_eq(
		chips.map(func(chip: Dictionary) -> String: return Fields.text(chip, "kind")), ["failed", "best", "running"]
	)
	check_eq(chips.map(func(chip: Dictionary) -> int: return Fields.whole(chip, "column")), [0, 1, 2])
	check_eq(Fields.text(chips[1], "text"), "0.71")
	check_eq(Fields.whole(chips[2], "parent"), 1)
	check(BenchData.running(state))


func test_a_bench_with_too_many_programs_keeps_the_best_the_running_and_the_newest() -> void:
	var programs: Array = []
	for i: int in 9:
		programs.append(_program("p%d" % i, null, "running" if i == 2 else "ok", 0.1 * i))
	var shown := BenchData.of({"attempt": 1.0, "best": "p1", "programs": programs})
	var ids := Fields.objects(shown, "chips").map(func(chip: Dictionary) -> String: return Fields.text(chip, "id"))
	check_eq(ids, ["p1", "p2", "p7", "p8"])
	check_eq(Fields.whole(shown, "hidden"), 5)


func test_a_long_line_of_descent_shows_its_last_generations() -> void:
	var programs: Array = [_program("p0", null, "ok")]
	for i: int in range(1, 7):
		programs.append(_program("p%d" % i, "p%d" % (i - 1), "ok"))
	var chips := Fields.objects(BenchData.of({"attempt": 1.0, "programs": programs}), "chips")
	check_eq(chips.size(), BenchData.COLUMNS)
	check_eq(Fields.text(chips[-1], "id"), "p6")
	check_eq(Fields.whole(chips[0], "parent"), -1)


func test_the_slate_keeps_the_last_attempt_until_a_new_one_has_a_program() -> void:
	var state := {"attempt": 2.0, "programs": [_program("a", null, "ok", 0.5)]}
	check_eq(Fields.whole(BenchData.of(state), "attempt"), 1)
	check(Fields.flag(BenchData.of(state), "old"))
	var programs: Array = state["programs"]
	state["programs"] = programs + [_program("b", null, "running", null, 2.0)]
	check_eq(Fields.objects(BenchData.of(state), "chips").size(), 1)
	check(not Fields.flag(BenchData.of(state), "old"))


func test_the_display_draws_the_best_until_then_of_the_newest_attempt() -> void:
	var curve: Array = []
	for row: Array in [[1.0, 0.9, true], [2.0, 0.4, true], [2.0, 0.3, false], [2.0, 0.7, true]]:
		curve.append({"attempt": row[0], "score": row[1], "best": row[2], "seq": 7.0})
	var shown := DisplayData.of({"curve": curve})
	check_eq(Fields.list(shown, "best"), [0.4, 0.4, 0.7] as Array[float])
	check_eq(Fields.list(shown, "range"), [0.0, 1.0] as Array[float])
	check_eq(
		Fields.list(DisplayData.of({"curve": [{"attempt": 1.0, "score": -0.5}]}), "range"), [-1.0, 1.0] as Array[float]
	)


func test_pages_stand_in_a_readers_order_and_fill_as_they_are_written() -> void:
	var state := {
		"attempt": 2.0,
		"sections": [{"name": "results", "chars": 5000.0, "seq": 4.0}, {"name": "abstract", "chars": 10.0, "seq": 9.0}],
		"reportScores": [{"attempt": 1.0, "score": 9.0}, {"attempt": 2.0, "score": 6.18}],
	}
	var shown := PagesData.of(state)
	check_eq(Fields.list(shown, "lines"), [1, 0, 0, 0, 0, 0, PagesData.LINES, 0] as Array[int])
	check_eq(Fields.whole(shown, "newest"), 0)
	check_eq(Fields.text(shown, "score"), "6.18")


func test_the_court_shows_reviews_of_this_attempt_each_at_its_reviewers_place() -> void:
	var accept := {"decision": "accept"}
	var state := {
		"attempt": 2.0,
		"reviews":
		[
			{"reviewer": "reviewer 1", "attempt": 1.0, "score": 9.0, "form": accept},
			{"reviewer": "reviewer 3", "attempt": 2.0, "score": 6.73, "form": accept},
		],
	}
	var cards := Fields.objects(VerdictsData.of(state), "cards")
	check_eq(cards.map(func(card: Dictionary) -> String: return Fields.text(card, "kind")), ["", "", "accept"])
	check_eq(Fields.text(cards[2], "score"), "6.7")


func test_a_gauge_without_a_limit_shows_what_is_spent_and_no_share() -> void:
	var state := {
		"spent": {"input": 200000.0, "output": 12345.0, "calls": 7.0, "cost": 0.0, "seconds": 2460.0},
		"budget": {"tokens": null, "seconds": 4920.0, "money": null, "calls": null},
	}
	var rows := Fields.objects(GaugesData.of(state), "rows")
	check_eq(Fields.text(rows[0], "text"), "212k")
	check_eq(Fields.number(rows[0], "share"), -1.0)
	check_eq(Fields.text(rows[1], "text") + "/" + Fields.text(rows[1], "limit"), "41 min/1 h 22")
	check_eq(Fields.number(rows[1], "share"), 0.5)
	check_eq(Fields.text(rows[2], "name"), "calls")
	state["spent"]["cost"] = 0.42
	check_eq(Fields.text(Fields.objects(GaugesData.of(state), "rows")[2], "text"), "0.42")


func test_the_crate_says_the_data_by_its_name_in_the_code_and_counts_only_what_was_measured() -> void:
	check_eq(CratesData.name_of({"head": "ds = load_dataset(\"gsm8k\", 'main')"}), "gsm8k")
	check_eq(CratesData.name_of({"head": "x = 1", "language": "python"}), "dataset.py")
	check_eq(CratesData.name_of({}), "")
	var metrics: Array[Dictionary] = [
		{"name": "training-points", "value": 120.0},
		{"name": "wrong-training-labels", "value": 17.5},
		{"name": "test-points", "value": 200.0},
	]
	check_eq(CratesData.rows_of(metrics), "120 training points · 200 test points")


func test_the_lantern_is_lit_by_a_question_without_an_answer_while_the_run_goes_on() -> void:
	var state := {"questions": [{"seq": 3.0, "answer": {"text": "yes"}}, {"seq": 9.0, "answer": null}]}
	check_eq(DesksData.question(state), {"waits": true, "seq": 9})
	state["outcome"] = {"kind": "complete"}
	check_eq(DesksData.question(state), {"waits": false, "seq": 0})


func test_the_report_lies_in_the_hall_once_it_is_written_out() -> void:
	check_eq(DesksData.report({"artifacts": [{"name": "report/report.md", "seq": 575.0}]}), {"lies": true, "seq": 575})
	check(not Fields.flag(DesksData.report({"artifacts": [{"name": "data.csv", "seq": 3.0}]}), "lies"))


func test_numbers_are_short() -> void:
	for row: Array in [[999.0, "999"], [1000.0, "1k"], [1500.0, "1.5k"], [212345.0, "212k"], [999999.0, "1M"]]:
		var value: float = row[0]
		check_eq(Amounts.short(value), row[1])
	check_eq(Amounts.time(59.0), "59 s")
	check_eq(Amounts.time(59.7), "1 min")
	check_eq(Amounts.time(3725.0), "1 h 02")
	check_eq(Amounts.score(-0.531), "-0.53")


func test_an_empty_state_gives_every_object_something_to_show() -> void:
	var objects := LabObjects.new()
	objects.show_state(RunReducer.empty("r"), false)
	objects.bench().blink.free()
	objects.lantern().letterbox.free()
	for name: String in objects.all:
		check(not objects.all[name].data.is_empty(), name)
		objects.all[name].free()
	check_eq(PlateData.of(RunReducer.empty("r")), {})
