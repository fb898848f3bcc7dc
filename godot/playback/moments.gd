class_name Moments
extends RefCounted
## Which moments an entry brought: pure, from the entry and the states before and after it.


static func of(_event: LabEvent, _before: Dictionary, _after: Dictionary) -> Array[Moment]:
	return []
