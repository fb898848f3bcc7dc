class_name Bounds
extends RefCounted
## How much of what grows without end a state holds; what is gone is on the log.

const HEAD_CHARS := 600
const SEARCHES := 200
## Papers that were only found; those that were read or added all stay.
const FOUND := 1000
const PROGRAMS := 600
const WITH_METRICS := 50
const METRICS := 5000
const SCORES := 1500
const REVIEWS := 60
const COLUMNS := 60
const CLASSES := 30
const PROBLEMS := 20
