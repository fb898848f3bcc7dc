import { phaseNames } from '../../../../src/core/names.ts'
import type { RunSummary } from '../../../../src/transport/lab-control.ts'

/** One of seven ticks: of an earlier attempt, done, at work, not yet, where it failed, not taken again. */
export type Tick = 'past' | 'done' | 'now' | 'wait' | 'bad' | 'none'

const again = phaseNames.indexOf('plan-formulation')

const earlier: readonly Tick[] = phaseNames.map(() => 'past')
/** A later attempt begins at the plan. */
const inAttempt = (attempt: number, ticks: readonly Tick[]): readonly Tick[] =>
  ticks.map((tick, place) => (attempt > 1 && place < again ? 'none' : tick))

/** How the phase stands that was reached last. */
const standing = ({ outcome, phase, status }: RunSummary): Tick => {
  if (outcome) return outcome.kind === 'complete' ? 'done' : 'bad'
  if (phase === null) return 'done'
  return status === 'running' || status === 'waiting' ? 'now' : 'past'
}

/** A line of ticks for each attempt; none where a run ended without coming through, and its summary does not tell how far it came. */
export const phaseTicks = (summary: RunSummary): readonly (readonly Tick[])[] => {
  const { outcome, phase, reached, attempt, attempts } = summary
  const last = phase ?? reached
  if (!last && outcome && outcome.kind !== 'complete') return []
  const number = attempt ?? attempts ?? 1
  const at = outcome?.kind === 'complete' ? phaseNames.length : last ? phaseNames.indexOf(last) : -1
  const here = standing(summary)
  const ticks = phaseNames.map((_, place): Tick => (place < at ? 'done' : place === at ? here : 'wait'))
  return [...Array.from({ length: number - 1 }, () => earlier), inAttempt(number, ticks)]
}
