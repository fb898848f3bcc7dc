class_name KeptPrograms
extends RefCounted
## Which programs a state keeps, and of which it keeps the numbers.

## How many of each kind are kept for what they are; beside them the newest, whatever they are.
const NEWEST := 400
const HIGHEST := 100
const OF_A_KIND := 25


## After a program was put at the end of the list.
static func keep(next: Dictionary) -> void:
	var programs: Array = next.programs
	lighten(next, programs.size() - Bounds.WITH_METRICS - 1)
	_cut_back(next)


## Without the numbers of a program that is neither new nor leads.
static func lighten(next: Dictionary, place: int) -> void:
	var programs: Array = next.programs
	if place < 0 or place >= programs.size() - Bounds.WITH_METRICS:
		return
	var program: Dictionary = programs[place]
	if program.id != next.best:
		next.programs = Lists.replaced(programs, place, _light(program))


## After the program at a place has ended: without the numbers of the oldest, when all together they are too many.
static func keep_numbers(next: Dictionary, place: int) -> void:
	var programs: Array = next.programs
	var kept := programs
	var numbers := 0
	for other: int in range(programs.size() - 1, -1, -1):
		var program: Dictionary = programs[other]
		var metrics: Array = program.metrics
		numbers += metrics.size()
		if numbers > Bounds.METRICS and program.id != next.best and other != place:
			var light := _light(program)
			kept = kept if is_same(light, program) else Lists.replaced(kept, other, light)
	next.programs = kept


static func _light(program: Dictionary) -> Dictionary:
	var metrics: Array = program.metrics
	if program.operator == "final" or metrics.is_empty():
		return program
	return Lists.with(program, {"metrics": [], "metricsLeftOut": metrics.size()})


## Without older programs that nothing needs, once there are too many: many at once, so that it is seldom done.
static func _cut_back(next: Dictionary) -> void:
	var programs: Array = next.programs
	if programs.size() <= Bounds.PROGRAMS:
		return
	var places := _needed(next)
	for place: int in range(programs.size() - NEWEST, programs.size()):
		places[place] = true
	var kept: Array = []
	for place: int in programs.size():
		if places.has(place):
			kept.append(programs[place])
	next.programs = kept
	next.programsLeftOut = Fields.whole(next, "programsLeftOut") + programs.size() - kept.size()


## The places of those that stay, whatever their age.
static func _needed(state: Dictionary) -> Dictionary[int, bool]:
	var programs: Array = state.programs
	var attempt: float = state.attempt
	var of_attempt := func(program: Dictionary) -> bool:
		return program.attempt == attempt and BestProgram.is_candidate(program)
	var candidates := _places(programs, of_attempt)
	candidates.sort_custom(_before.bind(programs))
	var found := candidates.slice(0, HIGHEST)
	var best := BestProgram.of(programs, attempt)
	if not best.is_empty():
		var place := _last_of_attempt(programs, Fields.id(best, "id"), attempt)
		found.append(place)
		found.append_array(_ancestors(programs, place))
	found.append_array(_best_of_earlier(programs, attempt))
	found.append_array(_places(programs, _is_final).slice(-OF_A_KIND))
	found.append_array(_places(programs, _is_running).slice(-OF_A_KIND))
	var data := Fields.text(Fields.object(state, "dataset"), "program")
	found.append(Lists.last(programs, "id", data))
	var needed: Dictionary[int, bool] = {}
	for place: int in found:
		needed[place] = true
	return needed


static func _is_final(program: Dictionary) -> bool:
	return program.operator == "final"


static func _is_running(program: Dictionary) -> bool:
	return program.status == "running"


static func _places(programs: Array, condition: Callable) -> Array[int]:
	var found: Array[int] = []
	for place: int in programs.size():
		if condition.call(programs[place]):
			found.append(place)
	return found


static func _before(a: int, b: int, programs: Array) -> bool:
	var first: Dictionary = programs[a]
	var second: Dictionary = programs[b]
	if BestProgram.leads(first, second):
		return true
	# Of two that nothing tells apart the earlier one: the sort keeps no order of its own.
	return a < b and not BestProgram.leads(second, first)


## What is in front of a program: the one that it improves, the one before that, and so on.
static func _ancestors(programs: Array, place: int) -> Array[int]:
	var found: Array[int] = []
	var child: Dictionary = programs[place]
	while not Fields.id(child, "parent").is_empty() and found.size() < OF_A_KIND:
		var parent := _last_of_attempt(programs, Fields.id(child, "parent"), Fields.number(child, "attempt"))
		if parent < 0 or found.has(parent):
			break
		found.append(parent)
		child = programs[parent]
	return found


static func _last_of_attempt(programs: Array, id: String, attempt: float) -> int:
	for place: int in range(programs.size() - 1, -1, -1):
		var program: Dictionary = programs[place]
		if program.id == id and program.attempt == attempt:
			return place
	return -1


static func _best_of_earlier(programs: Array, attempt: float) -> Array[int]:
	var attempts: Array[float] = []
	for program: Dictionary in programs:
		var other := Fields.number(program, "attempt")
		if other != attempt and not attempts.has(other):
			attempts.append(other)
	var found: Array[int] = []
	for other: float in attempts.slice(-OF_A_KIND):
		var best := BestProgram.of(programs, other)
		if not best.is_empty():
			var same := func(program: Dictionary) -> bool: return is_same(program, best)
			found.append(programs.find_custom(same))
	return found
