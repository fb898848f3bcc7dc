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
	check_eq(launch.faults.size(), 0)


func test_a_word_that_is_none_is_named_and_changes_nothing() -> void:
	var launch := Launch.of_words(["--spede=2", "run", "--speed=fast", "--speed=-1"])
	check_eq(launch.faults, PackedStringArray(["--spede=2", "run", "--speed=fast", "--speed=-1"]))
	check_eq(launch.speed, 1.0)


func test_a_page_follows_the_server_that_sent_it() -> void:
	var launch := Launch.of_page("http://lab.example:8765/godot/?run=r1&token=a%2Bb&speed=2#x")
	check_eq(Address.parse(launch.url).url, "ws://lab.example:8765")
	check_eq([launch.run, launch.token, launch.speed], ["r1", "a+b", 2.0])
	check_eq(Launch.of_page("https://lab.example/?url=ws://other:1").url, "ws://other:1")
