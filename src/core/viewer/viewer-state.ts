import type { Contract } from '../contract.ts'
import type { DataCard } from '../data-card.ts'
import type { Metric } from '../metric.ts'
import type { PhaseName, RoleName, SectionName } from '../names.ts'
import type { Outcome } from '../outcome.ts'
import type { ReviewForm } from '../review.ts'
import type { Flag, ProgramOperator } from '../state.ts'

/**
 * Everything that a viewer shows of a run at one moment: plain JSON, without undefined, so that a viewer in any language can
 * hold the same. `seq` beside a thing is the entry of the log that it came from; `at` is ISO time, UTC. Lists grow in the order of the log.
 */
export type ViewerState = {
  run: string
  /** The last entry that is in here. */
  seq: number
  at: string
  /** When a driver last wrote, to measure the time at work; not there before the first entry, nor while a question holds the run. */
  workedAt?: string
  startedAt: string
  topic: string
  language: string
  seed: number
  version: string
  model: string
  /** Settings that differ from the defaults, as key=value. */
  changed: readonly string[]
  /** What the run may spend; null is no limit. */
  budget: { calls: number | null; tokens: number | null; money: number | null; seconds: number | null }
  /** The seven phases, in their order. */
  phases: readonly PhaseView[]
  /** The phase at work; null before the first, between two, and after the last. */
  phase: PhaseName | null
  /** Which round from planning to reviews this is, from 1. */
  attempt: number
  outcome: Outcome | null
  /** The driver let go of the run; null once it is taken up again. `by`: who had asked for this pause or stop, if somebody had. */
  halted: { cause: 'pause' | 'stop' | 'question' | 'fault'; why: string; seq: number; by?: string | null } | null
  /** Who asked for a pause or a stop that has not come yet. */
  asked: { pause: string | null; stop: string | null }
  /** The six roles, in their order. */
  people: readonly PersonView[]
  /** The last `mostSearches` of them. */
  searches: readonly SearchView[]
  /** All that were read or added, and of those that were only found the last `mostFound`. */
  papers: readonly PaperView[]
  plan: TextView | null
  /** What the plan binds the lab to; null in runs of before there were contracts. */
  contract: ContractView | null
  dataset: (TextView & { program: string; language: 'javascript' | 'python' }) | null
  /** Of the data whose labels the lab keeps to itself; null when programs make or load their data. */
  card: CardView | null
  interpretation: TextView | null
  readme: TextView | null
  /**
   * Of all attempts, and no more than about `mostPrograms`: the newest, those that run, the highest scored and the lead of this
   * attempt with those that it came from, the leads and last runs of earlier attempts. What is gone is on the log.
   */
  programs: readonly ProgramView[]
  /** How many programs are no longer in the list. Not there while it has them all. */
  programsLeftOut?: number
  /** Id of the program that leads this attempt: the last that was accepted; as long as none was judged, the highest scored. */
  best: string | null
  /**
   * Each score as it was given, of all attempts; where the lab scores on labels that it keeps, the mean of the contract's metric
   * of each program as it ended, and `best` once it was accepted. Once there are `mostScores`, the newest, those that led, and of the others
   * fewer the older they are; of very many that led, fewer too. Its program may be one that `programs` has left out.
   */
  curve: readonly { seq: number; at: string; attempt: number; program: string; score: number; best: boolean }[]
  /** How many scores are no longer in the curve. Not there while it has them all. */
  curveLeftOut?: number
  /** The draft of this attempt, in the order in which sections were first written. */
  sections: readonly { name: SectionName; seq: number; turn: string; chars: number; head: string }[]
  /** The draft of this attempt that scored best: a worse one is put back to it. Not there before the first score. */
  bestSections?: ViewerState['sections']
  reportScores: readonly { seq: number; attempt: number; turn: string; score: number; kept: boolean }[]
  /** The last `mostReviews` of them, of all attempts; one more until the next entry. */
  reviews: readonly ReviewView[]
  /** How many reviews are no longer in the list. Not there while it has them all. */
  reviewsLeftOut?: number
  decision: { kind: 'finish' | 'revise'; why: string; seq: number } | null
  questions: readonly QuestionView[]
  notes: readonly { seq: number; at: string; by: string; text: string; phase: PhaseName | null }[]
  spent: SpentView & { seconds: number }
  artifacts: readonly { name: string; sha256: string; bytes: number; seq: number }[]
  marks: readonly MarkView[]
}

/** A text, or the beginning of a long one: at most `headChars` characters of it. */
export type TextView = { seq: number; turn: string; head: string; chars: number }

/** Long texts in it are cut to `headChars`. */
export type ContractView = {
  seq: number
  hypotheses: readonly string[]
  metric: string
  goal: Contract['goal']
  unit: string | null
  proposed: string
  baselines: readonly string[]
  ablations: readonly string[]
  datasets: readonly string[]
  repetitions: number
  evaluation: Contract['evaluation']
}

/** Of the columns the first `mostColumns`, of the classes the first `mostClasses`. */
export type CardView = {
  seq: number
  source: string
  licence: string | null
  rows: number
  columns: readonly ColumnView[]
  /** How many columns it has that are not here. Not there when all are. */
  columnsLeftOut?: number
  target: string
  task: DataCard['task']
  classes: readonly { value: string; count: number }[]
  classesLeftOut?: number
  splits: readonly { name: string; rows: number }[]
  seed: number
  duplicates: number
  acrossSplits: number
  problems: readonly string[]
}
export type ColumnView = {
  name: string
  type: DataCard['columns'][number]['type']
  missing: number
  distinct: number
  least: number | null
  mean: number | null
  most: number | null
}

export type SpentView = { calls: number; input: number; output: number; cost: number }

export type PhaseView = {
  name: PhaseName
  attempts: readonly AttemptView[]
  spent: SpentView & { seconds: number }
}
export type AttemptView = {
  attempt: number
  startSeq: number
  startedAt: string
  endSeq: number | null
  endedAt: string | null
  outcome: Outcome | null
  next: PhaseName | 'end' | null
  /** Turns that began in it. */
  turns: number
}

export type PersonView = {
  role: RoleName
  /** The turns that this role has before it; several people in a role have several. Empty: nothing to do. */
  open: readonly OpenTurnView[]
  /** The turns that it had when the driver let go; it has them again once the run is taken up. Not there otherwise. */
  held?: readonly OpenTurnView[]
  /** What this role did last. */
  last: DoneTurnView | null
  /** Turns that it began. */
  turns: number
  spent: SpentView
}
/** `thinking`: the model was asked. `acting`: its command is carried out. `failing`: the model could not be had; it is asked again. */
export type OpenTurnView = {
  turn: string
  seat: number
  ask: string
  doing: 'thinking' | 'acting' | 'failing'
  /** When and where it began to do that. */
  since: string
  seq: number
  /** How its answer begins, once there is one. */
  said: string | null
  fault: string | null
}
export type DoneTurnView = {
  turn: string
  seat: number
  ask: string
  seq: number
  at: string
  said: string
  command: string | null
  ok: boolean
  fallback: boolean
}

export type SearchView = { seq: number; turn: string; query: string; source: string; status: string; count: number }
export type PaperView = {
  id: string
  title: string
  authors: readonly string[]
  year: number | null
  url: string | null
  source: string
  status: 'found' | 'read' | 'added'
  /** What was learnt from it; empty until it is added. */
  note: string
  foundSeq: number
  readSeq: number | null
  addedSeq: number | null
}

export type ProgramView = {
  id: string
  attempt: number
  operator: ProgramOperator
  /** The program that this one repairs or improves. */
  parent: string | null
  role: RoleName
  turn: string
  language: 'javascript' | 'python'
  status: 'running' | 'ok' | 'failed'
  why: string | null
  score: number | null
  /**
   * What it measured: of the newest `mostWithMetrics` programs as long as they are not more than `mostMetrics` in all, of those
   * that led an attempt, and of last runs. The others' are in their entries, at `endSeq`.
   */
  metrics: readonly Metric[]
  /** How many metrics it has that are not here. Not there when all are. */
  metricsLeftOut?: number
  files: readonly string[]
  sandbox: string
  startSeq: number
  startedAt: string
  endSeq: number | null
  endedAt: string | null
  seconds: number | null
  scoreSeq: number | null
  /** How many seeds it was given to repeat its work for. Not there when it was given none. */
  seeds?: number
  /** The contract's metric of the proposed arm over seeds. Not there without a contract, nor when it did not measure that. */
  spread?: SpreadView
  /** Reasons to doubt its numbers, one of a kind. Not there without any. */
  flags?: readonly FlagView[]
  /** How it was held against the best before it. Not there before that. */
  judged?: JudgementView
}

/** Mean, least and most of a measure over so many seeds. `split`: the part of the data, where it was said. */
export type SpreadView = { mean: number; least: number; most: number; seeds: number; split: string | null }
export type FlagView = { kind: Flag['kind']; why: string }
/** `against`: the best program before; null for the first. `p` is of a one-sided paired test over `pairs` of seeds. */
export type JudgementView = {
  seq: number
  accepted: boolean
  against: string | null
  p: number | null
  difference: number | null
  pairs: number
  level: number | null
}

export type ReviewView = { id: string; reviewer: string; attempt: number; seq: number; score: number; form: ReviewForm }

export type QuestionView = {
  id: string
  seq: number
  at: string
  text: string
  options: readonly string[]
  blocks: boolean
  answer: { text: string; by: string; seq: number; at: string } | null
}

/** A moment worth finding again on the timeline. `text` is data from the log: a question, a reason, a program's id. */
export type MarkView = { seq: number; at: string; kind: MarkKind; text: string }
export const markKinds = ['start', 'phase', 'question', 'fault', 'best', 'back', 'review', 'note', 'halt', 'end'] as const
export type MarkKind = (typeof markKinds)[number]

export const headChars = 600
export const mostSearches = 200
export const mostFound = 1000
export const mostPrograms = 600
export const mostWithMetrics = 50
export const mostMetrics = 5000
export const mostScores = 1500
export const mostReviews = 60
export const mostColumns = 60
export const mostClasses = 30
export const mostProblems = 20
