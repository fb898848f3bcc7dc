import type { EventLog, StoredEvent } from '../../src/store/event-log.ts'
import { createTranslation } from '../../src/transport/agui/to-agui.ts'
import type { AgUiEvent } from '../../src/transport/agui/translate/event.ts'

export type Recorded = { log: EventLog; run: string; entries: StoredEvent[] }

export const recorded = (log: EventLog, run: string): Recorded => ({ log, run, entries: log.read(run, 0) })

/** The translation for somebody who comes when the log holds `seen` entries. */
export const translationAt = ({ log, run, entries }: Recorded, seen: number) =>
  createTranslation({
    threadId: run,
    runId: `from-${seen}`,
    run,
    history: entries.slice(0, seen),
    readBlob: (reference) => log.blob(reference),
  })

export type Stretch = { events: AgUiEvent[]; closed: boolean; through: number }

/** What somebody is sent who comes when the log holds `seen` entries and stays through `last`. */
export const stretchFrom = (record: Recorded, seen: number, last = record.entries.length): Stretch => {
  const translation = translationAt(record, seen)
  const events = translation.begin()
  let through = seen
  while (!translation.closed() && through < last) {
    const entry = record.entries[through]
    if (entry) events.push(...translation.next(entry))
    through += 1
  }
  return { events, closed: translation.closed(), through }
}

/** The whole log as streams: each begins with the entry after which the run is at work again. */
export const stretches = (record: Recorded): AgUiEvent[][] => {
  const streams: AgUiEvent[][] = []
  let seen = 1
  while (seen <= record.entries.length) {
    const { events, through } = stretchFrom(record, seen)
    streams.push(events)
    seen = Math.max(through, seen) + 1
  }
  return streams
}
