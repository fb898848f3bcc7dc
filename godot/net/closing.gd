class_name Closing
extends RefCounted
## What the code of a closed connection means: whether to come back, and the key of the words for it.

## Without a close frame there is no code: the connection broke.
const BROKEN := -1
## Said by engines and servers in place of a code of their own.
const _LIKE_BROKEN: Array[int] = [BROKEN, 1005, 1006, 1012, 1013]
## What the engine itself says when it closes with 1009.
const _OWN_REASON := "Message too big"
const _KEYS: Dictionary[int, String] = {
	Wire.CLOSE_SERVER_CLOSING: "link.close.closing",
	Wire.CLOSE_TEXT_ONLY: "link.close.text-only",
	Wire.CLOSE_FRAME_TOO_LONG: "link.close.too-long",
	Wire.CLOSE_DEFECT: "link.close.defect",
	Wire.CLOSE_SLOW: "link.close.slow",
	Wire.CLOSE_SILENT: "link.close.silent",
	Wire.CLOSE_NO_TOKEN: "link.close.no-token",
	Wire.CLOSE_FOREIGN_ORIGIN: "link.close.origin",
	Wire.CLOSE_NO_SUCH_VERSION: "link.close.version",
	Wire.CLOSE_TOO_MANY_COMMANDS: "link.close.too-many",
}


## 1001, 43xx and a broken connection: come back. After all others something has to change first.
static func comes_back(code: int) -> bool:
	return code in _LIKE_BROKEN or code == Wire.CLOSE_SERVER_CLOSING or (code >= 4300 and code < 4400)


static func key(code: int) -> String:
	return _KEYS.get(code, "link.close.broken" if code in _LIKE_BROKEN else "link.close.other")


## A message came that the buffer of this side does not hold, and so the engine ended the connection.
static func is_flood(code: int, reason: String) -> bool:
	return code == Wire.CLOSE_FRAME_TOO_LONG and reason == _OWN_REASON


## For people: why this try came to nothing, or why the connection ended.
static func sentence(socket: LabSocket, code: int, reason: String, url: String) -> String:
	if not socket.was_open:
		return Words.of("link.timed-out" if socket.timed_out else "link.no-server", {"url": url})
	if is_flood(code, reason):
		return Words.of("link.too-long", {"n": LabSocket.INBOUND_BYTES / 1024 / 1024})
	var words := Words.of(key(code))
	if code == BROKEN:
		return words
	return Words.of("link.closed", {"why": words, "code": code, "reason": reason if reason else "–"})


## The code that the connection was closed with; where it merely broke, that of the bye before, if there was one.
static func code_of(socket: LabSocket, bye: Dictionary) -> int:
	return Fields.whole(bye, "code", socket.code) if socket.code == BROKEN else socket.code


static func reason_of(socket: LabSocket, bye: Dictionary) -> String:
	var said := Fields.text(bye, "reason") if socket.code == BROKEN and not bye.is_empty() else socket.reason
	return said.left(LinkTalk.LONGEST)
