class_name Facts
extends RefCounted
## Parts of a state are shared as long as they do not change: the same object is the same fact, and what was made from
## it need not be made again.


static func same(some: Array, others: Array) -> bool:
	if some.size() != others.size():
		return false
	for i: int in some.size():
		if not is_same(some[i], others[i]) and not (some[i] is String and some[i] == others[i]):
			return false
	return true
