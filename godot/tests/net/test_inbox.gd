extends TestCase
## The queue of messages.


func _bytes(number: int, letters: int = 1) -> PackedByteArray:
	return JSON.stringify({"type": "x", "number": number, "text": "é".repeat(letters)}).to_utf8_buffer()


func test_messages_come_out_in_their_order_though_long_ones_are_read_aside() -> void:
	var inbox := Inbox.new()
	for number: int in 30:
		inbox.put(_bytes(number, 40000 if number % 3 == 0 else 1))
	var seen: Array[int] = []
	while inbox.size() > 0:
		if inbox.is_ready():
			var frame := inbox.take()
			seen.append(Fields.whole(frame, "number"))
			check_eq(Fields.text(frame, "text").length(), 40000 if seen.back() % 3 == 0 else 1)
		else:
			await frames(1)
	check_eq(seen, Array(range(30), TYPE_INT, "", null))


func test_a_text_put_first_is_read_before_all_that_waits() -> void:
	var inbox := Inbox.new()
	inbox.put(_bytes(2))
	inbox.put_first('{"type":"x","number":1}')
	var seen: Array[int] = []
	while inbox.size() > 0:
		if inbox.is_ready():
			seen.append(Fields.whole(inbox.take(), "number"))
		else:
			await frames(1)
	check_eq(seen, [1, 2] as Array[int])


func test_what_is_no_frame_gives_nothing_and_a_reason() -> void:
	for bytes: PackedByteArray in ["{bad".to_utf8_buffer(), "[1]".to_utf8_buffer(), PackedByteArray([0xff, 0xfe])]:
		var inbox := Inbox.new()
		inbox.put(bytes)
		check(inbox.is_ready())
		check_eq(inbox.take(), {})
		check(inbox.reason != "")


func test_it_can_be_left_while_a_long_message_is_being_read() -> void:
	var inbox := Inbox.new()
	inbox.put(_bytes(1, 200000))
	inbox.is_ready()
	inbox.clear()
	check_eq(inbox.size(), 0)
	check(not inbox.is_ready())


func test_what_waits_is_counted_so_that_no_more_is_taken_in() -> void:
	var inbox := Inbox.new()
	check(not inbox.is_full())
	for number: int in 5000:
		inbox.put(_bytes(number, 500))
	check(inbox.is_full())
	while inbox.is_full():
		inbox.take()
	check(inbox.size() > 3000, str(inbox.size()))
	inbox.clear()
	check(not inbox.is_full())


func test_an_entry_with_very_long_texts_and_lists_is_shortened_where_it_is_read() -> void:
	var inbox := Inbox.new()
	var options := range(20000).map(func(number: int) -> String: return str(number))
	var event := {"type": "question-ask", "text": "x".repeat(1_000_000), "options": options}
	inbox.put(JSON.stringify({"type": "event", "event": event}).to_utf8_buffer())
	await until(inbox.is_ready, 5.0)
	var frame := inbox.take()
	check(JSON.stringify(frame).length() < 6000)
	check_eq(Fields.chars(Fields.object(frame, "event"), "text"), 1_000_000)
	check(Fields.flag(frame, "cut"))
