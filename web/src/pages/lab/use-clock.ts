import type { RunView } from '../../live/run-view.ts'
import { useConnection } from '../../live/use-live.ts'
import { useNow } from '../../parts/use-now.ts'

/**
 * The time (ms since 1970) that lengths are counted to: by the second while somebody drives the run and the page shows it
 * live; else the time of the last entry that is shown, so that a run that rests, or whose server is lost, does not seem to work.
 */
export const useClock = ({ state, driven, player }: RunView): number => {
  const { status } = useConnection()
  const ticks = status !== 'lost' && driven && player.moment === null && state.outcome === null
  const stored = Date.parse(state.at)
  const now = useNow(ticks ? 1000 : null)
  // By whole seconds, so that a run with many entries a second does not draw every length anew for each.
  return ticks ? Math.max(now, Math.floor(stored / 1000) * 1000) : stored
}
