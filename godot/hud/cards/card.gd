class_name Card
extends RefCounted
## What a picked thing says about itself. One card for each kind of pick; it is filled anew when its facts changed.

var state: Dictionary
var pick: Pick
## May be null: then only what is in the state can be told.
var timeline: RunTimeline
## Where the server's pages are, without a slash at the end; empty when no server is there.
var server: String = ""


func title() -> String:
	return ""


## The role whose shape stands before the title.
func role() -> String:
	return ""


## What the card is made from; while all of these are the same ones, it is not filled anew.
func facts() -> Array:
	return [Fields.whole(state, "seq")]


func fill(_body: CardBody) -> void:
	pass


## The text of an entry's field as far as it is here; else what the state holds of it.
func whole(seq: int, key: String, otherwise: String = "") -> String:
	var event := timeline.event_at(seq) if timeline != null and seq > 0 else null
	var text := Loose.beginning(event.data.get(key)) if event != null else ""
	return text if text.length() > otherwise.length() else otherwise


func page(path: String) -> String:
	return "%s/runs/%s%s" % [server, Fields.text(state, "run").uri_encode(), path] if not server.is_empty() else ""


## Where an entry can be read whole in a browser, when only the beginning of its text is here.
func rest(body: CardBody, seq: int, key: String) -> void:
	var event := timeline.event_at(seq) if timeline != null and seq > 0 else null
	if event == null or Loose.is_cut(event.data.get(key)):
		body.link(Words.of("card.whole"), page("/record#e%d" % seq))


## A TextView of the state, whole where it is here.
func text_view(body: CardBody, key: String, field: String = "text") -> void:
	var view := Fields.object(state, key)
	var seq := Fields.whole(view, "seq")
	body.prose(whole(seq, field, Fields.text(view, "head")))
	rest(body, seq, field)
	body.entry(seq)
