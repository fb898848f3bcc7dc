import type { Contract } from './contract.ts'
import type { DataCard } from './data-card.ts'
import type { Kind } from './kinds.ts'
import type { Metric } from './metric.ts'
import type { PhaseName, RoleName, SectionName } from './names.ts'
import type { Outcome } from './outcome.ts'
import type { Paper } from './paper.ts'
import type { ReviewForm } from './review.ts'
import type { Text } from './text.ts'

/** One time that a role speaks: what it was told, as sent; what it answered; what came of that. */
export type Turn = {
  id: string
  step: number
  role: RoleName
  /** Which of several people in this role, from 0; each has a conversation of its own. */
  seat: number
  /** How many notes and answers of people this role has been told of by now. */
  notes: number
  /** What is asked for, as the phase names it: 'review', 'section:abstract', 'score:…'. */
  ask: string
  told: Text
  /** The malformed turn that this one repairs. */
  repairs?: string
  /** Tokens set aside until the answer is there. */
  reserve: number
  reply?: Text
  /** The command that was carried out, and what the role was told came of it. */
  end?: { command?: string; ok: boolean; result: Text; fallback?: boolean }
}

export type ProgramRun = {
  id: string
  turn: string
  role: string
  operator: ProgramOperator
  parent?: string
  language: 'javascript' | 'python'
  code: Text
  status: 'running' | 'ok' | 'failed'
  why?: string
  output: Text
  metrics: Metric[]
  files: string[]
  sandbox: string
  score?: number
  /** Seeds that it was given, and the SHA-256 of all that it was run with; none in runs of before. */
  seeds?: number[]
  hash?: string
  /** What makes its numbers doubtful. */
  flags?: Flag[]
}
/**
 * `dataset` and `try` belong to data preparation, the rest to the tree of programs: `confirm` is one of them on fresh seeds, `final`
 * the winner, run again.
 */
export type ProgramOperator = (typeof programOperators)[number]
export const programOperators = ['dataset', 'try', 'draft', 'improve', 'repair', 'confirm', 'final'] as const

/** What a program's numbers say of the program: a reason to doubt them, for the engineers and for the report. */
export type Flag = { kind: (typeof flagKinds)[number]; why: string }
export const flagKinds = ['identical-program', 'identical-results', 'constant', 'not-finite', 'too-good', 'seeds-ignored', 'leak'] as const

/** A challenger held against the best program so far, on fresh seeds that both were run on. */
export type Judgement = {
  program: string
  /** The best program before; none when there was none yet. */
  best?: string | undefined
  accepted: boolean
  /** Of a one-sided paired test, over so many pairs of seeds. */
  p?: number | undefined
  difference?: number | undefined
  pairs: number
  level?: number | undefined
}

/** An effect as a paper reports it: estimate and 95 % interval in `unit`, and the words that say so. */
export type Effect = {
  turn: string
  paper: string
  outcome: string
  unit: string
  estimate: number
  low: number
  high: number
  quote: string
}

export type Review = { id: string; reviewer: string; form: ReviewForm; score: number }
/** `turns`: the turn that wrote each section as it stands. */
export type Report = { sections: Partial<Record<SectionName, Text>>; turns: Partial<Record<SectionName, string>>; score?: number }

/** What one attempt produced, from plan to reviews. Going back to planning puts it among the earlier ones. */
export type Attempt = {
  plan?: Text
  /** What the plan binds the lab to; none in runs of before there were contracts. */
  contract?: Contract
  dataset?: { language: 'javascript' | 'python'; code: Text; program: string }
  /** Of the data whose labels the lab keeps to itself; none when programs make or load their data and report their own measures. */
  card?: DataCard
  datasetsFound: Record<string, string>
  programs: Record<string, ProgramRun>
  reflections: { program: string; text: string }[]
  /** Findings of papers, noted with their words: what a survey pools. */
  effects: Effect[]
  /** Programs that were held against the best, in order; the last accepted one is the best. */
  judgements: Judgement[]
  interpretation?: Text
  report: Report
  bestReport?: Report
  reportScores: { turn: string; score: number; kept: boolean }[]
  readme?: Text
  reviews: Record<string, Review>
  decision?: { kind: 'finish' | 'revise'; why: string }
}

/** How the turns of a phase ended, of those that a role was asked for: ids of repairs are not counted by themselves. */
export type Tally = {
  turns: number
  /** Those whose repair could be used. */
  repaired: number
  /** Ids of the turns in which the lab chose, because neither answer could be used. */
  chosen: string[]
  /** Those in which nothing could be done. */
  nothing: number
}

export type Question = { id: string; text: string; options: string[]; blocks: boolean; answer?: { text: string; by: string } }
export type Spent = { calls: number; input: number; output: number; cost: number }

/** Everything a run is at one moment: a fold of its events and nothing else. */
export type RunState = {
  topic: string
  kind: Kind
  seed: number
  language: string
  configHash: string
  /** Settings that differ from the defaults, as key=value. */
  changed: string[]
  model: string
  /** Weights of that model, where they are known. */
  parameters: number | undefined
  /** How turns ended, by phase, in all its attempts. */
  tally: Partial<Record<PhaseName, Tally>>
  /** The phase at work. Its turns are also the conversation: each role's request is read off them. */
  phase: PhaseAtWork | undefined
  /** Where the last phase that ended said to go. */
  next: PhaseName | 'end' | undefined
  attempts: Partial<Record<PhaseName, number>>
  ended: { phase: PhaseName; attempt: number; outcome: Outcome }[]
  found: Record<string, Paper>
  added: Record<string, { note: string }>
  read: Record<string, Text>
  searches: { turn: string; query: string; source: string; status: string; count: number }[]
  now: Attempt
  earlier: Attempt[]
  notes: { by: string; text: string; phase?: PhaseName }[]
  questions: Record<string, Question>
  /** Seconds are those that a driver was at work. */
  spent: Spent & { seconds: number; byPhase: Partial<Record<PhaseName, Spent & { seconds: number }>> }
  /** Milliseconds of the last event that a driver wrote, to measure the time at work. */
  lastAt: number | undefined
  pausing: string | undefined
  stopping: string | undefined
  artifacts: Record<string, { sha256: string; bytes: number }>
  outcome: Outcome | undefined
}

export type PhaseAtWork = {
  name: PhaseName
  attempt: number
  turns: Turn[]
  /** The fixed system prompt of each role in this phase, as stored. */
  briefs: Partial<Record<RoleName, { text: Text; notes: number; table?: RoleName[] }>>
  /** By conversation: what stands in place of the older turns, and the last turn that it stands for. */
  condensed: Record<string, { through: string; text: Text }>
}

type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T

/** For everyone but the fold. */
export type ReadonlyState = DeepReadonly<RunState>
export type ReadonlyTurn = DeepReadonly<Turn>
export type ReadonlyAttempt = DeepReadonly<Attempt>
export type ReadonlyProgram = DeepReadonly<ProgramRun>

/** A table whose keys come from outside: without a prototype, so that no name, not even __proto__, stands for anything but itself. */
const table = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>

export const createAttempt = (): Attempt => ({
  datasetsFound: table(),
  programs: table(),
  reflections: [],
  effects: [],
  judgements: [],
  report: { sections: {}, turns: {} },
  reportScores: [],
  reviews: table(),
})

export const createState = (): RunState => ({
  topic: '',
  kind: 'experiment',
  seed: 0,
  language: 'en',
  configHash: '',
  changed: [],
  model: '',
  parameters: undefined,
  tally: {},
  phase: undefined,
  next: undefined,
  attempts: {},
  ended: [],
  found: table(),
  added: table(),
  read: table(),
  searches: [],
  now: createAttempt(),
  earlier: [],
  notes: [],
  questions: table(),
  spent: { calls: 0, input: 0, output: 0, cost: 0, seconds: 0, byPhase: {} },
  lastAt: undefined,
  pausing: undefined,
  stopping: undefined,
  artifacts: table(),
  outcome: undefined,
})

/** What a phase has spent in all its attempts, to be added to. */
export const phaseSpent = (state: RunState, phase: PhaseName): Spent & { seconds: number } => {
  const { byPhase } = state.spent
  byPhase[phase] ??= { calls: 0, input: 0, output: 0, cost: 0, seconds: 0 }
  return byPhase[phase]
}

/** How the turns of a phase ended, in all its attempts, to be added to. */
export const phaseTally = (state: RunState, phase: PhaseName): Tally => {
  const { tally } = state
  tally[phase] ??= { turns: 0, repaired: 0, chosen: [], nothing: 0 }
  return tally[phase]
}
