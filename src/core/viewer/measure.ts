import type { ViewerEntry } from './entry.ts'
import { keepingReviews } from './kept-reviews.ts'
import type { PhaseView, SpentView, ViewerState } from './viewer-state.ts'

/** What people write, from any process. It says nothing of how long a driver was at work. */
export const byPeople: readonly string[] = ['pause-ask', 'stop-ask', 'note-add', 'answer-give']

type Change = (spent: PhaseView['spent']) => PhaseView['spent']

/** Adds to what the run has spent, and to the phase at work. */
const spend = (state: ViewerState, change: Change): ViewerState => ({
  ...state,
  spent: change(state.spent),
  phases:
    state.phase === null
      ? state.phases
      : state.phases.map((phase) => (phase.name === state.phase ? { ...phase, spent: change(phase.spent) } : phase)),
})

export const addUsage = <Spent extends SpentView>(spent: Spent, usage: Omit<SpentView, 'calls'>): Spent => ({
  ...spent,
  calls: spent.calls + 1,
  input: spent.input + usage.input,
  output: spent.output + usage.output,
  cost: spent.cost + usage.cost,
})

export const spendUsage = (state: ViewerState, usage: Omit<SpentView, 'calls'>): ViewerState =>
  spend(state, (spent) => addUsage(spent, usage))

/**
 * Moves to an entry: time at work is what passes between two events of a driver, but not until a run is taken up again, nor
 * while a question holds it.
 */
export const measured = (before: ViewerState, { seq, at, event: { type, blocks } }: ViewerEntry): ViewerState => {
  // Every entry comes through here, so what an effect has put into a list beyond its bound is gone with the next one.
  const state = keepingReviews(before)
  if (byPeople.includes(type)) return { ...state, seq, at }
  const { workedAt, ...rest } = state
  const held = type === 'question-ask' && blocks === true
  const moved: ViewerState = held ? { ...rest, seq, at } : { ...state, seq, at, workedAt: at }
  const passed = type === 'run-resume' || workedAt === undefined ? 0 : (Date.parse(at) - Date.parse(workedAt)) / 1000
  return passed > 0 ? spend(moved, (spent) => ({ ...spent, seconds: spent.seconds + passed })) : moved
}
