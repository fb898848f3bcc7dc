import type { ViewerState } from '../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../src/store/event-log.ts'

/** One state is kept for so many entries: to show any moment, at most so many are folded. States share what did not change. */
const every = 500

export type Fold = (state: ViewerState, entry: StoredEvent) => ViewerState

export type Checkpoints = {
  /** The last seq for which a state can be made. */
  reach(): number
  /** Folds on towards a seq, at most `most` entries; entries up to it must be here. */
  extend(to: number, most: number): void
  /** What was shown after an entry that is within reach. */
  at(seq: number): ViewerState
}

/** Makes the state after any entry, from the start on. */
export const createCheckpoints = (start: ViewerState, fold: Fold, entryAt: (seq: number) => StoredEvent | undefined): Checkpoints => {
  const kept: ViewerState[] = [start]
  let tip = start
  /** What was asked for last: a timeline that is dragged or played goes on from there. */
  let near = start

  const foldTo = (from: ViewerState, to: number, each: (state: ViewerState) => void): ViewerState => {
    let state = from
    for (let seq = from.seq + 1; seq <= to; seq += 1) {
      const entry = entryAt(seq)
      if (!entry) break
      state = fold(state, entry)
      each(state)
    }
    return state
  }

  return {
    reach: () => tip.seq,
    extend(to, most) {
      tip = foldTo(tip, Math.min(to, tip.seq + most), (state) => {
        if (state.seq % every === 0) kept[state.seq / every] = state
      })
    },
    at(seq) {
      const to = Math.min(Math.max(0, seq), tip.seq)
      if (to === tip.seq) return tip
      const before = kept[Math.floor(to / every)] ?? start
      const from = near.seq <= to && near.seq > before.seq ? near : before
      near = foldTo(from, to, () => undefined)
      return near
    },
  }
}
