class_name Ending
extends RefCounted
## How the viewer ends by itself. The numbers are those of the command line.

## On words that it was not meant to be started with; at the end of a record that breaks off; with nothing to show.
const MISUSED := 2
const BROKEN := 3
const EMPTY := 6
## So many tries to connect in vain, and there is nothing to be shown.
const TRIES := 6
## Seconds that the end of a run stays before the viewer ends, where it was told to.
const LAST_LOOK := 1.0

var main: Main
## With which status it ends when all was shown.
var status: int = 0
## With which it ends now; -1 while it goes on.
var ended: int = -1
var _last_look: float = LAST_LOOK


static func create(a_main: Main) -> Ending:
	var ending := Ending.new()
	ending.main = a_main
	return ending


## Says what cannot be used of the words that it was started with. Those of a page's address may be for others.
## Neither are those of a scene that shows the viewer within it: bench, pictures and film have words of their own.
func is_misused() -> bool:
	if main.get_tree().current_scene != main:
		return false
	var launch := main.launch
	var lines := launch.faults()
	if launch.lab_report and lines.is_empty():
		main.report = LabReport.create(launch.lab_report)
		if main.report == null:
			lines.append(Words.of("launch.unwritable", {"word": "--lab-report=" + launch.lab_report}))
	for line: String in lines:
		print(LinkTalk.plain(line))
	return not lines.is_empty() and not OS.has_feature("web")


func end(a_status: int) -> void:
	main.set_process(false)
	ended = a_status
	if main.get_tree().current_scene == main:
		main.get_tree().quit(a_status)


## There is nothing to show, and nobody looks on who could choose something else.
func end_if_alone() -> void:
	if main.launch.quit_at_end and main.timeline.head == 0:
		end(EMPTY)


func leave_after(delta: float) -> void:
	_last_look -= delta
	if _last_look > 0.0:
		return
	if main.report:
		main.report.end(main.timeline.state_at(main.timeline.head), main.missing.first() - 1)
	end(status)
