extends TestCase
## What the viewer is told when it is started.


func test_without_a_word_the_newest_run_of_this_machines_lab_is_followed() -> void:
	var launch := Launch.of_words([])
	check_eq(launch.url, "ws://127.0.0.1:8765")
	check_eq(launch.run, "latest")
	check_eq([launch.replay, launch.shot, launch.at, launch.speed, launch.quit_at_end], ["", "", 0, 1.0, false])


func test_each_word_is_understood() -> void:
	var words: PackedStringArray = ["--url=http://lab:1/?token=a=b", "--token=t", "--run=r", "--replay=/a b.jsonl"]
	words.append_array(["--speed=0.5", "--shot=/o.png", "--at=12", "--language=fr", "--quit-at-end"])
	words.append_array(["--lab-report=/r", "--oldest-protocol"])
	var launch := Launch.of_words(words)
	check_eq(launch.url, "http://lab:1/?token=a=b")
	check_eq([launch.token, launch.run, launch.replay], ["t", "r", "/a b.jsonl"])
	check_eq([launch.speed, launch.shot, launch.at, launch.language], [0.5, "/o.png", 12, "fr"])
	check_eq([launch.quit_at_end, launch.lab_report, launch.oldest_protocol], [true, "/r", true])
	check_eq(launch.faults().size(), 0)


func test_a_word_that_cannot_be_used_is_told_with_what_is_allowed_and_changes_nothing() -> void:
	var wrong: PackedStringArray = ["--langage=es", "zork", "--language=de", "--at=abc", "--at=99999999999999999999"]
	wrong.append_array(["--at=-1", "--speed=0", "--speed=1e400", "--speed=fast", "--shot=/nonexist/x.png", "--run="])
	wrong.append_array(["--lab-report=/nonexist/x", "--shot=/"])
	var launch := Launch.of_words(wrong)
	var lines := launch.faults()
	check_eq(lines.size(), wrong.size())
	for i: int in lines.size():
		check(lines[i].begins_with(wrong[i] + ":") and not lines[i].contains("{"), lines[i])
		check(not lines[i].contains("\n"), lines[i])
	for i: int in 2:
		check(lines[i].contains("--language") and lines[i].contains("--quit-at-end"), lines[i])
	check(lines[2].contains("en, es, fr"), lines[2])
	check(lines[3].contains("1000000000"), lines[3])
	check(lines[6].contains("0.5") and lines[6].contains("16"), lines[6])
	check_eq([launch.speed, launch.at, launch.language, launch.shot, launch.lab_report], [1.0, 0, "", "", ""])


func test_a_page_follows_the_server_that_sent_it() -> void:
	var launch := Launch.of_page("http://lab.example:8765/godot/?run=r1&token=a%2Bb&speed=2#x")
	check_eq(Address.parse(launch.url).url, "ws://lab.example:8765")
	check_eq([launch.run, launch.token, launch.speed], ["r1", "a+b", 2.0])
	check_eq(Launch.of_page("https://lab.example/?url=ws://other:1").url, "ws://other:1")
