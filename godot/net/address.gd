class_name Address
extends RefCounted
## Where a server is: what a person types or pastes, as the address for a WebSocket, and its token.

const PORT := 8765
const OTHERWISE := "ws://127.0.0.1:8765"

## A name, or an IPv6 address in brackets, and maybe a port.
const _HOST := "^(?:[A-Za-z0-9._-]+|\\[([0-9A-Fa-f:.]+)\\])(?::([0-9]{1,5}))?$"

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
	if not _is_host(host) or not _is_plain(rest):
		return address
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


## The engine says aloud what it does not take.
static func _is_host(text: String) -> bool:
	var found := RegEx.create_from_string(_HOST).search(text)
	if found == null or (found.get_string(1) and not found.get_string(1).is_valid_ip_address()):
		return false
	var port := found.get_string(2)
	return port.is_empty() or (port.to_int() >= 1 and port.to_int() <= 65535)


## A path may hold anything but spaces and what steers a terminal or a header.
static func _is_plain(text: String) -> bool:
	return LinkTalk.plain(text.left(LinkTalk.LONGEST)) == text and not text.contains(" ")


static func _has_port(host: String) -> bool:
	return host.rfind(":") > host.rfind("]") and host.get_slice(":", host.get_slice_count(":") - 1).is_valid_int()
