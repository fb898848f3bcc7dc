class_name Address
extends RefCounted
## Where a server is: what a person types or pastes, as the address for a WebSocket, and its token.

const PORT := 8765
const OTHERWISE := "ws://127.0.0.1:8765"

## Empty when the text is no address.
var url: String = ""
var token: String = ""


## Takes ws, wss, http and https addresses, and a bare host, which gets the usual port when it names none. A token is
## taken out of the query.
static func parse(typed: String) -> Address:
	var address := Address.new()
	var text := typed.strip_edges()
	if text.is_empty():
		text = OTHERWISE
	text = text.get_slice("#", 0)
	var is_bare := not text.contains("://")
	if is_bare:
		text = "ws://" + text
	var query := text.get_slice("?", 1) if text.contains("?") else ""
	text = text.get_slice("?", 0)
	var scheme := text.get_slice("://", 0).to_lower()
	var rest := text.substr(text.find("://") + 3).trim_suffix("/")
	var secure := scheme in ["wss", "https"]
	if not (secure or scheme in ["ws", "http"]) or rest.get_slice("/", 0).is_empty() or rest.contains(" "):
		return address
	var host := rest.get_slice("/", 0)
	if is_bare and not _has_port(host):
		host += ":%d" % PORT
	# A page's own path is no place for a socket; the server listens at its root.
	address.url = "%s://%s" % ["wss" if secure else "ws", host]
	if scheme in ["ws", "wss"] and rest.contains("/"):
		address.url += rest.substr(rest.find("/"))
	address.token = values_of(query).get("token", "")
	return address


## The keys and values of the part of an address after its question mark.
static func values_of(query: String) -> Dictionary[String, String]:
	var values: Dictionary[String, String] = {}
	for pair: String in query.split("&", false):
		var key := pair.get_slice("=", 0).replace("+", " ").uri_decode()
		values[key] = (pair.substr(pair.find("=") + 1).replace("+", " ").uri_decode() if pair.contains("=") else "")
	return values


static func _has_port(host: String) -> bool:
	return host.rfind(":") > host.rfind("]") and host.get_slice(":", host.get_slice_count(":") - 1).is_valid_int()
