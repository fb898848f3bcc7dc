class_name RecordFile
extends RefCounted
## A record of a run on disk, read stretch by stretch: JSON lines, as `gal export --format jsonl` writes them, or event
## frames.

## Bytes of one stretch, up to the end of a line.
const STRETCH := 128 * 1024

## Why it cannot be opened, in the person's language; empty when it was.
var reason: String = ""

var _file: FileAccess
var _lines: int = 0
var _entries: int = 0


static func open(path: String) -> RecordFile:
	var record := RecordFile.new()
	record._file = FileAccess.open(path, FileAccess.READ) if FileAccess.file_exists(path) else null
	if DirAccess.dir_exists_absolute(path):
		record.reason = Words.of("record.folder")
	elif not FileAccess.file_exists(path):
		record.reason = Words.of("record.missing")
	elif record._file == null:
		record.reason = Words.of("record.locked")
	elif record.is_at_end():
		record.reason = Words.of("record.empty")
	return record


## All entries of a record that is not long. With `reason` where it is none.
static func read(path: String) -> EntryPage:
	var record := RecordFile.open(path)
	var page := EntryPage.new()
	page.reason = record.reason
	while page.reason.is_empty() and not record.is_at_end():
		var stretch := record.next_page()
		page.events.append_array(stretch.events)
		page.reason = stretch.reason
		page.line = stretch.line
	return page


func is_at_end() -> bool:
	return _file == null or _file.get_position() >= _file.get_length()


## The next stretch. Its `reason` is about line `line` of the file, or about the whole where that is 0; what stands
## before that line is in it.
func next_page() -> EntryPage:
	var bytes := _file.get_buffer(STRETCH)
	# A line that no decoder takes is not read to its end.
	while not is_at_end() and bytes and bytes[-1] != 10 and bytes.size() <= EventDecoder.LONGEST + STRETCH:
		bytes.append_array(_rest_of_line())
	var page := EntryPage.read(bytes)
	_entries += page.events.size()
	page.line = 0 if page.reason.is_empty() else _lines + page.line
	if page.reason.is_empty() and is_at_end() and _entries == 0:
		page.reason = Words.of("record.none")
	_lines += bytes.count(10)
	return page


func _rest_of_line() -> PackedByteArray:
	var from := _file.get_position()
	var more := _file.get_buffer(STRETCH)
	var end := more.find(10)
	if end < 0:
		return more
	_file.seek(from + end + 1)
	return more.slice(0, end + 1)
