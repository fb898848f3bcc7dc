class_name Pace
extends RefCounted
## How long an entry stays before the next one is shown: long enough to be acted out, never a dull pause.

## Nobody wants to watch a pause: at most so many seconds between two entries of a replay.
const LONGEST := 2.0
## What an entry takes on the stage at the least, in seconds; entries that move nothing pass at once.
const HOLDS: Dictionary[String, float] = {
	"run-start": 1.5,
	"run-resume": 1.0,
	"run-halt": 1.5,
	"run-end": 3.0,
	"phase-start": 2.0,
	"phase-end": 0.6,
	"turn-start": 0.5,
	"turn-reply": 0.9,
	"turn-fault": 1.2,
	"turn-end": 0.2,
	"search-end": 0.5,
	"paper-read": 0.7,
	"paper-add": 1.2,
	"plan-accept": 2.2,
	"dataset-accept": 2.0,
	"interpretation-accept": 2.0,
	"program-start": 0.7,
	"program-end": 1.0,
	"program-score": 1.0,
	"section-write": 0.8,
	"report-score": 1.0,
	"readme-write": 0.8,
	"review-give": 1.6,
	"refinement-decide": 2.0,
	"question-ask": 2.0,
	"answer-give": 1.2,
	"note-add": 1.2,
}
## What an entry takes on average; measured over a rehearsal's record, to tell how far behind a number of entries is.
const MEAN := 0.5


## Seconds that this entry takes to be acted out.
static func hold(event: LabEvent) -> float:
	return HOLDS.get(event.type, 0.05)


## Seconds between two entries in a replay: as in the run, but no less than it takes and no dull pause.
static func between(event: LabEvent, next: LabEvent) -> float:
	return maxf(hold(event), clampf(next.time - event.time, 0.0, LONGEST))
