import type { EventLog, StoredEvent } from '../store/event-log.ts'

/** Rows of the log that are read at once: 200 of them take about 2 ms, then others get their turn. */
export const pageRows = 200

/** How many pages are kept for viewers that stand at the same place. */
const kept = 8

/** Where a row stands in the stream of a subscription: by seq in one run, by pos in all of them (`*`). */
export const positionIn = (run: string, { seq, pos }: StoredEvent): number => (run === '*' ? pos : seq)

export type Pages = {
  /** The next rows of a run, or of `*`, after a position; fewer than `pageRows` means that there were no more. */
  read(run: string, after: number): readonly StoredEvent[]
  /** To be called whenever the log has grown: a page that was read before may be too short now. */
  forget(): void
}

/** Reads the log in pages, each only once for all viewers that have seen as much: most of them wait at its end. */
export const createPages = (log: EventLog): Pages => {
  const pages = new Map<string, readonly StoredEvent[]>()
  return {
    read(run, after) {
      const key = `${after} ${run}`
      const known = pages.get(key)
      if (known) return known
      const page = run === '*' ? log.readAll(after, pageRows) : log.read(run, after, pageRows)
      const [oldest] = pages.keys()
      if (pages.size >= kept && oldest !== undefined) pages.delete(oldest)
      pages.set(key, page)
      return page
    },
    forget: () => pages.clear(),
  }
}
