extends TestCase
## A server of the oldest protocol: it knows no hello, answers a greeting, and sends no events.

var _server := StandIn.new()
var _link := LabLink.new()
var _said: PackedStringArray = []


func _ready() -> void:
	_server.speaks = false
	_server.oldest = true
	add_child(_server)
	add_child(_link)
	_link.said.connect(func(line: String) -> void: _said.append(line))


func _greeted() -> bool:
	return _link.old_server and _said.size() > 0 and _said[-1].contains("Respuesta desde Python")


func test_without_a_welcome_the_greeting_of_the_first_client_is_sent_as_text() -> void:
	_link.open(_server.url())
	await until(_greeted, 5.0)
	check(_server.were_text[-1])
	check_eq(JSON.parse_string(_server.raw[-1].get_string_from_utf8()), {"message": "Hola desde Godot!"})
	check_eq(_link.state, LabLink.State.OPEN)


func test_a_server_that_knows_no_subprotocol_is_asked_without_one() -> void:
	_server.protocols = []
	_link.open(_server.url())
	await until(_greeted, 8.0)
	check_eq(_link.state, LabLink.State.OPEN)
	check_eq(_server.connections, 2)


func test_a_server_that_answers_hello_in_its_own_way_is_known_at_once() -> void:
	_server.speaks = false
	_server.oldest = false
	_link.open(_server.url())
	await until(func() -> bool: return _server.frames.size() == 1)
	_server.say('{"status":"ok","message":"Respuesta desde Python"}')
	await until(func() -> bool: return _server.frames.size() == 2, 1.0)
	check_eq(_server.frames[1], {"message": "Hola desde Godot!"})


func test_a_welcome_that_comes_late_is_still_a_welcome() -> void:
	_link.follow("latest")
	_link.open(_server.url())
	await until(_greeted, 5.0)
	_server.say(StandIn.GREETED)
	await until(func() -> bool: return not _server.of_type("subscribe").is_empty())
	check(not _link.old_server)


func test_no_command_is_sent_to_an_old_server() -> void:
	_link.open(_server.url())
	await until(_greeted, 5.0)
	var answer := await _link.ask("run.list")
	check_eq(answer.ok, false)
	check(_server.of_type("run.list").is_empty())


func test_the_oldest_protocol_can_be_spoken_from_the_first_word_on() -> void:
	_server.protocols = []
	_link.oldest_only = true
	_link.open(_server.url())
	await until(_greeted, 3.0)
	check_eq(_server.frames.size(), 1)
