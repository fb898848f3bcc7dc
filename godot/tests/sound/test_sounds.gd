extends TestCase
## Each moment can be heard, briefly, and not when sound is off.


func test_every_kind_of_moment_has_a_short_sound_of_its_own_that_is_neither_silent_nor_too_loud() -> void:
	var heard: Dictionary[PackedByteArray, bool] = {}
	for kind: int in Moment.Kind.values():
		check(Tunes.OF.has(kind), "no tune for %s" % Moment.Kind.find_key(kind))
		var stream := Tunes.stream(Tunes.OF[kind])
		var peak := 0
		for i: int in range(0, stream.data.size(), 2):
			peak = maxi(peak, absi(stream.data.decode_s16(i)))
		check(peak > 1500 and peak < 32767, "%s peaks at %d" % [Moment.Kind.find_key(kind), peak])
		check(stream.get_length() <= 1.6, "%s is long" % Moment.Kind.find_key(kind))
		heard[stream.data] = true
	check_eq(heard.size(), Moment.Kind.size(), "sounds that differ")


func test_nothing_sounds_when_sound_is_off() -> void:
	var sounds := Sounds.new()
	add_child(sounds)
	sounds.on = false
	check(not sounds.play(Moment.Kind.NEW_BEST))
	sounds.on = true
	check(sounds.play(Moment.Kind.NEW_BEST))


func test_the_same_sound_does_not_rattle() -> void:
	var sounds := Sounds.new()
	add_child(sounds)
	check(sounds.play(Moment.Kind.PAPER_ADDED))
	check(not sounds.play(Moment.Kind.PAPER_ADDED))
	check(sounds.play(Moment.Kind.REVIEW))
