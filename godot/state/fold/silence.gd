class_name Silence
extends RefCounted
## For kinds of events that change nothing that viewers show.


static func keep(_next: Dictionary, _data: Dictionary, _entry: LabEvent) -> void:
	pass
