import type { Lab, StoredEvent } from '../../api/index.ts'
import { fold } from '../../core/events/index.ts'
import { createState, type ReadonlyState } from '../../core/state.ts'

/** An event that was just folded. `news`: it is to be told, and not only known. */
export type Heard = { stored: StoredEvent; news: boolean }

/** A run's state, brought forward by every event once. */
export type Follower = {
  readonly state: ReadonlyState
  /**
   * Takes an event, and first the stored ones before it that were never handed in. Gives each just after it was folded; one
   * seen before is passed over. What a run was before it was taken up again is no news; the start of a new one is.
   */
  take(stored: StoredEvent): Generator<Heard>
}

export const createFollower = (lab: Lab, run: string): Follower => {
  const state = createState()
  let seq = 0
  return {
    state,
    *take(stored) {
      if (stored.seq <= seq) return
      const news = seq > 0 || stored.seq <= 2
      const missed = stored.seq - seq - 1
      for (const row of missed ? lab.log.read(run, seq, missed) : []) {
        fold(state, [row])
        yield { stored: row, news }
      }
      fold(state, [stored])
      seq = stored.seq
      yield { stored, news: true }
    },
  }
}
