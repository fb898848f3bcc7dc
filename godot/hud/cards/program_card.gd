class_name ProgramCard
extends Card
## One program: what it is, how it ended, what it measured, its code and its output as far as they are here.

const MOST_METRICS := 40
## What the lab runs that gets a score.
const JUDGED: Array[String] = ["draft", "improve", "repair"]


func title() -> String:
	var program := _program()
	return name_of(program) if not program.is_empty() else pick.id


func role() -> String:
	return Fields.text(_program(), "role")


func facts() -> Array:
	return [_program(), state.get("best"), state.get("phase"), state.get("attempt"), state.get("contract")]


func fill(body: CardBody) -> void:
	var program := _program()
	if program.is_empty():
		body.quiet(Words.of("program.gone"))
		return
	body.text(ending(program, state), &"Warning" if Fields.text(program, "status") == "failed" else &"Number")
	if pick.id == Fields.text(state, "best"):
		body.text(Words.of("program.best"))
	body.text(Fields.text(program, "why"))
	for doubt: String in ProgramWords.doubts(program):
		body.text(doubt, &"Warning")
	body.text(ProgramWords.judged(program))
	body.text(ProgramWords.spread(program, state))
	body.fact(Words.of("program.by"), Words.role(Fields.text(program, "role")))
	body.fact(Words.of("program.language"), Fields.text(program, "language"))
	body.fact(Words.of("program.id"), pick.id)
	if Fields.has(program, "seconds"):
		var seconds := Numbers.figure(Fields.number(program, "seconds"), 1)
		body.fact(Words.of("program.took"), Words.of("seconds", {"n": seconds}))
	var parent := Fields.text(program, "parent")
	if not parent.is_empty():
		body.line(Words.of("program.parent"), parent, Pick.create("program", parent))
	_metrics(body, program)
	var output := whole(Fields.whole(program, "endSeq"), "output")
	if not output.strip_edges().is_empty():
		body.heading(Words.of("program.output"))
		body.code(output)
		rest(body, Fields.whole(program, "endSeq"), "output")
	var code := whole(Fields.whole(program, "startSeq"), "code")
	if not code.is_empty():
		body.heading(Words.of("program.code"))
		body.code(code)
		rest(body, Fields.whole(program, "startSeq"), "code")
	body.entry(Fields.whole(program, "startSeq"))
	body.line(Words.of("card.programs"), "", Pick.create("programs"))


static func name_of(program: Dictionary) -> String:
	var what := Words.named("operators", Fields.text(program, "operator"))
	return what.left(1).to_upper() + what.substr(1)


## How it ended, or that it runs; without a score also whether one may still come.
static func ending(program: Dictionary, state: Dictionary) -> String:
	match Fields.text(program, "status"):
		"running":
			return Words.of("program.running")
		"failed":
			return Words.of("program.failed")
	if Fields.has(program, "spread") and not Fields.has(program, "score"):
		var mean := Numbers.fixed(Fields.number(Fields.object(program, "spread"), "mean"), 3)
		return Words.of("program.measured", {"metric": ProgramWords.metric_of(state), "mean": mean})
	if Fields.has(program, "score"):
		return Words.of("program.score", {"score": Numbers.fixed(Fields.number(program, "score"), 2)})
	return Words.of("program.unscored" if _may_be_judged(program, state) else "program.unjudged")


## Only candidates of the experiments are judged, as long as these go on.
static func _may_be_judged(program: Dictionary, state: Dictionary) -> bool:
	var still := Fields.text(state, "phase") == "running-experiments" and not Fields.has(state, "outcome")
	var of_now := Fields.whole(program, "attempt", 1) == Fields.whole(state, "attempt", 1)
	return still and of_now and Fields.text(program, "operator") in JUDGED


## Values of the same measure over several seeds are told as their mean; of a course, its last step counts.
func _metrics(body: CardBody, program: Dictionary) -> void:
	var metrics := Fields.objects(program, "metrics")
	if metrics.is_empty():
		return
	body.heading(Words.of("program.metrics"))
	var groups: Dictionary[String, Dictionary] = {}
	for metric: Dictionary in metrics:
		_gather(groups, metric)
	for name: String in groups.keys().slice(0, MOST_METRICS):
		var count := Fields.whole(groups[name], "count")
		var mean := Numbers.figure(Fields.number(groups[name], "sum") / count, 4)
		body.fact(name, mean if count == 1 else Words.of("program.mean", {"value": mean, "n": count}))
	var out := groups.size() - MOST_METRICS
	if out > 0:
		body.quiet(Words.counted("program.metrics.out", out))


static func _gather(groups: Dictionary[String, Dictionary], metric: Dictionary) -> void:
	var parts: PackedStringArray = [Fields.text(metric, "name")]
	for key: String in ["arm", "split"]:
		if Fields.has(metric, key):
			parts.append(Fields.text(metric, key))
	var name := ", ".join(parts)
	var step := Fields.whole(metric, "step", -1)
	var group: Dictionary = groups.get(name, {"step": step, "sum": 0.0, "count": 0})
	if step > Fields.whole(group, "step"):
		group = {"step": step, "sum": 0.0, "count": 0}
	if step == Fields.whole(group, "step"):
		group["sum"] = Fields.number(group, "sum") + Fields.number(metric, "value")
		group["count"] = Fields.whole(group, "count") + 1
	groups[name] = group


func _program() -> Dictionary:
	for program: Dictionary in Fields.objects(state, "programs"):
		if Fields.text(program, "id") == pick.id:
			return program
	return {}
