class_name KeptStates
extends RefCounted
## States by seq, kept to begin from when a moment is asked for. They share what did not change, so many cost little.

## A state is kept for every so many entries.
const STEP := 500

var _states: Dictionary[int, Dictionary] = {}
## The same seqs, sorted.
var _seqs: PackedInt64Array = []


func put(state: Dictionary) -> void:
	var seq := RunState.seq(state)
	if not _states.has(seq):
		_seqs.insert(_seqs.bsearch(seq), seq)
	_states[seq] = state


## One for every STEP entries is kept; of others only what is put here by itself.
func put_if_due(state: Dictionary) -> void:
	if RunState.seq(state) % STEP == 0:
		put(state)


func drop(seq: int) -> void:
	if _states.erase(seq):
		_seqs.remove_at(_seqs.bsearch(seq))


## The newest that is no newer than that; empty when there is none.
func before(seq: int) -> Dictionary:
	var place := _seqs.bsearch(seq, false) - 1
	return {} if place < 0 else _states[_seqs[place]]


## The oldest that is no older than that; empty when there is none.
func from(seq: int) -> Dictionary:
	var place := _seqs.bsearch(seq)
	return {} if place >= _seqs.size() else _states[_seqs[place]]
