import type { PhaseName } from '../core/names.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Paper } from '../core/paper.ts'
import type { RunStatus } from '../core/run-status.ts'
import type { ViewerState } from '../core/viewer/viewer-state.ts'

/** A run in a list. Whoever makes it may add fields: they are sent as they are. */
export type RunSummary = {
  run: string
  topic: string
  status: RunStatus
  outcome: Outcome | null
  phase: PhaseName | null
  attempt: number | null
  /** The last phase that began, whether it has ended or not. */
  reached?: PhaseName | null
  /** Rounds from planning to reviews that began, from 1. */
  attempts?: number
  /** Of the last attempt, from 1 to 10: the mean of its reviews, before there are any the score of its best draft. */
  score?: number | null
  model: string
  createdAt: string
  /** Time of its last event. */
  at: string
  /** The seq of its last event. */
  events: number
  calls: number
  tokens: number
  cost: number
  /** Seconds at work. */
  seconds: number
  /** Questions that wait for a person. */
  questions: number
  driver: { pid: number; host: string } | null
}

/** Something that can be executed by itself: a role, or an agent of the configuration. */
export type AgentSummary = { id: string; name: string; description: string; role: string | null; model: string; actions: string[] }

/** One action that an agent took, and what came of it: any JSON. The names are seed 001's. */
export type AgentResult = { function_name: string; result: unknown }

export type StartInput = {
  topic: string
  /** Settings for this run, nested as in config.yaml; only those that a viewer may set. */
  config?: Readonly<Record<string, unknown>>
  /** The same key begins the same run: a start that is sent twice is one run. */
  key?: string
  by: string
}

/** A file of a run, by its name on the log and never by a path. */
export type ArtifactFile = { name: string; bytes: number; sha256: string; content: Buffer }

/**
 * All that the outside can do to the lab, given to the server by whoever starts it: every adapter (WebSocket, REST, MCP, AG-UI)
 * calls this and decides nothing itself. `by` is who asked: the name that a viewer said in its hello, or the adapter's own.
 * A GalError, thrown or rejected with, is told to whoever asked; anything else is a defect.
 */
export type LabControl = {
  /** All runs, in the order in which they were made. */
  runs(): readonly RunSummary[]
  /** One run; its name may be shortened as on the command line, or `latest`. */
  run(run: string): RunSummary
  /** Begins a run and drives it in this process. `begun` is false when the key had begun it before. */
  start(input: StartInput): Promise<{ run: string; begun: boolean }>
  /** Drives a run on in this process. */
  resume(run: string, by: string): Promise<{ run: string }>
  pause(run: string, by: string): unknown
  stop(run: string, by: string): unknown
  note(run: string, by: string, text: string, phase?: PhaseName): unknown
  answer(run: string, by: string, question: string, answer: string): unknown
  /** What a viewer shows of a run, now or after the entry `at`. */
  state(run: string, at?: number): ViewerState
  /** A file that the run wrote, checked against its hash; undefined when there is none of that name. */
  artifact(run: string, name: string): ArtifactFile | undefined
  agents(): readonly AgentSummary[]
  /** Executes an agent for one cycle; executions of one agent wait for one another. */
  execute(agent: string, by: string): Promise<{ agent: string; results: AgentResult[] }>
  searchPapers(query: string, limit: number): Promise<readonly Paper[]>
  /** Text from the model of the configuration. */
  text(prompt: string, maxTokens: number): Promise<{ text: string; model: string }>
  /** An image, its bytes as base64; missing where no server for images is configured. */
  image?(prompt: string): Promise<{ image: string; type: string; model: string }>
  /** What the oldest clients are answered (seed 000). */
  greeting: string
  /** Folders of prompts: a file in an earlier one stands in for the same file in a later one. Missing: the prompts that come with gal. */
  promptFolders?: readonly string[]
}
