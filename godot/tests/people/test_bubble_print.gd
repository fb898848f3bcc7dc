extends TestCase
## Large print in speech bubbles.

const SHORT := "Please settle it."
const LONG := "We expect that a smoothing of a tenth gives a clearly lower loss on the test than none."


func _bubble(text: String, larger: float, widest: float = 270.0) -> Bubble:
	var bubble := Bubble.create(Palette.Role.PHD, text, larger, widest)
	add_child(bubble)
	return bubble


func _size(bubble: Bubble) -> float:
	return bubble._words.get_size().y / bubble._words.get_line_count()


func test_a_short_sentence_grows_with_the_print() -> void:
	var usual := _size(_bubble(SHORT, 1.0))
	check(absf(_size(_bubble(SHORT, 1.6)) / usual - 1.6) < 0.1)


func test_a_long_sentence_grows_as_far_as_its_room_lets_it() -> void:
	var usual := _size(_bubble(LONG, 1.0))
	for larger: float in [1.15, 1.3, 1.6]:
		var bubble := _bubble(LONG, larger)
		check(_size(bubble) / usual > minf(larger, Palette.BUBBLE_PRINT) - 0.1, "at %s" % larger)
		check(bubble.box().size.y <= Palette.BUBBLE_HEIGHT + 2.0 * Bubble.PAD.y + 0.5, "%s" % bubble.box())
		check(bubble.box().size.x <= 270.0 + Bubble.COLUMN + 2.0 * Bubble.PAD.x + 0.5, "%s" % bubble.box())


func test_at_the_usual_print_all_of_a_sentence_is_said() -> void:
	check_eq(_size(_bubble(LONG, 1.0)), _size(_bubble(SHORT, 1.0)))
	check(_bubble(LONG, 1.0)._words.get_line_count() <= Bubble.LINES)
