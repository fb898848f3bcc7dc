class_name SoundState
extends RefCounted
## A state that came from outside, before anything is folded on to it: each record in it has the fields that the fold
## and the views rest on, each of its kind. What is missing is filled in; what is of another kind makes it no state.

## Behind the name of a field: it may be null.
const _OR_NULL := "?"
## Behind the name of a field: where it is missing it stays so.
const _OR_NOT := "*"

const _USED := {"calls": 0, "input": 0, "output": 0, "cost": 0}
const _USED_AND_TIME := {"calls": 0, "input": 0, "output": 0, "cost": 0, "seconds": 0}
const _OUTCOME := {"kind": "", "why*": ""}
const _TEXT := {"seq": 0, "turn": "", "head": "", "chars": 0}
const _SECTION := {"name": "", "seq": 0, "turn": "", "head": "", "chars": 0}
const _TURN := {"turn": "", "seat": 0, "ask": "", "doing": "", "since": "", "seq": 0, "said?": "", "fault?": ""}
const _DONE := {
	"turn": "",
	"seat": 0,
	"ask": "",
	"seq": 0,
	"at": "",
	"said": "",
	"command?": "",
	"ok": false,
	"fallback": false,
}
const _ATTEMPT := {
	"attempt": 0,
	"startSeq": 0,
	"startedAt": "",
	"endSeq?": 0,
	"endedAt?": "",
	"outcome?": _OUTCOME,
	"next?": "",
	"turns": 0,
}
const _PAPER := {
	"id": "",
	"title": "",
	"authors": [""],
	"year?": 0,
	"url?": "",
	"source": "",
	"status": "",
	"note": "",
	"foundSeq": 0,
	"readSeq?": 0,
	"addedSeq?": 0,
}
const _METRIC := {"name": "", "value": 0, "seed*": 0, "step*": 0, "arm*": "", "split*": "", "unit*": "", "by*": ""}
const _SPREAD := {"mean": 0, "least": 0, "most": 0, "seeds": 0, "split?": ""}
const _JUDGED := {"seq": 0, "accepted": false, "against?": "", "p?": 0, "difference?": 0, "pairs": 0, "level?": 0}
const _CONTRACT := {
	"seq": 0,
	"hypotheses": [""],
	"metric": "",
	"goal": "",
	"unit?": "",
	"proposed": "",
	"baselines": [""],
	"ablations": [""],
	"datasets": [""],
	"repetitions": 0,
	"evaluation": "",
}
const _COLUMN := {"name": "", "type": "", "missing": 0, "distinct": 0, "least?": 0, "mean?": 0, "most?": 0}
const _CARD := {
	"seq": 0,
	"source": "",
	"licence?": "",
	"rows": 0,
	"columns": [_COLUMN],
	"columnsLeftOut*": 0,
	"target": "",
	"task": "",
	"classes": [{"value": "", "count": 0}],
	"classesLeftOut*": 0,
	"splits": [{"name": "", "rows": 0}],
	"seed": 0,
	"duplicates": 0,
	"acrossSplits": 0,
	"problems": [""],
}
const _PROGRAM := {
	"id": "",
	"attempt": 0,
	"operator": "",
	"parent?": "",
	"role": "",
	"turn": "",
	"language": "",
	"status": "",
	"why?": "",
	"score?": 0,
	"metrics": [_METRIC],
	"metricsLeftOut*": 0,
	"files": [""],
	"sandbox": "",
	"startSeq": 0,
	"startedAt": "",
	"endSeq?": 0,
	"endedAt?": "",
	"seconds?": 0,
	"scoreSeq?": 0,
	"seeds*": 0,
	"spread*": _SPREAD,
	"flags*": [{"kind": "", "why": ""}],
	"judged*": _JUDGED,
}
const _FORM := {
	"summary": "",
	"strengths": "",
	"weaknesses": "",
	"questions": "",
	"limitations": "",
	"originality": 0,
	"quality": 0,
	"clarity": 0,
	"significance": 0,
	"soundness": 0,
	"presentation": 0,
	"contribution": 0,
	"overall": 0,
	"confidence": 0,
	"ethical-concerns": false,
	"decision": "",
}
const _STATE := {
	"run": "",
	"seq": 0,
	"at": "",
	"workedAt*": "",
	"startedAt": "",
	"topic": "",
	"language": "",
	"seed": 0,
	"version": "",
	"model": "",
	"changed": [""],
	"budget": {"calls?": 0, "tokens?": 0, "money?": 0, "seconds?": 0},
	"phases": [{"name": "", "attempts": [_ATTEMPT], "spent": _USED_AND_TIME}],
	"phase?": "",
	"attempt": 1,
	"outcome?": _OUTCOME,
	"halted?": {"cause": "", "why": "", "seq": 0, "by*?": ""},
	"asked": {"pause?": "", "stop?": ""},
	"people": [{"role": "", "open": [_TURN], "held*": [_TURN], "last?": _DONE, "turns": 0, "spent": _USED}],
	"searches": [{"seq": 0, "turn": "", "query": "", "source": "", "status": "", "count": 0}],
	"papers": [_PAPER],
	"plan?": _TEXT,
	"contract?": _CONTRACT,
	"dataset?": {"seq": 0, "turn": "", "head": "", "chars": 0, "program": "", "language": ""},
	"card?": _CARD,
	"interpretation?": _TEXT,
	"readme?": _TEXT,
	"programs": [_PROGRAM],
	"programsLeftOut*": 0,
	"best?": "",
	"curve": [{"seq": 0, "at": "", "attempt": 0, "program": "", "score": 0, "best": false}],
	"curveLeftOut*": 0,
	"sections": [_SECTION],
	"bestSections*": [_SECTION],
	"reportScores": [{"seq": 0, "attempt": 0, "turn": "", "score": 0, "kept": false}],
	"reviews": [{"id": "", "reviewer": "", "attempt": 0, "seq": 0, "score": 0, "form": _FORM}],
	"reviewsLeftOut*": 0,
	"decision?": {"kind": "", "why": "", "seq": 0},
	"questions":
	[
		{
			"id": "",
			"seq": 0,
			"at": "",
			"text": "",
			"options": [""],
			"blocks": false,
			"answer?": {"text": "", "by": "", "seq": 0, "at": ""},
		}
	],
	"notes": [{"seq": 0, "at": "", "by": "", "text": "", "phase?": ""}],
	"spent": _USED_AND_TIME,
	"artifacts": [{"name": "", "sha256": "", "bytes": 0, "seq": 0}],
	"marks": [{"seq": 0, "at": "", "kind": "", "text": ""}],
}

static var _kind: Kind = Kind.of(_STATE)

## Something was of another kind than it must be.
var _is_wrong: bool = false


## The state with everything in it that the fold rests on; empty when it is no state.
static func of(state: Dictionary) -> Dictionary:
	var empty := RunReducer.empty(RunState.run(state))
	var sound := SoundState.new()
	var whole := sound._record(state.merged(empty), _kind)
	var phase: Variant = whole.phase
	if sound._is_wrong or not _counts(Fields.number(whole, "seq")):
		return {}
	if phase != null and not Wire.PHASES.has(phase):
		return {}
	return (
		whole if (_names(whole, "phases", "name", Wire.PHASES) and _names(whole, "people", "role", Wire.ROLES)) else {}
	)


func _value(value: Variant, kind: Kind) -> Variant:
	if value is Dictionary and kind.pattern is Dictionary:
		var record: Dictionary = value
		return _record(record, kind)
	if value is Array and kind.pattern is Array:
		var list: Array = value
		return list.slice(0, kind.most).map(_value.bind(kind.item))
	if value is String and kind.pattern is String:
		var text: String = value
		return text.left(CutTexts.MOST)
	if (value is int or value is float) and kind.pattern is int:
		var number: float = value
		_is_wrong = _is_wrong or not absf(number) <= Fields.HIGHEST
		return value
	_is_wrong = _is_wrong or not (value is bool and kind.pattern is bool)
	return value


func _record(value: Dictionary, kind: Kind) -> Dictionary:
	var whole := value.duplicate()
	for name: String in kind.fields:
		var field: Kind = kind.fields[name]
		if not whole.has(name):
			if not field.may_be_missing:
				whole[name] = _none(field)
		elif whole[name] != null or not field.may_be_null:
			whole[name] = _value(whole[name], field)
	return whole


func _none(kind: Kind) -> Variant:
	if kind.may_be_null:
		return null
	if kind.pattern is Array:
		return []
	return _record({}, kind) if kind.pattern is Dictionary else kind.pattern


static func _counts(seq: float) -> bool:
	return seq >= 0.0 and seq <= EventDecoder.HIGHEST_SEQ and seq == floorf(seq)


static func _names(state: Dictionary, key: String, name: String, names: Array[String]) -> bool:
	var found := Fields.objects(state, key).map(func(item: Dictionary) -> String: return Fields.id(item, name))
	return names.all(func(one: String) -> bool: return found.has(one))


## What a value must be: as the pattern, which is a text, a number, a flag, a list of one such pattern, or a record.
class Kind:
	extends RefCounted

	var pattern: Variant
	var may_be_null: bool = false
	var may_be_missing: bool = false
	var fields: Dictionary[String, Kind] = {}
	var item: Kind
	## How many entries of a list are taken.
	var most: int = 0x7fffffff

	static func of(a_pattern: Variant, name: String = "") -> Kind:
		var kind := Kind.new()
		kind.pattern = a_pattern
		kind.may_be_null = name.contains(_OR_NULL)
		kind.may_be_missing = name.contains(_OR_NOT)
		kind.most = CutTexts.MOST_OF.get(name, kind.most)
		if a_pattern is Dictionary:
			var record: Dictionary = a_pattern
			for key: String in record:
				kind.fields[key.rstrip(_OR_NULL + _OR_NOT)] = Kind.of(record[key], key)
		elif a_pattern is Array:
			var list: Array = a_pattern
			kind.item = Kind.of(list[0])
		return kind
