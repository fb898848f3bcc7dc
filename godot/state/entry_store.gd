class_name EntryStore
extends RefCounted
## The entries of a run that are here, by seq, and from where on none is missing.

## Seq of the newest entry or snapshot that is here; 0 before any.
var head: int = 0
## Seq of the first entry from which on all are here up to `head`; head + 1 when none is.
var whole_from: int = 1

var _entries: Dictionary[int, LabEvent] = {}


## Whether it was new.
func put(event: LabEvent) -> bool:
	if _entries.has(event.seq):
		return false
	_entries[event.seq] = event
	if event.seq > head:
		whole_from = event.seq if event.seq > head + 1 else whole_from
		head = event.seq
	while _entries.has(whole_from - 1):
		whole_from -= 1
	return true


## Something is known up to there, though the entries are not here.
func know(seq: int) -> void:
	if seq <= head:
		return
	head = seq
	whole_from = seq + 1
	while _entries.has(whole_from - 1):
		whole_from -= 1


func at(seq: int) -> LabEvent:
	return _entries.get(seq)


## The entries after one, as far as none is missing, and at most so many.
func after(seq: int, most: int) -> Array[LabEvent]:
	var found: Array[LabEvent] = []
	while found.size() < most and _entries.has(seq + 1):
		seq += 1
		found.append(_entries[seq])
	return found


func size() -> int:
	return _entries.size()
