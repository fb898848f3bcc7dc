class_name Cast
extends Node2D
## The people of the lab: one figure for each role and seat, sent where the state says and bent as the moments say.

@warning_ignore("unused_signal")
signal picked(pick: Pick)

## How fast the lab's time runs; figures walk and gesture with it.
var rate: float = 1.0


## Brings everybody to where they are in this state: walking, or at once when not animated.
func show_state(_state: Dictionary, _animate: bool) -> void:
	pass


## Plays one moment's gesture.
func act(_moment: Moment) -> void:
	pass


## The figure of a role (and seat), or null when it is not in the house.
func figure(_role: String, _seat: int = 0) -> Figure:
	return null


## Name of the room that this figure stands in now, by its position; "" on the stairs.
func room_of(_figure: Figure) -> String:
	return ""


## Live words of an open turn, for the bubble of who speaks.
func show_words(_role: String, _seat: int, _text: String) -> void:
	pass


func show_pick(_pick: Pick) -> void:
	pass
