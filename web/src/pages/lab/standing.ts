import type { RunStatus } from '../../../../src/core/run-status.ts'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'

/** How a run stands, by the same rules as src/core/run-status.ts, from what a viewer holds. */
export const statusOfView = ({ outcome, questions, asked, halted }: ViewerState, driven: boolean): RunStatus => {
  if (outcome) return 'ended'
  if (questions.some(({ blocks, answer }) => blocks && answer === null)) return 'waiting'
  if (driven) return 'running'
  if (asked.stop !== null || halted?.cause === 'stop') return 'stopped'
  return asked.pause !== null || halted?.cause === 'pause' ? 'paused' : 'interrupted'
}
