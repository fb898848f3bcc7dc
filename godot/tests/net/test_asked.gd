extends TestCase
## Commands and their results.


func test_results_find_their_commands_in_any_order() -> void:
	var asked := Asked.new()
	var first := asked.add()
	var second := asked.add()
	check(asked.settle({"id": second.id, "ok": true, "result": {"run": "b"}}))
	check(asked.settle({"id": first.id, "ok": false, "error": {"code": "unknown-run", "message": "no such run"}}))
	check_eq(second.answer, {"ok": true, "result": {"run": "b"}})
	var error := {"code": "unknown-run", "message": "no such run", "retryable": false}
	check_eq(first.answer, {"ok": false, "error": error})
	check_eq(asked.size(), 0)


func test_a_second_result_and_one_for_nobody_are_told_apart() -> void:
	var asked := Asked.new()
	var command := asked.add()
	check(not asked.settle({"id": "zzz", "ok": true}))
	check(asked.settle({"id": command.id, "ok": true}))
	check(not asked.settle({"id": command.id, "ok": true}))


func test_with_the_connection_every_open_command_ends_and_may_be_sent_again() -> void:
	var asked := Asked.new()
	var commands: Array[Asked.Command] = [asked.add(), asked.add()]
	asked.lose("gone")
	for command: Asked.Command in commands:
		check_eq(command.answer, {"ok": false, "error": {"code": "offline", "message": "gone", "retryable": true}})
