import type { ReadonlyState } from './state.ts'

/** How a run stands, as people are told. `interrupted`: nobody drives it, and nobody asked for that; `gal resume` takes it up. */
export const runStatuses = ['running', 'waiting', 'paused', 'stopped', 'interrupted', 'ended'] as const
export type RunStatus = (typeof runStatuses)[number]

/** `driven`: a living process holds the run. */
export const statusOf = ({ outcome, questions, pausing, stopping }: ReadonlyState, driven: boolean): RunStatus => {
  if (outcome) return 'ended'
  if (Object.values(questions).some(({ blocks, answer }) => blocks && !answer)) return 'waiting'
  if (driven) return 'running'
  if (stopping) return 'stopped'
  return pausing ? 'paused' : 'interrupted'
}
