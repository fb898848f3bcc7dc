import type { StoredEvent } from '../../../src/store/event-log.ts'
import type { EntryList } from './entry-list.ts'
import type { Rest } from './rest.ts'
import { cut } from './wire.ts'

/** Entries that are asked for at once: few enough that reading them takes no longer than a frame of the screen. */
const pageSize = 1000

type Page = { events: StoredEvent[]; next: number | null; head: number }

export const runPath = (run: string): string => `/v1/runs/${encodeURIComponent(run)}`

/** Fetches what is missing between the start and the head, page by page, and calls back after each. */
export const loadEntries = async (rest: Rest, run: string, list: EntryList, signal: AbortSignal, onPage: () => void): Promise<void> => {
  while (list.loaded() < list.head() && !signal.aborted) {
    const before = list.loaded()
    const page = await rest.json<Page>(`${runPath(run)}/events?after=${before}&limit=${pageSize}&cut=${cut}`, { signal })
    list.reach(page.head)
    list.put(page.events)
    onPage()
    // A page that brought nothing new would be asked for without an end.
    if (list.loaded() === before) return
  }
}
