class_name RunTimeline
extends RefCounted
## All that is known of one run: its entries, a state for every 500 of them, and the newest state. Any moment can be
## asked for. Few entries are folded at once; many beside the main thread, so that no frame waits for them.

## Entries or a snapshot came, or more of the past can be shown.
signal grew
## What `take_page` was given is here. `next`: where the server has more, 0 for nowhere. `reason`: why it was no page.
signal page_taken(next: int, reason: String)
## What `take_record` was given is here, as far as it could be read: all of it when `reason` is empty; else up to
## `line`, 0 where the reason is about the whole file.
signal record_taken(reason: String, line: int)

## Microseconds of a frame that may be spent on folding what has just come.
const AT_ONCE := 2000
## Entries that are folded in one go beside the main thread.
const STRETCH := 2000

var run: String
## Seq of the newest entry or snapshot that is here; 0 before any.
var head: int:
	get:
		return _entries.head

var _entries := EntryStore.new()
var _kept := KeptStates.new()
var _background := Background.new()
## Folded from the first entry on.
var _past: Dictionary
## Folded from the server's snapshot on; empty without one, and once the past has reached it.
var _ahead: Dictionary = {}
var _snapshot_seq: int = 0
## What was asked for last: the next question is mostly about the entry after it.
var _shown: Dictionary = {}
## The seq of the state from which on a stretch is being folded; -1 for none.
var _folding_from: int = -1
var _frame: int = -1
var _left: int = 0


func _init(a_run: String = "") -> void:
	run = a_run
	_past = RunReducer.empty(run)


## Takes entries in any order; those that are already here, and those of other runs, are left out.
func put(events: Array[LabEvent]) -> void:
	var more := false
	for event: LabEvent in events:
		_name(event.run)
		more = (event.run == run and _entries.put(event)) or more
	if more:
		_go_on()
		grew.emit()


## Takes the server's state when the history is not here (yet). It rules until the fold has come as far.
func put_snapshot(state: Dictionary) -> void:
	put_sound(SoundState.of(state))


## The same of a state that SoundState has looked at; nothing when it is empty.
func put_sound(sound: Dictionary) -> void:
	var seq := RunState.seq(sound)
	_name(RunState.run(sound))
	if sound.is_empty() or RunState.run(sound) != run or seq <= RunState.seq(_newest()):
		return
	_kept.drop(_snapshot_seq)
	_kept.put(sound)
	_snapshot_seq = seq
	_ahead = sound
	_entries.know(seq)
	_go_on()
	grew.emit()


## The same from its text, parsed beside the main thread.
func take_snapshot(text: String) -> void:
	_background.add(RunTimeline._state_in.bind(text), put_snapshot)


## Takes a page as it came: the text of an event frame, of a result of events.get, of a page of REST, or lines of them.
## It is read beside the main thread.
func take_page(text: String) -> void:
	take_bytes(text.to_utf8_buffer())


func take_bytes(bytes: PackedByteArray) -> void:
	_background.add(EntryPage.read.bind(bytes), _page_came)


## Takes a record on disk, stretch by stretch.
func take_record(path: String) -> void:
	var record := RecordFile.open(path)
	if not record.reason.is_empty():
		record_taken.emit.call_deferred(record.reason, 0)
		return
	_read_on(record)


## The state after entry `seq`; the nearest known one when the history is not here. Never null; RunReducer.empty before
## any.
func state_at(seq: int) -> Dictionary:
	var want := clampi(seq, 0, head)
	var base := _nearest(want)
	# Where the fold has not come yet, what it has reached is shown: nobody waits for thousands of entries.
	if want - RunState.seq(base) <= 2 * KeptStates.STEP:
		var before := RunState.seq(base)
		base = FoldStretch.of(base, _entries.after(before, maxi(0, want - before))).last
	_shown = base
	return base


## How many entries are here.
func size() -> int:
	return _entries.size()


## The entry, or null where it is not here.
func event_at(seq: int) -> LabEvent:
	return _entries.at(seq)


## Seq of the first entry from which on all are here up to `head`; head + 1 when none is.
func whole_from() -> int:
	return _entries.whole_from


## Seq up to which the history can be shown from its first entry on: while a long one is loaded, less than `head`.
func folded_to() -> int:
	return RunState.seq(_past)


static func _state_in(text: String) -> Dictionary:
	return EventDecoder.new().frame(text)


func _name(a_run: String) -> void:
	if run.is_empty() and not a_run.is_empty():
		run = a_run
		_past = RunReducer.empty(run)


func _newest() -> Dictionary:
	return _past if _ahead.is_empty() else _ahead


func _nearest(want: int) -> Dictionary:
	var found := RunReducer.empty(run)
	for state: Dictionary in [_kept.before(want), _past, _ahead, _shown]:
		if RunState.seq(state) <= want and RunState.seq(state) > RunState.seq(found):
			found = state
	# Before the snapshot, and nothing of the past has come: the snapshot is the nearest.
	if RunState.seq(found) == 0 and want > 0 and event_at(1) == null:
		var later := _kept.from(want)
		return found if later.is_empty() else later
	return found


## Folds what has come: a little at once, the rest beside the main thread.
func _go_on() -> void:
	_fold_at_once()
	if _folding_from >= 0:
		return
	var begin := _newest()
	if event_at(RunState.seq(begin) + 1) == null:
		begin = _past
	var events := _entries.after(RunState.seq(begin), STRETCH)
	if events.is_empty():
		return
	_folding_from = RunState.seq(begin)
	_background.add(FoldStretch.of.bind(begin, events), _stretch_came)


func _fold_at_once() -> void:
	if Engine.get_process_frames() != _frame:
		_frame = Engine.get_process_frames()
		_left = AT_ONCE
	var state := _newest()
	var began := Time.get_ticks_usec()
	while RunState.seq(state) != _folding_from and Time.get_ticks_usec() - began < _left:
		var event := event_at(RunState.seq(state) + 1)
		if event == null:
			break
		state = RunReducer.fold(state, event)
		_kept.put_if_due(state)
	_left -= Time.get_ticks_usec() - began
	_advance(state)


func _stretch_came(stretch: FoldStretch) -> void:
	for state: Dictionary in stretch.kept:
		_kept.put(state)
	_advance_from(_folding_from, stretch.last)
	_folding_from = -1
	_go_on()
	grew.emit()


## Whichever of the two a state was folded from is that far now.
func _advance_from(seq: int, state: Dictionary) -> void:
	if seq == RunState.seq(_past):
		_past = state
	elif seq == RunState.seq(_ahead):
		_ahead = state
	_meet()


func _advance(state: Dictionary) -> void:
	if _ahead.is_empty():
		_past = state
	else:
		_ahead = state
	_meet()


## Once the past has come as far as what was folded from the snapshot, the snapshot is no longer needed.
func _meet() -> void:
	if _ahead.is_empty() or RunState.seq(_past) < RunState.seq(_ahead):
		return
	_ahead = {}
	if _snapshot_seq % KeptStates.STEP != 0:
		_kept.drop(_snapshot_seq)


func _page_came(page: EntryPage) -> void:
	put(page.events)
	page_taken.emit(page.next, page.reason)


func _read_on(record: RecordFile) -> void:
	_background.add(record.next_page, _record_page_came.bind(record))


func _record_page_came(page: EntryPage, record: RecordFile) -> void:
	put(page.events)
	if page.reason.is_empty() and not record.is_at_end():
		_read_on(record)
	else:
		record_taken.emit(page.reason, page.line)
