import type { Frames } from './frames.ts'
import type { Rest } from './rest.ts'
import { createRunStore, type RunStore } from './run-store.ts'
import type { Wire } from './wire.ts'

/** All that pages have of the server: one connection, and the runs that are looked at. */
export type Live = {
  rest: Rest
  wire: Wire
  /** The store of a run; pages that show the same run share it. Gives the function that lets go of it, too. */
  hold(run: string): { store: RunStore; release: () => void }
}

/** How long a run stays here after the last page let go of it: from its lab to its record nothing is fetched again. */
const keptFor = 30_000

export const createLive = (rest: Rest, wire: Wire, frames: Frames): Live => {
  const held = new Map<string, { store: RunStore; holders: number; timer: ReturnType<typeof setTimeout> | undefined }>()
  return {
    rest,
    wire,
    hold(run) {
      const entry = held.get(run) ?? { store: createRunStore(run, { rest, wire, frames }), holders: 0, timer: undefined }
      held.set(run, entry)
      clearTimeout(entry.timer)
      entry.holders += 1
      const release = () => {
        entry.holders -= 1
        if (entry.holders > 0) return
        entry.timer = setTimeout(() => {
          entry.store.close()
          held.delete(run)
        }, keptFor)
      }
      return { store: entry.store, release }
    },
  }
}
