class_name Sounds
extends Node
## Short sounds made in code, one for each kind of moment; silent when switched off.

## More at once would be noise.
const VOICES := 4
## The same sound again sooner than this (ms) is left out: a fast replay would rattle.
const APART := 180

var on: bool = true

var _streams: Dictionary[int, AudioStreamWAV] = {}
var _last: Dictionary[int, int] = {}
var _next: int = 0


func _ready() -> void:
	for i: int in VOICES:
		var player := AudioStreamPlayer.new()
		player.volume_db = -9.0
		add_child(player)


## Plays the sound of a kind of moment; gives whether it did.
func play(kind: Moment.Kind) -> bool:
	var now := Time.get_ticks_msec()
	if not on or now - _heard(kind) < APART:
		return false
	_last[kind] = now
	if not _streams.has(kind):
		_streams[kind] = Tunes.stream(Tunes.OF[kind])
	var player: AudioStreamPlayer = get_child(_next)
	_next = (_next + 1) % VOICES
	player.stream = _streams[kind]
	player.play()
	return true


## When this sound was last heard, in ms since the start.
func _heard(kind: int) -> int:
	return _last[kind] if _last.has(kind) else -APART
