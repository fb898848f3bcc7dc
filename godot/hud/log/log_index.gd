class_name LogIndex
extends RefCounted
## The entries of a run as the log lists them: who, of which group, where. Sentences are made when they are asked for.

## More rows came at the end, or all were thrown away.
signal changed

const WHOS: Array[String] = [
	"", "phd-student", "postdoc", "ml-engineer", "software-engineer", "professor", "reviewer", "person"
]
const BY_PEOPLE: Array[String] = ["pause-ask", "stop-ask", "note-add", "answer-give"]

## In the order of the run.
var seqs: PackedInt32Array = []
var kinds: PackedByteArray = []
## Places in WHOS.
var whos: PackedByteArray = []

## Entries that are small steps of the work, for the timeline.
var dots: Array[int] = []

var _events: Array[LabEvent] = []
var _turns: Dictionary[String, int] = {}
var _sentences: Dictionary[int, String] = {}
var _language: String = ""


## Takes what the timeline has and the log has not, as much as there is time for, in microseconds.
func pull(timeline: RunTimeline, time: int) -> void:
	var from := timeline.whole_from()
	if size() > 0 and seqs[0] > from:
		clear()
	var next := from if size() == 0 else seqs[-1] + 1
	var end := Time.get_ticks_usec() + time
	var some: Array[LabEvent] = []
	while next <= timeline.head and (some.size() % 32 != 0 or Time.get_ticks_usec() < end):
		var event := timeline.event_at(next)
		if event == null:
			break
		some.append(event)
		next += 1
	if not some.is_empty():
		put(some)


func clear() -> void:
	seqs.clear()
	kinds.clear()
	whos.clear()
	dots.clear()
	_events.clear()
	_turns.clear()
	_sentences.clear()
	changed.emit()


## Takes entries in any order; those that are here already are left out.
func put(events: Array[LabEvent]) -> void:
	var late := false
	for event: LabEvent in events:
		late = late or (not seqs.is_empty() and event.seq <= seqs[-1])
		if late:
			break
		_append(event)
	if late:
		_again(events)
	changed.emit()


func size() -> int:
	return seqs.size()


func entry(row: int) -> LabEvent:
	return _events[row]


func kind(row: int) -> String:
	return EntryKinds.ALL[kinds[row]]


## A role, "person" for one who looks on, or empty for the lab itself.
func who(row: int) -> String:
	return WHOS[whos[row]]


func who_named(row: int) -> String:
	var name := who(row)
	return (
		Words.of("who.lab") if name.is_empty() else (Words.of("who.person") if name == "person" else Words.role(name))
	)


func sentence(row: int) -> String:
	if _language != Words.language:
		_language = Words.language
		_sentences.clear()
	if not _sentences.has(row):
		_sentences[row] = Words.sentence(_events[row])
	return _sentences[row]


## The row of an entry; -1 when it is not here.
func row_of(seq: int) -> int:
	var row := seqs.bsearch(seq)
	return row if row < seqs.size() and seqs[row] == seq else -1


## The last row that is not after this entry; -1 before all.
func row_until(seq: int) -> int:
	return seqs.bsearch(seq, false) - 1


func _append(event: LabEvent) -> void:
	_events.append(event)
	seqs.append(event.seq)
	if event.type in MarkShapes.DOTS:
		dots.append(event.seq)
	kinds.append(EntryKinds.ALL.find(EntryKinds.of(event)))
	whos.append(_who(event))


func _who(event: LabEvent) -> int:
	if event.type in BY_PEOPLE:
		return WHOS.find("person")
	var role := Fields.text(event.data, "role")
	if event.type == "turn-start":
		_turns[Fields.text(event.data, "id")] = maxi(0, WHOS.find(role))
	if not role.is_empty():
		return maxi(0, WHOS.find(role))
	var turn := Fields.text(event.data, "id" if event.type.begins_with("turn-") else "turn")
	return _turns.get(turn, 0)


## Older entries came after newer ones: all are put in order anew.
func _again(events: Array[LabEvent]) -> void:
	var by_seq: Dictionary[int, LabEvent] = {}
	for event: LabEvent in _events + events:
		by_seq[event.seq] = event
	var order := by_seq.keys()
	order.sort()
	seqs.clear()
	kinds.clear()
	whos.clear()
	dots.clear()
	_events.clear()
	_turns.clear()
	_sentences.clear()
	for seq: int in order:
		_append(by_seq[seq])
