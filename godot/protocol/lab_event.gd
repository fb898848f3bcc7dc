class_name LabEvent
extends RefCounted
## One entry of the log of a run, as it came over the wire or out of a file. Never changed after it was decoded.

var run: String
## Counts in the run from 1, without a gap.
var seq: int
## ISO time, UTC, as it came.
var at: String
## Seconds since 1970, with milliseconds; 0 where `at` is no time.
var time: float
var type: String
## The stored event itself, `type` included.
var data: Dictionary
## Long texts in it were cut to {chars, head}, by the server or here.
var cut: bool = false


static func create(a_run: String, a_seq: int, an_at: String, event: Dictionary) -> LabEvent:
	var made := LabEvent.new()
	made.run = a_run
	made.seq = a_seq
	made.at = an_at
	made.time = IsoTime.seconds(an_at)
	made.type = Fields.id(event, "type")
	made.data = event
	return made


## Long texts in it become {chars, head}, so that many entries fit the memory. For whoever decodes, before anybody
## holds it.
func shorten() -> void:
	var short: Dictionary = CutTexts.of(data)
	cut = cut or not CutTexts.is_same_as(short, data)
	data = short
