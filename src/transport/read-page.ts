import { GalError } from '../core/error.ts'
import type { EventLog, StoredEvent } from '../store/event-log.ts'

/** Rows of the log that are read at once: 200 of them take about 2 ms, then others get their turn. */
export const pageRows = 200

/** Where a row stands in the stream of a subscription: by seq in one run, by pos in all of them (`*`). */
export const positionIn = (run: string, { seq, pos }: StoredEvent): number => (run === '*' ? pos : seq)

/** The next rows after a place; to go on, read after `end`. `more` is false when the log held nothing beyond. */
export type Page = { rows: readonly StoredEvent[]; end: number; more: boolean }

const read = (log: EventLog, run: string, after: number, limit: number): StoredEvent[] =>
  run === '*' ? log.readAll(after, limit) : log.read(run, after, limit)

/** The next rows, or the trouble with one of them; all other troubles are thrown. */
const tried = (log: EventLog, run: string, after: number, limit: number): StoredEvent[] | GalError => {
  try {
    return read(log, run, after, limit)
  } catch (error) {
    if (error instanceof GalError && error.code === 'bad-record') return error
    throw error
  }
}

/** Where the next row stands when it cannot be read, and why not. The reason names the row, so it is another for the next one. */
export const brokenAfter = (log: EventLog, run: string, after: number): { at: number; why: GalError } | undefined => {
  const why = tried(log, run, after, 1)
  if (!(why instanceof GalError)) return undefined
  const isBefore = (place: number): boolean => {
    const next = tried(log, run, place, 1)
    return next instanceof GalError && next.message === why.message
  }
  // It is the very next place unless rows are missing, and then it may be far off.
  let step = 1
  while (isBefore(after + step)) step *= 2
  let low = after + Math.floor(step / 2)
  let high = after + step
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isBefore(middle)) low = middle
    else high = middle
  }
  return { at: high, why }
}

/**
 * Reads a page of a run, or of `*`. In `*` a row that cannot be read is left out, so that one broken run keeps nobody from the
 * others; `onBroken` is told of it. A run ends before such a row: read there, it throws GalError `bad-record`.
 */
export const readPage = (log: EventLog, run: string, after: number, onBroken: (why: GalError) => void): Page => {
  const whole = tried(log, run, after, pageRows)
  if (!(whole instanceof GalError)) {
    const last = whole.at(-1)
    return { rows: whole, end: last ? positionIn(run, last) : after, more: whole.length === pageRows }
  }
  const rows: StoredEvent[] = []
  let end = after
  for (let steps = 0; steps < pageRows; steps++) {
    const broken = brokenAfter(log, run, end)
    if (broken && run !== '*' && rows.length > 0) return { rows, end, more: true }
    if (broken) {
      onBroken(broken.why)
      if (run !== '*') throw broken.why
      end = broken.at
      continue
    }
    const [row] = read(log, run, end, 1)
    if (!row) return { rows, end, more: false }
    rows.push(row)
    end = positionIn(run, row)
  }
  return { rows, end, more: true }
}
