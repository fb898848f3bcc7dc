extends TestCase
## Addresses as people type and paste them.


func _parse(text: String) -> String:
	var address := Address.parse(text)
	return address.url + (" " + address.token if address.token else "")


func test_nothing_typed_is_the_lab_on_this_machine() -> void:
	check_eq(_parse(""), "ws://127.0.0.1:8765")
	check_eq(_parse("  "), "ws://127.0.0.1:8765")


func test_a_bare_host_gets_scheme_and_port() -> void:
	check_eq(_parse("lab.example"), "ws://lab.example:8765")
	check_eq(_parse("localhost:9000"), "ws://localhost:9000")
	check_eq(_parse("[::1]"), "ws://[::1]:8765")
	check_eq(_parse("[::1]:9000"), "ws://[::1]:9000")


func test_the_address_that_the_server_prints_for_browsers_works_with_its_token() -> void:
	check_eq(_parse("http://localhost:8765/?token=ab%2Bc"), "ws://localhost:8765 ab+c")
	check_eq(_parse("https://lab.example/runs/x?a=b&token=t#top"), "wss://lab.example t")
	check_eq(_parse("http://lab.example"), "ws://lab.example")


func test_the_path_of_a_socket_stays() -> void:
	check_eq(_parse("ws://127.0.0.1:8765/v1/ws"), "ws://127.0.0.1:8765/v1/ws")
	check_eq(_parse("wss://lab.example/v1/ws?token=t"), "wss://lab.example/v1/ws t")


func test_what_is_no_address_gives_none() -> void:
	for text: String in [
		"ftp://lab",
		"ws://",
		"two words",
		"http:///x",
		"ws://lab:0",
		"ws://lab:65536",
		"lab:99999999",
		"ws://lab:-1",
		"ws://lab:x",
		"ws://[::1",
		"ws://[:::::]",
		"ws://a@lab",
		"ws://lab/a\r\nX: y",
		"ws://la%b",
		"ws://:80"
	]:
		check_eq(_parse(text), "", text)
