class_name Outcomes
extends RefCounted
## How a phase or a run ended.


## {kind: complete}, or {kind: partial or failed, why}; null for anything else.
static func in_field(from: Dictionary, key: String) -> Variant:
	var outcome := Fields.object(from, key)
	var kind := Fields.one_of(outcome, "kind", ["complete", "partial", "failed"])
	if kind.is_empty():
		return null
	return {"kind": kind} if kind == "complete" else {"kind": kind, "why": Fields.text(outcome, "why")}
