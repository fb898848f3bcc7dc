extends TestCase
## A record on disk is read line by line, and what is none is told clearly.

const LINE := '{"run":"r","seq":%d,"pos":1,"at":"2026-01-05T09:00:00.000Z","event":{"type":"note-add","text":"%s"}}'

## Each is gone once it is closed.
var _open: Array[FileAccess] = []


func test_lines_of_an_export_and_frames_of_the_wire_are_read_alike() -> void:
	var page := RecordFile.read(
		_file(LINE % [1, "a"] + "\r\n\n" + (LINE % [2, "b"]).replace('{"run', '{"type":"event","run'))
	)
	check_eq([page.reason, page.events.size(), page.events[1].seq], ["", 2, 2])


func test_a_record_longer_than_a_stretch_is_read_to_its_end() -> void:
	var lines: PackedStringArray = []
	for seq: int in 400:
		lines.append(LINE % [seq + 1, "ü".repeat(700)])
	lines.append(LINE % [401, "x".repeat(3 * RecordFile.STRETCH)])
	var page := RecordFile.read(_file("\n".join(lines)))
	check_eq([page.reason, page.events.size()], ["", 401])


func test_the_line_that_is_wrong_is_named_and_what_stands_before_it_is_kept() -> void:
	var page := RecordFile.read(_file("\n".join([LINE % [1, "a"], LINE % [2, "b"], '{"run":"r","se'])))
	check_eq(page.events.size(), 2)
	check(page.line == 3 and page.reason.begins_with("it is not JSON"), page.reason)


func test_a_line_that_is_too_long_is_where_reading_stops() -> void:
	var file := _file((LINE % [1, "a"]) + "\n" + "x".repeat(EventDecoder.LONGEST * 2))
	var record := RecordFile.open(file)
	var page := record.next_page()
	check_eq(page.events.size(), 1)
	check(page.line == 2 and page.reason.begins_with("it is longer"), page.reason)
	check(not record.is_at_end(), "the rest of the line was not read")


func test_a_picture_and_an_empty_file_are_no_records() -> void:
	var picture := RecordFile.read("res://assets/fonts/caveat-700.woff2")
	check(picture.reason.ends_with("it is no text in UTF-8"), picture.reason)
	check_eq(RecordFile.read(_file("")).reason, "it is empty")
	check_eq(RecordFile.read(_file("\n\n")).reason, "there is no entry in it")
	check_eq(RecordFile.read("res://nowhere.jsonl").reason, "there is no such file")
	check_eq(RecordFile.read("res://state").reason, "it is a folder")


func test_the_example_is_a_whole_run() -> void:
	var page := RecordFile.read("res://example/rehearsal.jsonl")
	check_eq(page.reason, "")
	for place: int in page.events.size():
		check_eq(page.events[place].seq, place + 1)
	check_eq(page.events[-1].type, "run-end")


func _file(text: String) -> String:
	var file := FileAccess.create_temp(FileAccess.WRITE_READ, "gal-record", "jsonl")
	file.store_string(text)
	file.flush()
	_open.append(file)
	return file.get_path_absolute()
