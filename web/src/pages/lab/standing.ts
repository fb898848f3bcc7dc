import type { RunStatus } from '../../../../src/core/run-status.ts'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import type { Player, RunView } from '../../live/run-view.ts'

type Shown = Pick<RunView, 'state' | 'driven'> & { player: Pick<Player, 'moment'> }

/** Whether somebody was at the run at the moment shown: at an earlier one, unless the log says that it was let go of or had ended. */
export const drivenThen = ({ state, driven, player }: Shown): boolean =>
  player.moment === null ? driven : state.outcome === null && state.halted === null

/** How a run stands, by the same rules as src/core/run-status.ts, from what a viewer holds. */
export const statusOfView = ({ outcome, questions, asked, halted }: ViewerState, driven: boolean): RunStatus => {
  if (outcome) return 'ended'
  if (questions.some(({ blocks, answer }) => blocks && answer === null)) return 'waiting'
  if (driven) return 'running'
  if (asked.stop !== null || halted?.cause === 'stop') return 'stopped'
  return asked.pause !== null || halted?.cause === 'pause' ? 'paused' : 'interrupted'
}
