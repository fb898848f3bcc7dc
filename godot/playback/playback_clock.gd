class_name PlaybackClock
extends RefCounted
## Which moment of a timeline is shown: live, breathing with the stream, or replayed at 0.5 to 16 times.

## The shown entry changed. `steps`: the entries passed one after another, oldest first, to be acted out;
## empty after a jump.
signal moved(steps: Array[LabEvent])
## Mode, speed or pause changed.
signal changed

const SPEEDS: Array[float] = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0]
## Live, so many seconds behind is no hurry.
const EASY := 3.0
## Live, no faster than this: figures are still seen to walk.
const HURRY := 6.0
## Live, more entries behind than this are jumped over: nobody waits minutes for the present.
const FAR := 2500
## Seconds saved up while nothing comes: what comes then is shown at once, and is not rushed through.
const SAVED := 3.0

## The entry that is shown.
var seq: int = 0
## Follows the newest entry.
var live: bool = true
var playing: bool = true
## Chosen by the person; live it counts for nothing.
var speed: float = 1.0
## How fast the lab's time runs now: `speed`, or live 1 and more while far behind.
var rate: float = 1.0
var timeline: RunTimeline:
	set = set_timeline

var _spare: float = SAVED


func set_timeline(value: RunTimeline) -> void:
	timeline = value
	seq = 0
	_spare = SAVED
	moved.emit([] as Array[LabEvent])


## Goes on by `delta` seconds of real time.
func tick(delta: float) -> void:
	if timeline == null or not playing:
		return
	if live and timeline.head - seq > FAR:
		_jump(timeline.head)
		return
	_breathe()
	_spare = minf(_spare + delta * rate, maxf(SAVED, delta * rate))
	var steps := _passed()
	if seq >= timeline.head and not live:
		live = true
		changed.emit()
	if not steps.is_empty():
		moved.emit(steps)


## Seconds of acting that the shown moment is behind the newest entry.
func behind() -> float:
	return 0.0 if timeline == null else (timeline.head - seq) * Pace.MEAN


## Live and so far behind that the lab runs faster than life, which is to be said.
func hurries() -> bool:
	return live and playing and rate >= 1.5


func seek(to: int) -> void:
	if timeline == null:
		return
	var head := timeline.head
	_jump(clampi(to, mini(1, head), head))
	_set_mode(seq >= head, playing)


## One entry on is acted out; back, or more than one, is a jump. Either way the clock stands still then.
func step(by: int) -> void:
	if timeline == null:
		return
	_set_mode(false, false)
	var next := timeline.event_at(seq + 1)
	if by != 1 or next == null:
		_jump(clampi(seq + by, mini(1, timeline.head), timeline.head))
		return
	seq += 1
	moved.emit([next] as Array[LabEvent])


## Goes on from here; from the beginning where the end of a finished run is shown.
func play() -> void:
	if timeline != null and seq >= timeline.head and _has_ended():
		_jump(mini(1, timeline.head))
	_set_mode(timeline == null or seq >= timeline.head, true)


func pause() -> void:
	_set_mode(false, false)


## Back to the present.
func follow_live() -> void:
	if timeline != null and timeline.head - seq > 1:
		_jump(timeline.head)
	_set_mode(true, true)


func set_speed(value: float) -> void:
	speed = clampf(value, SPEEDS[0], SPEEDS[-1])
	rate = speed if not live else rate
	changed.emit()


func _has_ended() -> bool:
	var last := timeline.event_at(timeline.head)
	return last != null and last.type == "run-end"


func _set_mode(is_live: bool, is_playing: bool) -> void:
	live = is_live
	playing = is_playing
	rate = 1.0 if live else speed
	changed.emit()


func _jump(to: int) -> void:
	seq = to
	_spare = 0.0
	moved.emit([] as Array[LabEvent])


## Live, the rate rises with what is waiting and falls again; both gently, so that nothing on the stage jerks.
func _breathe() -> void:
	var wanted := clampf(behind() / EASY, 1.0, HURRY) if live else speed
	var before := hurries()
	rate = wanted if not live else lerpf(rate, wanted, 0.08)
	if absf(rate - wanted) < 0.02:
		rate = wanted
	if hurries() != before:
		changed.emit()


func _passed() -> Array[LabEvent]:
	var steps: Array[LabEvent] = []
	while seq < timeline.head:
		var next := timeline.event_at(seq + 1)
		if next == null:
			# What lies between is not here (yet): the state of the nearest moment that is known is shown.
			seq = maxi(seq, timeline.whole_from() - 1)
			next = timeline.event_at(seq + 1)
			if next == null:
				seq = timeline.head
				return steps
		var here := timeline.event_at(seq)
		var need := 0.0
		if here != null:
			need = Pace.hold(here) if live else Pace.between(here, next)
		if _spare < need:
			break
		_spare -= need
		seq += 1
		steps.append(next)
	return steps
