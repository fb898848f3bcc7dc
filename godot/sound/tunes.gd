class_name Tunes
extends RefCounted
## The sound of each kind of moment as notes: [pitch in Hz, when it begins in s, how long it rings in s, loudness 0..1].
## A wooden, marimba-like palette on one pentatonic scale, so that sounds that meet agree.

const C4 := 261.63
const D4 := 293.66
const E4 := 329.63
const G4 := 392.0
const A4 := 440.0
const C5 := 523.25
const D5 := 587.33
const E5 := 659.25
const G5 := 783.99
const LOW := 130.81

const OF: Dictionary[int, Array] = {
	Moment.Kind.PAPER_ADDED: [[E5, 0.0, 0.18, 0.4]],
	Moment.Kind.PLAN_ACCEPTED: [[C5, 0.0, 0.3, 0.6], [E5, 0.12, 0.3, 0.6], [G5, 0.24, 0.5, 0.6]],
	Moment.Kind.DATASET_ACCEPTED: [[D4, 0.0, 0.25, 0.6], [G4, 0.12, 0.4, 0.6]],
	Moment.Kind.PROGRAM_STARTED: [[A4, 0.0, 0.1, 0.3]],
	Moment.Kind.PROGRAM_FAILED: [[E4, 0.0, 0.25, 0.6], [C4, 0.16, 0.45, 0.6]],
	Moment.Kind.PROGRAM_DONE: [[A4, 0.0, 0.12, 0.35], [D5, 0.08, 0.2, 0.35]],
	Moment.Kind.NEW_BEST: [[G4, 0.0, 0.2, 0.7], [C5, 0.1, 0.2, 0.7], [E5, 0.2, 0.2, 0.7], [G5, 0.3, 0.6, 0.8]],
	Moment.Kind.INTERPRETED: [[A4, 0.0, 0.3, 0.5], [C5, 0.15, 0.45, 0.5]],
	Moment.Kind.SECTION_WRITTEN: [[D5, 0.0, 0.12, 0.3], [E5, 0.07, 0.16, 0.3]],
	Moment.Kind.REPORT_SCORED: [[G4, 0.0, 0.2, 0.4], [A4, 0.1, 0.25, 0.4]],
	Moment.Kind.QUESTION: [[G5, 0.0, 0.5, 0.8], [E5, 0.3, 0.7, 0.8]],
	Moment.Kind.ANSWER: [[E5, 0.0, 0.25, 0.6], [G5, 0.14, 0.4, 0.6]],
	Moment.Kind.NOTE: [[C5, 0.0, 0.2, 0.5], [C5, 0.14, 0.3, 0.5]],
	Moment.Kind.REVIEW: [[LOW, 0.0, 0.2, 0.9], [G4, 0.05, 0.3, 0.5]],
	Moment.Kind.BACK: [[G4, 0.0, 0.25, 0.6], [E4, 0.15, 0.25, 0.6], [D4, 0.3, 0.5, 0.6]],
	Moment.Kind.PHASE_STARTED: [[C4, 0.0, 0.3, 0.5], [G4, 0.12, 0.5, 0.5]],
	Moment.Kind.PHASE_ENDED: [[G4, 0.0, 0.2, 0.35]],
	Moment.Kind.FAULT: [[LOW, 0.0, 0.35, 0.8]],
	Moment.Kind.HALTED: [[A4, 0.0, 0.3, 0.5], [D4, 0.2, 0.6, 0.5]],
	Moment.Kind.RESUMED: [[D4, 0.0, 0.25, 0.5], [A4, 0.15, 0.45, 0.5]],
	Moment.Kind.ENDED: [[C4, 0.0, 0.9, 0.6], [G4, 0.2, 0.8, 0.6], [C5, 0.4, 0.8, 0.6], [E5, 0.6, 0.9, 0.6]],
}

const RATE := 22050


## Notes to 16-bit samples: a struck bar has its tone, a fourth of it two octaves up, and dies away.
static func stream(notes: Array) -> AudioStreamWAV:
	var length := 0.0
	for note: Array in notes:
		length = maxf(length, _part(note, 1) + _part(note, 2))
	var waves := PackedFloat32Array()
	waves.resize(ceili(length * RATE))
	for note: Array in notes:
		_strike(waves, _part(note, 0), roundi(_part(note, 1) * RATE), _part(note, 2), _part(note, 3))
	var bytes := PackedByteArray()
	bytes.resize(waves.size() * 2)
	for i: int in waves.size():
		bytes.encode_s16(i * 2, roundi(clampf(waves[i], -1.0, 1.0) * 32767.0))
	var wav := AudioStreamWAV.new()
	wav.format = AudioStreamWAV.FORMAT_16_BITS
	wav.mix_rate = RATE
	wav.data = bytes
	return wav


static func _part(note: Array, at: int) -> float:
	return note[at]


static func _strike(waves: PackedFloat32Array, pitch: float, begin: int, seconds: float, loud: float) -> void:
	var count := mini(roundi(seconds * RATE), waves.size() - begin)
	for i: int in count:
		var t := float(i) / RATE
		# 4 ms to open and 20 ms to close: without them one hears a click.
		var open := minf(1.0, t / 0.004) * minf(1.0, (seconds - t) / 0.02)
		var ring := exp(-5.0 * t / seconds)
		var tone := sin(TAU * pitch * t) + 0.25 * sin(TAU * pitch * 4.0 * t) * exp(-18.0 * t / seconds)
		waves[begin + i] += tone * ring * open * loud * 0.35
