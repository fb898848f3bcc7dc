import type { RunView } from '../../live/run-view.ts'
import { useClock } from './use-clock.ts'

/** Seconds that the run was at work: what the log counts, and while it goes on, the time since the last entry. */
export const useWork = (view: RunView): number => view.state.spent.seconds + (useClock(view) - Date.parse(view.state.at)) / 1000
