import type { RunView } from '../../live/run-view.ts'
import { useClock } from './use-clock.ts'

/** Seconds that the run was at work: what the log counts, and while it goes on and no question holds it, the time since the last entry. */
export const useWork = (view: RunView): number => {
  const { spent, at, workedAt } = view.state
  const now = useClock(view)
  return workedAt === undefined ? spent.seconds : spent.seconds + (now - Date.parse(at)) / 1000
}
