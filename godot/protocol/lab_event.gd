class_name LabEvent
extends RefCounted
## One entry of the log of a run, as it came over the wire or out of a file. Never changed after it was decoded.

var run: String
## Counts in the run from 1, without a gap.
var seq: int
## ISO time, UTC, as it came.
var at: String
## Seconds since 1970, with milliseconds.
var time: float
var type: String
## The stored event itself, `type` included.
var data: Dictionary
## The server cut long texts to {chars, head}.
var cut: bool = false
