import type { Lab, StoredEvent } from '../../api/index.ts'
import { fold } from '../../core/events/index.ts'
import { createState, type ReadonlyState } from '../../core/state.ts'

/** A run's state, brought forward by every event once. */
export type Follower = {
  readonly state: ReadonlyState
  /**
   * Takes an event, and first the stored ones before it that were never handed in. Gives those to tell, each just after it was
   * folded: none for an event seen before, and of what was missed only the start of a run that has just begun.
   */
  take(stored: StoredEvent): Generator<StoredEvent>
}

export const createFollower = (lab: Lab, run: string): Follower => {
  const state = createState()
  let seq = 0
  const bring = (row: StoredEvent): void => {
    fold(state, [row])
    seq = row.seq
  }
  return {
    state,
    *take(stored) {
      if (stored.seq <= seq) return
      const news = seq > 0 || stored.seq <= 2
      if (stored.seq > seq + 1) {
        for (const row of lab.log.read(run, seq, stored.seq - seq - 1)) {
          bring(row)
          if (news) yield row
        }
      }
      bring(stored)
      yield stored
    },
  }
}
