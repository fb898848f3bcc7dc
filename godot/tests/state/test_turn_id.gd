extends TestCase
## Ids sort as the server sorts them.


func test_ids_come_in_the_order_in_which_the_server_puts_them() -> void:
	var json := JSON.new()
	json.parse(FileAccess.get_file_as_string("res://tests/fixtures/fold/turn-order.json"))
	var ordered: Array = json.data
	for place: int in range(1, ordered.size()):
		var before: String = ordered[place - 1]
		var after: String = ordered[place]
		check(TurnId.compare(before, after) < 0, "'%s' comes before '%s'" % [before, after])
		check(TurnId.compare(after, before) > 0, "'%s' comes after '%s'" % [after, before])
		check_eq(TurnId.compare(after, after), 0)
