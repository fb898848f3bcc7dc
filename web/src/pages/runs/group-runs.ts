import type { RunSummary } from '../../../../src/transport/lab-control.ts'

/** Runs as the page lists them, in four groups. */
export type RunGroups = {
  /** They do not go on before a person answers, or asked something and nobody drives them. Newest first. */
  needing: readonly RunSummary[]
  /** At work: those that asked something first, then newest first. */
  running: readonly RunSummary[]
  /** Nobody drives them and they have not ended: they can be resumed. Newest first. */
  open: readonly RunSummary[]
  /** Newest first. */
  finished: readonly RunSummary[]
}

const asks = ({ questions, status }: RunSummary): boolean => questions > 0 && status !== 'ended'
const groupOf = (run: RunSummary): keyof RunGroups => {
  if (run.status === 'ended') return 'finished'
  if (run.status === 'running') return 'running'
  return asks(run) ? 'needing' : 'open'
}
const newestFirst = (a: RunSummary, b: RunSummary): number => b.createdAt.localeCompare(a.createdAt)

export const groupRuns = (runs: readonly RunSummary[]): RunGroups => {
  const sorted = runs.toSorted((a, b) => Number(asks(b)) - Number(asks(a)) || newestFirst(a, b))
  const inGroup = (name: keyof RunGroups) => sorted.filter((run) => groupOf(run) === name)
  return { needing: inGroup('needing'), running: inGroup('running'), open: inGroup('open'), finished: inGroup('finished') }
}
