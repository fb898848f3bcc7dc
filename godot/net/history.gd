class_name History
extends Node
## Fetches the entries that are not here, page by page from the first one on, so that every moment can be shown.

signal events_came(events: Array[LabEvent])
## All are here.
signal ended

## Entries of a page, and ms between two: no stutter, and no more commands than the server allows.
const PAGE := 200
const PAUSE := 60

var link: LabLink
var run: String = ""
var _next: int = 1
var _to: int = 0
## When the next page may be asked for, in ms since the start.
var _due: int = 0
var _asking: bool = false
var _decoder := EventDecoder.new()


static func create(a_link: LabLink) -> History:
	var history := History.new()
	history.link = a_link
	return history


func _ready() -> void:
	set_process(_next <= _to)


## Fetches entries `from` to `to` of a run; what was being fetched is left.
func fetch(a_run: String, from: int, to: int) -> void:
	run = a_run
	_next = from
	_to = to
	set_process(_next <= _to)


func stop() -> void:
	set_process(false)
	run = ""


func _process(_delta: float) -> void:
	if Time.get_ticks_msec() >= _due and not _asking and link.state == LabLink.State.OPEN:
		@warning_ignore("missing_await")
		_fetch_page()


func _fetch_page() -> void:
	_asking = true
	var of := run
	var from := _next
	var to := mini(_to, from + PAGE - 1)
	var answer := await link.ask("events.get", {"run": of, "from": from, "to": to})
	_asking = false
	_due = Time.get_ticks_msec() + PAUSE
	if of != run or not is_inside_tree():
		return
	if not Fields.flag(answer, "ok"):
		# Without a connection it goes on with the next one; a refusal would come again.
		set_process(Fields.flag(Fields.object(answer, "error"), "retryable"))
		return
	_take(Fields.object(answer, "result"), from, to)


## What was not asked for is left out.
func _take(result: Dictionary, from: int, to: int) -> void:
	var events: Array[LabEvent] = []
	for frame: Dictionary in Fields.objects(result, "events"):
		var event := _decoder.event(frame)
		if event == null or event.run != run or event.seq < from or event.seq > to:
			continue
		event.shorten()
		events.append(event)
	# A page that brought nothing would be asked for without an end.
	var last := events[-1].seq if events else _to
	_next = maxi(_next, last) + 1
	if not events.is_empty():
		events_came.emit(events)
	if _next > _to:
		set_process(false)
		ended.emit()
