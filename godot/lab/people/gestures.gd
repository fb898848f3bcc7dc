class_name Gestures
extends RefCounted
## What people do at each moment: pose, seconds, what they hold, and who: the one who did it, all at work, or everybody.

enum Who { DOER, AT_WORK, ALL }

const TABLE: Dictionary[Moment.Kind, Array] = {
	Moment.Kind.PAPER_ADDED: [Figure.Pose.LIFT, 1.6, Things.Kind.PAPER, Who.DOER],
	Moment.Kind.PLAN_ACCEPTED: [Figure.Pose.NOD, 1.8, Things.Kind.NONE, Who.AT_WORK],
	Moment.Kind.DATASET_ACCEPTED: [Figure.Pose.LIFT, 1.8, Things.Kind.CRATE, Who.DOER],
	Moment.Kind.PROGRAM_STARTED: [Figure.Pose.PRESENT, 1.2, Things.Kind.PROGRAM, Who.DOER],
	Moment.Kind.PROGRAM_FAILED: [Figure.Pose.SLUMP, 2.4, Things.Kind.NONE, Who.DOER],
	Moment.Kind.PROGRAM_DONE: [Figure.Pose.NOD, 1.8, Things.Kind.NONE, Who.DOER],
	Moment.Kind.NEW_BEST: [Figure.Pose.CHEER, 2.8, Things.Kind.NONE, Who.DOER],
	Moment.Kind.INTERPRETED: [Figure.Pose.PRESENT, 2.4, Things.Kind.CHART, Who.DOER],
	Moment.Kind.SECTION_WRITTEN: [Figure.Pose.LIFT, 1.4, Things.Kind.PAPER, Who.DOER],
	Moment.Kind.REPORT_SCORED: [Figure.Pose.PRESENT, 1.8, Things.Kind.CARD, Who.DOER],
	Moment.Kind.QUESTION: [Figure.Pose.RAISE, 2.0, Things.Kind.NONE, Who.DOER],
	Moment.Kind.ANSWER: [Figure.Pose.NOD, 1.6, Things.Kind.NONE, Who.ALL],
	Moment.Kind.NOTE: [Figure.Pose.LOOK_UP, 2.2, Things.Kind.NONE, Who.ALL],
	Moment.Kind.REVIEW: [Figure.Pose.PRESENT, 2.6, Things.Kind.CARD, Who.DOER],
	Moment.Kind.BACK: [Figure.Pose.SIGH, 2.4, Things.Kind.NONE, Who.ALL],
	Moment.Kind.PHASE_STARTED: [Figure.Pose.LOOK_UP, 1.0, Things.Kind.NONE, Who.ALL],
	Moment.Kind.PHASE_ENDED: [Figure.Pose.NOD, 1.0, Things.Kind.NONE, Who.AT_WORK],
	Moment.Kind.FAULT: [Figure.Pose.SHAKE, 2.6, Things.Kind.NONE, Who.DOER],
	Moment.Kind.HALTED: [Figure.Pose.SIGH, 1.6, Things.Kind.NONE, Who.ALL],
	Moment.Kind.RESUMED: [Figure.Pose.STRETCH, 2.2, Things.Kind.NONE, Who.ALL],
	Moment.Kind.ENDED: [Figure.Pose.NOD, 2.0, Things.Kind.NONE, Who.ALL],
}
## Who is glad, or takes part, with the one who did it.
const ALSO: Dictionary[Moment.Kind, String] = {Moment.Kind.NEW_BEST: "professor"}
## How the end is taken, by its outcome.
const ENDINGS: Dictionary[String, Array] = {
	"complete": [Figure.Pose.CHEER, 4.0, Things.Kind.NONE, Who.ALL],
	"failed": [Figure.Pose.SLUMP, 3.0, Things.Kind.NONE, Who.ALL],
}

## What is brought to a phase when it begins, and by whom; only once it is there in the state.
const ERRANDS: Dictionary[String, Array] = {
	"data-preparation": ["postdoc", Things.Kind.PLAN, "plan"],
	"running-experiments": ["software-engineer", Things.Kind.CRATE, "dataset"],
	"results-interpretation": ["ml-engineer", Things.Kind.PROGRAM, "best"],
	"report-writing": ["postdoc", Things.Kind.CHART, "interpretation"],
	"report-refinement": ["phd-student", Things.Kind.REPORT, "sections"],
}
## Back to planning: the papers go along.
const ERRAND_BACK: Array = ["phd-student", Things.Kind.PAPER, ""]


## [pose, seconds, thing, who] of a moment.
static func of(moment: Moment) -> Array:
	return ENDINGS.get(moment.text, TABLE[moment.kind]) if moment.kind == Moment.Kind.ENDED else TABLE[moment.kind]


## [role, thing, what the state must have] of the errand that a moment begins; empty when none.
static func errand(moment: Moment, phase: String) -> Array:
	if moment.kind == Moment.Kind.BACK:
		return ERRAND_BACK
	return ERRANDS.get(phase, []) if moment.kind == Moment.Kind.PHASE_STARTED else []
