import type { StoredEvent } from '../../../src/store/event-log.ts'
import type { Entries } from './run-view.ts'

/** The entries of a run that are here. They come from both ends at once: pages from the start, live ones at the head. */
export type EntryList = {
  put(entries: readonly StoredEvent[]): void
  at(seq: number): StoredEvent | undefined
  /** The last seq up to which none is missing from the start. */
  loaded(): number
  head(): number
  /** The log is known to reach this far. */
  reach(seq: number): void
  /** For pages; the same object until something in it changed. */
  view(): Entries
}

export const createEntryList = (whole: (seq: number) => Promise<StoredEvent>): EntryList => {
  const list: (StoredEvent | undefined)[] = []
  let [loaded, head, version] = [0, 0, 0]
  let seen: Entries | undefined

  const at = (seq: number) => list[seq - 1]
  return {
    put(entries) {
      for (const entry of entries) {
        list[entry.seq - 1] = entry
        head = Math.max(head, entry.seq)
      }
      while (at(loaded + 1)) loaded += 1
      if (entries.length > 0) version += 1
    },
    at,
    loaded: () => loaded,
    head: () => head,
    reach(seq) {
      if (seq <= head) return
      head = seq
      version += 1
    },
    view() {
      if (seen?.version !== version) seen = { head, loaded, at, whole, version }
      return seen
    },
  }
}
