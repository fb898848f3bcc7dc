import type { ViewerEntry } from '../../../src/core/viewer/entry.ts'

/** An entry of a made-up record, of which nothing is checked: what is in it may be broken on purpose. */
export type Row = ViewerEntry & { run: string; pos: number; event: { type: string } & Record<string, unknown> }

export type LooseEvent = Row['event']

/** Milliseconds between entries, again and again: mostly forward, as clocks go, and once back. */
const steps = [1000, 250, 4017, 1, 0, -1500, 33_333, 90]
const begin = Date.UTC(2026, 0, 5, 9)

export const rowsOf = (run: string, events: readonly LooseEvent[]): Row[] => {
  let at = begin
  return events.map((event, place) => {
    at += steps[place % steps.length] ?? 0
    return { run, seq: place + 1, pos: place + 1, at: new Date(at).toISOString(), event }
  })
}
