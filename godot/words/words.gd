class_name Words
extends RefCounted
## Everything people read, in en, es and fr. `Words.of("key")` in the chosen language; {slots} are filled from `slots`.

static var language: String = "en"


static func of(key: String, _slots: Dictionary = {}) -> String:
	return key


## One sentence about an entry, for the log.
static func sentence(_event: LabEvent) -> String:
	return ""


static func role(name: String) -> String:
	return name


static func phase(name: String) -> String:
	return name
