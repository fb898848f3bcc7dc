import { phaseNames } from '../../../../src/core/names.ts'
import type { RunSummary } from '../../../../src/transport/lab-control.ts'

/** One of seven ticks: of an earlier attempt, done, at work, not yet, where it failed, not taken again. */
export type Tick = 'past' | 'done' | 'now' | 'wait' | 'bad' | 'none'

const again = phaseNames.indexOf('plan-formulation')

const earlier: readonly Tick[] = phaseNames.map(() => 'past')
/** A later attempt begins at the plan. */
const inAttempt = (attempt: number, ticks: readonly Tick[]): readonly Tick[] =>
  ticks.map((tick, place) => (attempt > 1 && place < again ? 'none' : tick))

/** A line of ticks for each attempt; none where a summary does not tell how far the run came: it ended without coming through. */
export const phaseTicks = ({ outcome, phase, attempt, status }: RunSummary): readonly (readonly Tick[])[] => {
  if (phase === null && outcome && outcome.kind !== 'complete') return []
  const number = attempt ?? 1
  const before = Array.from({ length: number - 1 }, () => earlier)
  if (outcome && phase === null)
    return [
      ...before,
      inAttempt(
        number,
        phaseNames.map((): Tick => 'done'),
      ),
    ]
  const at = phase === null ? -1 : phaseNames.indexOf(phase)
  const here: Tick = outcome?.kind === 'failed' ? 'bad' : status === 'running' || status === 'waiting' ? 'now' : 'past'
  const ticks = phaseNames.map((_, place): Tick => (place < at ? 'done' : place === at ? here : 'wait'))
  return [...before, inAttempt(number, ticks)]
}
