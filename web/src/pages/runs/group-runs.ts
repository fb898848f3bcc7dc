import type { RunSummary } from '../../../../src/transport/lab-control.ts'

/** Runs as the page lists them, in three groups. */
export type RunGroups = {
  /** At work, or waiting for an answer: those that need a person first, then newest first. */
  running: readonly RunSummary[]
  /** Nobody drives them and they have not ended: they can be resumed. Newest first. */
  open: readonly RunSummary[]
  /** Newest first. */
  finished: readonly RunSummary[]
}

const needsYou = ({ questions, status }: RunSummary): boolean => questions > 0 && status !== 'ended'
const groupOf = (run: RunSummary): keyof RunGroups => {
  if (run.status === 'ended') return 'finished'
  return run.status === 'running' || run.status === 'waiting' || needsYou(run) ? 'running' : 'open'
}
const newestFirst = (a: RunSummary, b: RunSummary): number => b.createdAt.localeCompare(a.createdAt)

export const groupRuns = (runs: readonly RunSummary[]): RunGroups => {
  const sorted = runs.toSorted((a, b) => Number(needsYou(b)) - Number(needsYou(a)) || newestFirst(a, b))
  const inGroup = (name: keyof RunGroups) => sorted.filter((run) => groupOf(run) === name)
  return { running: inGroup('running'), open: inGroup('open'), finished: inGroup('finished') }
}
