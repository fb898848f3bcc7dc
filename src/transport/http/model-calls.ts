import { setImmediate } from 'node:timers/promises'
import { GalError } from '../../core/error.ts'
import type { EventLog, StoredEvent } from '../../store/event-log.ts'

/** Rows that are read before others get their turn. */
const page = 500

/** A call of a model, as the log tells it: from the turn's start to its reply. */
export type ModelCall = { role: string; seconds: number }

type Open = { role: string; since: number }

const rowsOf = (log: EventLog, run: string, after: number): StoredEvent[] | undefined => {
  try {
    return log.read(run, after, page)
  } catch (error) {
    if (error instanceof GalError && error.code === 'bad-record') return undefined
    throw error
  }
}

/**
 * Gives the calls that were answered since it was asked last; at first all that the log has. Runs whose record cannot be read are
 * passed over, and put into `unreadable`.
 */
export const createModelCalls = (log: EventLog): ((unreadable?: Set<string>) => AsyncGenerator<ModelCall>) => {
  const open = new Map<string, Open>()
  /** The last seq that was read, by run. */
  const known = new Map<string, number>()

  const callIn = ({ run, at, event }: StoredEvent): ModelCall | undefined => {
    if (event.type === 'turn-start') open.set(`${run} ${event.id}`, { role: event.role, since: Date.parse(at) })
    if (event.type === 'run-end') for (const key of open.keys()) if (key.startsWith(`${run} `)) open.delete(key)
    if (event.type !== 'turn-reply') return undefined
    const key = `${run} ${event.id}`
    const call = open.get(key)
    open.delete(key)
    return call && { role: call.role, seconds: Math.max(0, Date.parse(at) - call.since) / 1000 }
  }

  async function* answeredIn(run: string, unreadable: Set<string>): AsyncGenerator<ModelCall> {
    for (;;) {
      const rows = rowsOf(log, run, known.get(run) ?? 0)
      if (!rows) unreadable.add(run)
      for (const row of rows ?? []) {
        known.set(run, row.seq)
        const call = callIn(row)
        if (call) yield call
      }
      if (!rows || rows.length < page) return
      await setImmediate()
    }
  }

  return async function* answered(unreadable = new Set()) {
    for (const { run, head } of log.runs()) if (head > (known.get(run) ?? 0)) yield* answeredIn(run, unreadable)
  }
}
