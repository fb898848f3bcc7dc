import type { EventLog } from '../store/event-log.ts'
import { brokenAfter, type Page, readPage } from './read-page.ts'

export { type Page, pageRows, positionIn } from './read-page.ts'

/** How many pages are kept for viewers that stand at the same place. */
const kept = 8

export type Pages = {
  /** The next rows of a run, or of `*`, after a place. Throws GalError `bad-record` at a row of a run that cannot be read. */
  read(run: string, after: number): Page
  /** Whether there is a row at this place of `*`, one that cannot be read among them. */
  hasInAll(pos: number): boolean
  /** To be called whenever the log has grown: a page that was read before may be too short now. */
  forget(): void
}

/**
 * Reads the log in pages, each only once for all viewers that have seen as much: most of them wait at its end.
 * @param onDefect told of each row that cannot be read, once
 */
export const createPages = (log: EventLog, onDefect: (error: unknown) => void): Pages => {
  const pages = new Map<string, Page>()
  const told = new Set<string>()
  return {
    read(run, after) {
      const key = `${after} ${run}`
      const known = pages.get(key)
      if (known) return known
      const page = readPage(log, run, after, (why) => {
        if (told.has(why.message)) return
        told.add(why.message)
        onDefect(why)
      })
      const [oldest] = pages.keys()
      if (pages.size >= kept && oldest !== undefined) pages.delete(oldest)
      pages.set(key, page)
      return page
    },
    hasInAll(pos) {
      const broken = brokenAfter(log, '*', pos - 1)
      return broken ? broken.at === pos : log.readAll(pos - 1, 1)[0]?.pos === pos
    },
    forget: () => pages.clear(),
  }
}
