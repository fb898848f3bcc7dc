class_name Main
extends Node
## Wires link, timeline, clock, house, panels and sounds; every movement on the stage comes from an entry of the log.

const EXAMPLE := "res://example/rehearsal.jsonl"
const LATEST := "latest"
## Microseconds between two looks at what there is to do: sixty a second are smooth, and an hour costs little.
const REST_USEC := 15000

var launch: Launch
var settings: Settings
var link := LabLink.new()
var clock := PlaybackClock.new()
var timeline := RunTimeline.new()
var lab := Lab.new()
var hud := Hud.new()
var sounds := Sounds.new()
var stage := Stage.new()
var watch := RunWatch.create(link)
var missing := MissingEntries.create(link)
var commands := Commands.create(link, hud)
var words := LiveWords.create(link, lab, hud, clock)
var report: LabReport
var ending := Ending.create(self)
## Entries that came in this frame.
var _fresh: Array[LabEvent] = []
## What was missed is on its way; it is not acted out, but joined where it is now.
var _joining: bool = false
## The newest run is shown, and the one after it once it has ended.
var _wants_latest: bool = true
## A record was read to its end.
var _whole: bool = false
## In which language it is shown.
var _language: String = ""


func _ready() -> void:
	OS.low_processor_usage_mode_sleep_usec = REST_USEC
	FrameRate.choose()
	WindowFit.keep(get_window())
	if launch == null:
		launch = Launch.here()
	_choose_settings()
	var misused := ending.is_misused()
	# Also then: what is in the tree is freed with it.
	_build()
	if misused:
		ending.end(Ending.MISUSED)
		return
	_connect_link()
	_connect_views()
	if report:
		report.lab = lab
		add_child(report)
		stage.report = report
	_show_timeline(RunTimeline.new())
	_begin()


func _process(delta: float) -> void:
	if not _fresh.is_empty():
		var came := _fresh
		_fresh = []
		timeline.put(came)
	if not _joining:
		clock.tick(delta)
	lab.people.rate = clock.rate if clock.playing else 0.0
	lab.people.now = Time.get_unix_time_from_system() if clock.live and clock.seq == timeline.head else 0.0
	if stage.shown != clock.seq and RunState.seq(timeline.state_at(clock.seq)) != stage.shown:
		stage.show(clock.seq, [])
	if launch.quit_at_end and _is_over():
		ending.leave_after(delta)


func _choose_settings() -> void:
	settings = Settings.load_from()
	if launch.language in Words.LANGUAGES:
		settings.language = launch.language
		Words.language = launch.language
	settings.changed.connect(_apply_settings)
	_apply_settings()


func _apply_settings() -> void:
	sounds.on = settings.sound
	# Words and numbers of the house are taken out of a state: in another language it is read again.
	if _language != settings.language and stage.shown >= 0:
		stage.show(clock.seq, [])
	_language = settings.language


func _build() -> void:
	hud.clock = clock
	hud.settings = settings
	lab.settings = settings
	stage.lab = lab
	stage.hud = hud
	stage.sounds = sounds
	var panels := CanvasLayer.new()
	panels.add_child(hud)
	hud.set_anchors_preset(Control.PRESET_FULL_RECT)
	lab.people.happenings.areas = lab.objects.areas_of
	var house := HouseView.create(lab, hud)
	house.picked.connect(_pick)
	for part: Node in [lab, panels, sounds, link, watch, missing, words, house]:
		add_child(part)


func _connect_link() -> void:
	link.oldest_only = launch.oldest_protocol
	link.state_changed.connect(_link_changed)
	link.said.connect(func(line: String) -> void: print(line))
	link.followed.connect(_followed)
	link.not_followed.connect(_not_followed)
	link.event_came.connect(func(event: LabEvent) -> void: _fresh.append(event))
	link.snapshot_came.connect(_snapshot_came)
	link.caught_up.connect(_caught_up)
	link.snapshot_failed.connect(_snapshot_failed)
	watch.listed.connect(_listed)
	missing.joinable.connect(_follow_on)
	commands.run_started.connect(_run_started)


func _connect_views() -> void:
	clock.moved.connect(func(steps: Array[LabEvent]) -> void: stage.show(clock.seq, steps))
	hud.run_chosen.connect(_choose_run)
	hud.example_wanted.connect(_play.bind(EXAMPLE))
	hud.server_chosen.connect(_choose_server)
	hud.picked.connect(_pick)
	hud.again_wanted.connect(link.try_now)


func _begin() -> void:
	if launch.replay:
		_play(launch.replay)
	else:
		_choose_server(launch.url, launch.token)
	if launch.shot and launch.at == 0 and launch.replay.is_empty():
		add_child(Shot.create(launch.shot))


func _choose_server(url: String, token: String) -> void:
	_show_timeline(RunTimeline.new())
	watch.eager = true
	link.following = null
	link.open(url, token)
	_wants_latest = launch.run == LATEST
	link.follow(launch.run)


func _run_started(run: String) -> void:
	_choose_run(run)
	watch.look_now()


func _choose_run(run: String) -> void:
	_wants_latest = run == LATEST
	link.follow(run)


## Plays a record from a file; the server is left.
func _play(path: String) -> void:
	link.close()
	_whole = false
	ending.status = 0
	var played := RunTimeline.new()
	_joining = true
	_show_timeline(played)
	played.record_taken.connect(_record_taken.bind(path), CONNECT_ONE_SHOT)
	played.take_record(path)


func _record_taken(reason: String, line: int, path: String) -> void:
	if reason and timeline.head == 0:
		var why := reason if line == 0 else Words.of("record.line", {"line": line, "why": reason})
		_refuse_record(Words.of("record.unreadable", {"file": path, "why": why}))
		return
	_whole = true
	if reason:
		ending.status = Ending.BROKEN
		var slots := {"file": path.get_file(), "line": line, "n": timeline.size(), "why": reason}
		var broken := Words.of("record.broken", slots)
		print(LinkTalk.plain(broken))
		hud.show_broken_record(LinkTalk.plain(broken))
	_join(maxi(1, launch.at))


func _refuse_record(why: String) -> void:
	_joining = false
	print(LinkTalk.plain(why))
	hud.show_record_fault(LinkTalk.plain(why))
	if launch.shot:
		ending.end(Ending.EMPTY)
	ending.end_if_alone()


func _show_timeline(next: RunTimeline) -> void:
	timeline = next
	stage.timeline = next
	stage.shown = -1
	hud.timeline = next
	_fresh = []
	missing.timeline = next
	commands.run = next.run
	words.timeline = next
	clock.timeline = next


func _link_changed() -> void:
	hud.show_link(link)
	if report:
		report.link_changed(link)
	if link.state == LabLink.State.REFUSED or (link.state == LabLink.State.WAITING and link.tries >= Ending.TRIES):
		ending.end_if_alone()


func _followed(run: String, _after: int) -> void:
	watch.eager = false
	if run == timeline.run:
		return
	_joining = true
	_show_timeline(RunTimeline.new(run))


func _not_followed(run: String, error: Dictionary) -> void:
	if Fields.text(error, "code") == "bad-after":
		_show_timeline(RunTimeline.new())
		link.follow(run)
	elif Fields.text(error, "code") == "unknown-run" and launch.run == LATEST and run != LATEST:
		# It was taken away, as the whole lab may have been: whatever is there now is shown.
		_show_timeline(RunTimeline.new())
		_wants_latest = true
		watch.eager = true
		watch.look_now()
		link.follow(LATEST)
	else:
		watch.eager = true
		if launch.run != LATEST:
			ending.end_if_alone()
	hud.show_result("subscribe", {"ok": false, "error": error})


func _snapshot_came(_run: String, state: Dictionary) -> void:
	timeline.put_sound(state)
	_join(launch.at)


## No state of the run could be had: its entries tell the same.
func _snapshot_failed(run: String, seq: int) -> void:
	if run == timeline.run and missing.fetch_to(seq):
		_joining = true


func _follow_on(seq: int) -> void:
	link.follow(timeline.run, seq)
	_join(launch.at)


func _caught_up(run: String, seq: int) -> void:
	if run != timeline.run:
		return
	timeline.put(_fresh)
	_fresh = []
	if missing.urgent:
		return
	if report:
		report.tell("caught-up", {"seq": seq})
	_join(launch.at)
	missing.fill()


## What there was before the viewer came is here: it begins where it was told to, otherwise now.
func _join(at: int) -> void:
	if not _joining:
		return
	_joining = false
	if at > 0:
		clock.seek(at)
		clock.set_speed(launch.speed)
	else:
		clock.follow_live()
	if launch.shot and at > 0:
		clock.pause()
		add_child(Shot.create(launch.shot))
	elif at > 0 and clock.seq < timeline.head:
		clock.play()


func _listed(runs: Array[Dictionary]) -> void:
	hud.show_runs(runs)
	if runs.is_empty():
		return
	var newest := Fields.text(runs[-1], "run")
	if timeline.run.is_empty():
		link.follow(launch.run)
	elif _wants_latest and newest != timeline.run and _is_over():
		link.follow(newest)


## The run has ended, and its end is shown.
func _is_over() -> bool:
	if timeline.head == 0 or clock.seq < timeline.head or stage.shown < timeline.head:
		return false
	return _whole or Fields.has(timeline.state_at(timeline.head), "outcome")


func _pick(pick: Pick) -> void:
	lab.show_pick(pick)
	hud.show_pick(pick)
