class_name HudCase
extends TestCase
## A hud over a made-up run, with what it says remembered.

const RUN := "a-run"
const LONG := (
	"Which of three simple tokenizers lets a two-layer network learn the addition of three-digit numbers "
	+ "with the fewest examples, and does it stay so when the carry is written first?"
)

var hud: Hud
var window: SubViewport
var commands: Array[Array] = []
var picks: Array[Pick] = []
var wishes: PackedStringArray = []


func open(events: Array[LabEvent], chosen: Dictionary[String, Variant] = {}, size := Vector2i(1280, 720)) -> void:
	hud = Hud.new()
	hud.settings = Settings.load_from("")
	hud.settings.choose({"language": "en", "font_scale": 1.0} as Dictionary[String, Variant])
	hud.settings.choose(chosen)
	hud.clock = PlaybackClock.new()
	hud.command.connect(func(type: String, fields: Dictionary) -> void: commands.append([type, fields]))
	hud.picked.connect(_on_picked)
	hud.run_chosen.connect(func(run: String) -> void: wishes.append("run " + run))
	hud.example_wanted.connect(func() -> void: wishes.append("example"))
	hud.server_chosen.connect(func(url: String, token: String) -> void: wishes.append("server %s %s" % [url, token]))
	hud.again_wanted.connect(func() -> void: wishes.append("again"))
	window = stage(hud, size)
	show(events)
	await frames(6)


func show(events: Array[LabEvent]) -> void:
	var timeline := RunTimeline.new(RUN)
	timeline.put(events)
	hud.timeline = timeline
	hud.clock.timeline = timeline
	hud.clock.moved.connect(func(_steps: Array[LabEvent]) -> void: hud.show_state(timeline.state_at(hud.clock.seq)))
	hud.clock.seek(timeline.head)
	hud.show_state(timeline.state_at(timeline.head))


## A server that takes commands.
func connect_link() -> LabLink:
	var link := LabLink.new()
	link.state = LabLink.State.OPEN
	link.url = "ws://127.0.0.1:8765"
	add_child(link)
	link.set_process(false)
	hud.show_link(link)
	return link


func event(seq: int, type: String, fields: Dictionary = {}) -> LabEvent:
	var made := LabEvent.new()
	made.run = RUN
	made.seq = seq
	made.at = "2026-01-05T09:%02d:%02d.000Z" % [seq / 60 % 60, seq % 60]
	made.time = Time.get_unix_time_from_datetime_string(made.at.left(19))
	made.type = type
	made.data = {"type": type}.merged(fields)
	return made


func start(topic: String = LONG) -> LabEvent:
	return event(1, "run-start", {"topic": topic, "seed": 1.0, "language": "en", "version": "v", "config": {}})


func begun(more: int = 0) -> Array[LabEvent]:
	var events: Array[LabEvent] = [
		start(),
		event(2, "phase-start", {"phase": "literature-review", "attempt": 1.0}),
		event(
			3, "turn-start", {"id": "t1", "role": "phd-student", "step": 0.0, "ask": "search", "told": "Find papers."}
		),
	]
	for i: int in more:
		events.append(event(4 + i, "note-add", {"by": "somebody", "text": "Note number %d of many." % i}))
	return events


func asking() -> Array[LabEvent]:
	var events := begun()
	var fields := {"id": "q1", "text": "Shall it begin?", "options": ["Yes, begin", "No, wait"], "blocks": true}
	events.append(event(4, "question-ask", fields))
	return events


func press(control: Control) -> void:
	click(window, control.get_global_rect().get_center())
	await frames(3)


func find(words: String) -> Control:
	for text: Control in TextRects.texts_under(hud):
		if text.is_visible_in_tree() and TextRects.words(text) == words:
			return text
	_fail("nothing says “%s”" % words)
	return hud


func _on_picked(pick: Pick) -> void:
	picks.append(pick)
	hud.show_pick(pick)
