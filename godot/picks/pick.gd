class_name Pick
extends RefCounted
## What the person selected: a figure, an object, a room or an entry. Every view shows the same pick.

## One of: "" (nothing), "event", "role", "room", "papers", "paper", "plan", "dataset", "programs", "program", "scores",
## "report", "reviews", "budget".
var kind: String = ""
## A role's, room's (phase), paper's or program's id; of an event the role behind it, or empty; empty where the kind
## says all.
var id: String = ""
## The entry that belongs to it; 0 when none.
var seq: int = 0


static func create(a_kind: String, an_id: String = "", a_seq: int = 0) -> Pick:
	var pick := Pick.new()
	pick.kind = a_kind
	pick.id = an_id
	pick.seq = a_seq
	return pick
