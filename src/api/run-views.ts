import { GalError } from '../core/error.ts'
import { agentsStream } from '../core/names.ts'
import { failed } from '../core/outcome.ts'
import { createViewerState, foldViewer } from '../core/viewer/fold.ts'
import type { ViewerState } from '../core/viewer/viewer-state.ts'
import type { EventLog, Owner, RunRow, StoredEvent } from '../store/event-log.ts'
import { unknownRun } from '../store/refusals.ts'
import type { RunSummary } from '../transport/lab-control.ts'
import { type RunFacts, runFacts, runSummary } from './run-summary.ts'

/** What is shown of runs, brought forward from where it was last time: no event of a run that is asked for often is read twice. */
export type RunViews = {
  /** What a viewer shows of a run as the log stands now. Throws GalError `unknown-run`. */
  view(run: string): ViewerState
  /** The same after the entry `seq`; before the first one for 0, and as it stands now for any beyond the last. */
  stateAt(run: string, seq: number): ViewerState
  summary(run: string): RunSummary
  /** Of all runs, in the order in which they were made; one whose record cannot be read is shown as failed, and says so. */
  summaries(): RunSummary[]
}

/** A state, and those at every `apart` entries before it: the folds share what did not change, so they are cheap to keep. */
type Cached = { state: ViewerState; checkpoints: readonly ViewerState[] }

/** Entries from one checkpoint to the next, and the most that are read at once. */
const apart = 2000

const empty = (run: string): Cached => ({ state: createViewerState(run), checkpoints: [] })

const broughtForward = (cached: Cached, rows: readonly StoredEvent[]): Cached => {
  let { state } = cached
  const checkpoints = [...cached.checkpoints]
  for (const row of rows) {
    state = foldViewer(state, row)
    if (state.seq % apart === 0) checkpoints.push(state)
  }
  return { state, checkpoints }
}

/** What a list can still say of a run whose record breaks off: what its first entry tells, and why there is no more. */
const unreadable = (log: EventLog, row: RunRow, why: string): RunSummary => {
  const state = createViewerState(row.run)
  const begun = { seq: row.head, at: row.createdAt, outcome: failed(why) }
  try {
    return runSummary(runFacts({ ...log.read(row.run, 0, 1).reduce(foldViewer, state), ...begun }), row, undefined)
  } catch (error) {
    if (!(error instanceof GalError)) throw error
    return runSummary(runFacts({ ...state, ...begun }), row, undefined)
  }
}

/**
 * @param alive whether the process that holds a run's lease still lives
 * @param most so many runs' states are kept, those that were asked for last; of the others only what lists show
 */
export const createRunViews = (log: EventLog, alive: (owner: Owner) => boolean, most = 32): RunViews => {
  const cache = new Map<string, Cached>()
  const facts = new Map<string, RunFacts>()

  const keep = (run: string, cached: Cached): Cached => {
    cache.delete(run)
    cache.set(run, cached)
    for (const oldest of cache.keys()) {
      if (cache.size <= most) break
      cache.delete(oldest)
    }
    return cached
  }

  const current = (run: string): Cached => {
    if (run === agentsStream || !log.has(run)) throw unknownRun(run)
    let cached = cache.get(run) ?? empty(run)
    for (;;) {
      const rows = log.read(run, cached.state.seq, apart)
      cached = broughtForward(cached, rows)
      if (rows.length < apart) return keep(run, cached)
    }
  }

  const factsOf = ({ run, head }: RunRow): RunFacts => {
    const known = facts.get(run)
    if (known && known.seq >= head) return known
    const fresh = runFacts(current(run).state)
    facts.set(run, fresh)
    return fresh
  }

  const summaryOf = (row: RunRow): RunSummary => runSummary(factsOf(row), row, row.driver && alive(row.driver) ? row.driver : undefined)
  /** A run whose record cannot be read hides no other: it is listed as failed, with why. */
  const listed = (row: RunRow): RunSummary => {
    try {
      return summaryOf(row)
    } catch (error) {
      if (!(error instanceof GalError)) throw error
      return unreadable(log, row, error.message)
    }
  }
  const rows = (): RunRow[] => log.runs().filter(({ run }) => run !== agentsStream)

  return {
    view: (run) => current(run).state,
    stateAt(run, seq) {
      const { state, checkpoints } = current(run)
      if (seq >= state.seq) return state
      const from = checkpoints[Math.floor(seq / apart) - 1] ?? createViewerState(run)
      return log.read(run, from.seq, Math.max(0, seq - from.seq)).reduce(foldViewer, from)
    },
    summary(run) {
      const row = rows().find((candidate) => candidate.run === run)
      if (!row) throw unknownRun(run)
      return summaryOf(row)
    },
    summaries: () => rows().map(listed),
  }
}
