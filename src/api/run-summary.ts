import type { PhaseName } from '../core/names.ts'
import { type Standing, statusOf } from '../core/run-status.ts'
import type { ViewerState } from '../core/viewer/viewer-state.ts'
import type { Owner, RunRow } from '../store/event-log.ts'
import type { RunSummary } from '../transport/lab-control.ts'

/** What a list shows of a run, as far as its log tells, after the entry `seq`. Small: it is kept for every run. */
export type RunFacts = { seq: number; standing: Standing; told: Omit<RunSummary, 'run' | 'status' | 'createdAt' | 'driver'> }

/** Who asked for a pause or a stop, whether it has come yet or not. */
const askedFor = ({ asked, halted }: ViewerState, cause: 'pause' | 'stop'): string | null =>
  asked[cause] ?? (halted?.cause === cause ? (halted.by ?? null) : null)

const attemptOf = ({ phase, phases }: ViewerState): number | null =>
  phases.find(({ name }) => name === phase)?.attempts.at(-1)?.attempt ?? null

const reachedBy = ({ phases }: ViewerState): PhaseName | null => {
  const begun = phases.flatMap(({ name, attempts }) => attempts.map(({ startSeq }) => ({ name, startSeq })))
  return begun.toSorted((a, b) => b.startSeq - a.startSeq)[0]?.name ?? null
}

/** What reviewers gave the last attempt, on average; before they did, what its best draft was given. */
const scoreOf = ({ reviews, reportScores, attempt }: ViewerState): number | null => {
  const given = reviews.filter((review) => review.attempt === attempt).map(({ score }) => score)
  if (given.length > 0) return given.reduce((sum, score) => sum + score) / given.length
  return reportScores.findLast((draft) => draft.attempt === attempt && draft.kept)?.score ?? null
}

export const runFacts = (state: ViewerState): RunFacts => {
  const { seq, at, topic, outcome, phase, model, spent, questions } = state
  const open = questions.filter(({ answer }) => answer === null)
  return {
    seq,
    standing: { outcome, questions: open, pausing: askedFor(state, 'pause'), stopping: askedFor(state, 'stop') },
    told: {
      topic,
      outcome,
      phase,
      attempt: attemptOf(state),
      reached: reachedBy(state),
      attempts: state.attempt,
      score: scoreOf(state),
      model,
      at,
      events: seq,
      calls: spent.calls,
      tokens: spent.input + spent.output,
      cost: spent.cost,
      seconds: spent.seconds,
      // Nobody waits for an answer any more once the run has ended.
      questions: outcome ? 0 : open.length,
    },
  }
}

/** @param driver the living process that holds the run */
export const runSummary = ({ standing, told }: RunFacts, { run, createdAt }: RunRow, driver: Owner | undefined): RunSummary => {
  const { topic, outcome, phase, attempt, model, at, ...counts } = told
  const status = statusOf(standing, driver !== undefined)
  const held = driver ? { pid: driver.pid, host: driver.host } : null
  return { run, topic, status, outcome, phase, attempt, model, createdAt, at: at || createdAt, ...counts, driver: held }
}
