import { setImmediate } from 'node:timers/promises'
import type { EventLog, StoredEvent } from '../../store/event-log.ts'

/** Rows that are read before others get their turn. */
const page = 500

/** A call of a model, as the log tells it: from the turn's start to its reply. */
export type ModelCall = { role: string; seconds: number }

type Open = { role: string; since: number }

/** Gives the calls that were answered since it was asked last; at first all that the log has. */
export const createModelCalls = (log: EventLog): (() => AsyncGenerator<ModelCall>) => {
  const open = new Map<string, Open>()
  let after = 0

  const callIn = ({ run, at, event }: StoredEvent): ModelCall | undefined => {
    if (event.type === 'turn-start') open.set(`${run} ${event.id}`, { role: event.role, since: Date.parse(at) })
    if (event.type === 'run-end') for (const key of open.keys()) if (key.startsWith(`${run} `)) open.delete(key)
    if (event.type !== 'turn-reply') return undefined
    const key = `${run} ${event.id}`
    const call = open.get(key)
    open.delete(key)
    return call && { role: call.role, seconds: Math.max(0, Date.parse(at) - call.since) / 1000 }
  }

  return async function* answered() {
    for (;;) {
      const rows = log.readAll(after, page)
      for (const row of rows) {
        after = row.pos
        const call = callIn(row)
        if (call) yield call
      }
      if (rows.length < page) return
      await setImmediate()
    }
  }
}
