import type { PhaseName } from '../../../../src/core/names.ts'
import type { AttemptView, ViewerState } from '../../../../src/core/viewer/viewer-state.ts'

export type LegState = 'past' | 'done' | 'partial' | 'failed' | 'now' | 'stalled'

/** One cell of the strip: a phase in an attempt. `share`: its time as a share of the longest. */
export type Cell =
  | { kind: 'none' }
  | { kind: 'wait'; phase: PhaseName }
  | { kind: 'back'; seq: number; why: string }
  | { kind: 'leg'; phase: PhaseName; attempt: AttemptView; state: LegState; seconds: number; share: number }

const secondsOf = ({ startedAt, endedAt }: AttemptView, now: number): number =>
  Math.max(0, ((endedAt === null ? now : Date.parse(endedAt)) - Date.parse(startedAt)) / 1000)

const stateOf = ({ endSeq, outcome }: AttemptView, earlier: boolean, driven: boolean): LegState => {
  if (outcome?.kind === 'failed') return 'failed'
  if (endSeq === null) return driven ? 'now' : 'stalled'
  if (earlier) return 'past'
  return outcome?.kind === 'partial' ? 'partial' : 'done'
}

/**
 * The strip, attempt by attempt, each with a cell for every phase. `now` (ms since 1970) is where a phase that is still at work
 * has come to; `driven` says whether anybody is at it.
 */
export const stripRows = (state: ViewerState, now: number, driven: boolean): readonly (readonly Cell[])[] => {
  const times = state.phases.flatMap(({ attempts }) => attempts.map((attempt) => secondsOf(attempt, now)))
  const longest = Math.max(...times, 0.001)
  const backs = state.marks.filter(({ kind }) => kind === 'back')
  const rows = Math.max(1, state.attempt, ...state.phases.flatMap(({ attempts }) => attempts.map(({ attempt }) => attempt)))
  return Array.from({ length: rows }, (_, row) =>
    state.phases.map((phase, column): Cell => {
      const attempt = phase.attempts.find((candidate) => candidate.attempt === row + 1)
      const back = row > 0 && column === 0 ? backs[row - 1] : undefined
      if (attempt) {
        const seconds = secondsOf(attempt, now)
        const leg = stateOf(attempt, row + 1 < rows, driven)
        return { kind: 'leg', phase: phase.name, attempt, state: leg, seconds, share: seconds / longest }
      }
      if (back) return { kind: 'back', seq: back.seq, why: back.text }
      return row + 1 < rows || state.outcome || column === 0 ? { kind: 'none' } : { kind: 'wait', phase: phase.name }
    }),
  )
}
