class_name Flags
extends RefCounted
## The reasons to doubt a program's numbers: the first of each kind, so that they are never many.

const KINDS: Array[String] = [
	"identical-program", "identical-results", "constant", "not-finite", "too-good", "seeds-ignored", "leak"
]


static func in_field(from: Dictionary, key: String) -> Array:
	var found: Dictionary[String, Dictionary] = {}
	for fields: Dictionary in Fields.objects(from, key):
		var kind := Fields.one_of(fields, "kind", KINDS)
		if not kind.is_empty() and not found.has(kind):
			found[kind] = {"kind": kind, "why": Heads.of(fields, "why")}
	return found.values()
