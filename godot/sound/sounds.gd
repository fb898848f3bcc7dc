class_name Sounds
extends Node
## Short sounds made in code, one for each kind of moment; silent when switched off.

var on: bool = true


func play(_kind: Moment.Kind) -> void:
	pass
