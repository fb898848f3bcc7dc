class_name Lists
extends RefCounted
## Lists that are never changed: each function gives a new one, or the same where nothing is different.


## With the entry at a place exchanged. A place that is not there (-1: not found) changes nothing.
static func replaced(list: Array, place: int, item: Dictionary) -> Array:
	if place < 0 or place >= list.size():
		return list
	var copy := list.duplicate()
	copy[place] = item
	return copy


## With an entry at its end, and without its oldest beyond `most` (0: as many as come).
static func appended(list: Array, item: Dictionary, most: int = 0) -> Array:
	var copy := list.duplicate() if most == 0 or list.size() < most else list.slice(list.size() - most + 1)
	copy.append(item)
	return copy


## With its newest, with all that must stay, and with every second of the rest: done again and again, the older are
## the fewer.
static func thinned(list: Array, stays: Callable, newest: int) -> Array:
	var kept: Array = []
	var odd := false
	for place: int in list.size():
		if stays.call(list[place]) or place >= list.size() - newest:
			kept.append(list[place])
			continue
		odd = not odd
		if odd:
			kept.append(list[place])
	return kept


## A dictionary with some of its values exchanged.
static func with(item: Dictionary, changes: Dictionary) -> Dictionary:
	return item.merged(changes, true)


## The place of the first with that text under a key; -1 when there is none.
static func first(list: Array, key: String, text: String) -> int:
	for place: int in list.size():
		var item: Dictionary = list[place]
		if item[key] == text:
			return place
	return -1


## The place of the last with that text under a key; -1 when there is none.
static func last(list: Array, key: String, text: String) -> int:
	for place: int in range(list.size() - 1, -1, -1):
		var item: Dictionary = list[place]
		if item[key] == text:
			return place
	return -1
