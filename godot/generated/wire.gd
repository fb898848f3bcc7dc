# Written by `npm run generate` from the sources. Change these, not this file.

class_name Wire
extends RefCounted
## The words of the wire: what is sent to and from gal is spelt here once.

const SUBPROTOCOL: String = "gal.v1"

const PHASES: Array[String] = [
	"literature-review",
	"plan-formulation",
	"data-preparation",
	"running-experiments",
	"results-interpretation",
	"report-writing",
	"report-refinement",
]

const ROLES: Array[String] = [
	"phd-student",
	"postdoc",
	"ml-engineer",
	"software-engineer",
	"professor",
	"reviewer",
]

const SECTIONS: Array[String] = [
	"abstract",
	"introduction",
	"related-work",
	"background",
	"methods",
	"experimental-setup",
	"results",
	"discussion",
]

## What tells a role apart in every viewer: letters, a shape, and colours as hex sRGB. coat: what its figure wears;
## light and dark: its mark on a light and on a dark ground; on_light and on_dark: letters on that mark.
const ROLE_MARKS: Dictionary[String, Dictionary] = {
	"phd-student":
	{
		"letters": "Ph",
		"shape": "disc",
		"coat": "#f4bc42",
		"light": "#bb7e23",
		"on_light": "#0d110f",
		"dark": "#f6bd44",
		"on_dark": "#0d110f",
	},
	"postdoc":
	{
		"letters": "Pd",
		"shape": "triangle",
		"coat": "#228f80",
		"light": "#1e8d7e",
		"on_light": "#0d110f",
		"dark": "#239081",
		"on_dark": "#0d110f",
	},
	"ml-engineer":
	{
		"letters": "Ml",
		"shape": "square",
		"coat": "#db5f34",
		"light": "#b04b28",
		"on_light": "#ffffff",
		"dark": "#d95e32",
		"on_dark": "#0d110f",
	},
	"software-engineer":
	{
		"letters": "Sw",
		"shape": "cross",
		"coat": "#78bce8",
		"light": "#3a8dca",
		"on_light": "#0d110f",
		"dark": "#85c2f3",
		"on_dark": "#0d110f",
	},
	"professor":
	{
		"letters": "Pr",
		"shape": "diamond",
		"coat": "#6e3f86",
		"light": "#6f4087",
		"on_light": "#ffffff",
		"dark": "#936cc8",
		"on_dark": "#0d110f",
	},
	"reviewer":
	{
		"letters": "Rv",
		"shape": "star",
		"coat": "#262b45",
		"light": "#262b47",
		"on_light": "#ffffff",
		"dark": "#8c9ac1",
		"on_dark": "#0d110f",
	},
}

const RUN_STATUSES: Array[String] = [
	"running",
	"waiting",
	"paused",
	"stopped",
	"interrupted",
	"ended",
]

const MARK_KINDS: Array[String] = [
	"start",
	"phase",
	"question",
	"fault",
	"best",
	"back",
	"review",
	"note",
	"halt",
	"end",
]

const EVENT_TYPES: Array[String] = [
	"run-start",
	"model-choose",
	"run-resume",
	"run-halt",
	"run-end",
	"artifact-write",
	"pause-ask",
	"stop-ask",
	"note-add",
	"question-ask",
	"answer-give",
	"phase-start",
	"role-brief",
	"turns-condense",
	"phase-end",
	"turn-start",
	"turn-reply",
	"turn-fault",
	"turn-end",
	"search-end",
	"paper-read",
	"paper-add",
	"plan-accept",
	"dataset-search",
	"dataset-accept",
	"data-card",
	"effect-note",
	"interpretation-accept",
	"program-start",
	"program-end",
	"program-score",
	"program-judge",
	"reflection-add",
	"section-write",
	"report-score",
	"readme-write",
	"review-give",
	"refinement-decide",
	"agent-start",
	"agent-act",
	"agent-end",
]

const CLIENT_FRAMES: Array[String] = [
	"hello",
	"ping",
	"subscribe",
	"unsubscribe",
	"run.start",
	"run.list",
	"run.get",
	"run.resume",
	"run.pause",
	"run.stop",
	"run.note",
	"run.answer",
	"agent.list",
	"agent.execute",
	"events.get",
]

const SERVER_FRAMES: Array[String] = [
	"welcome",
	"result",
	"event",
	"signal",
	"snapshot",
	"caught-up",
	"heartbeat",
	"error",
	"bye",
]

## Sizes in bytes, times in milliseconds.
const LIMIT_FRAME_IN_BEFORE_HELLO: int = 65536
const LIMIT_FRAME_IN: int = 1048576
const LIMIT_DEPTH: int = 32
const LIMIT_COMMANDS_PER_SECOND: int = 50
const LIMIT_MESSAGES_PER_SECOND: int = 500
const LIMIT_OPEN_COMMANDS: int = 16
const LIMIT_WAITING_EXECUTIONS: int = 64
const LIMIT_FRAME_OUT: int = 61440
const LIMIT_ANSWER_OUT: int = 1048576
const LIMIT_GAP: int = 10000
const LIMIT_WAITING: int = 1048576
const LIMIT_WAITING_FRAMES: int = 1024
const LIMIT_WAITING_FOR_SIGNALS: int = 65536
const LIMIT_WAITING_FRAMES_FOR_SIGNALS: int = 128
const LIMIT_PATIENCE: int = 5000
const LIMIT_HEARTBEAT: int = 15000
const LIMIT_PING: int = 25000
const LIMIT_SILENCE: int = 60000
const LIMIT_GOODBYE: int = 10000
const LIMIT_FAREWELL: int = 500

## Why a connection is closed. 1001 and 43xx: come back, with `after`.
const CLOSE_SERVER_CLOSING: int = 1001
const CLOSE_TEXT_ONLY: int = 1003
const CLOSE_FRAME_TOO_LONG: int = 1009
const CLOSE_DEFECT: int = 1011
const CLOSE_SLOW: int = 4308
const CLOSE_SILENT: int = 4309
const CLOSE_NO_TOKEN: int = 4401
const CLOSE_FOREIGN_ORIGIN: int = 4403
const CLOSE_NO_SUCH_VERSION: int = 4406
const CLOSE_TOO_MANY_COMMANDS: int = 4429
