import { join } from 'node:path'
import type { LabEvent } from '../../src/core/events/index.ts'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'

/** Entries that are stored in one transaction. */
const batch = 500

/** A run in the log that a server in this folder serves, written from outside it, as another process that drives it would. */
export const openRun = (cwd: string, run: string) => {
  const log = openSqliteEventLog(join(cwd, 'runs', 'gal.sqlite'), { clock: Date.now, alive: () => false })
  log.create(run, { type: 'run-start', topic: 'any', seed: 1, language: 'en', version: '0', config: {}, configHash: '0' })
  const got = log.acquire(run, { pid: process.pid, started: '1', host: 'here' })
  if (!('lease' in got)) throw new Error(`${run} is driven`)
  let head = 1
  const append = (events: readonly LabEvent[]) => {
    head += log.append(got.lease, events, head).length
  }
  return {
    note(count: number) {
      const notes = Array.from({ length: count }, (_, place): LabEvent => ({ type: 'note-add', by: 'test', text: `note ${place}` }))
      for (let from = 0; from < count; from += batch) append(notes.slice(from, from + batch))
    },
    end: () => append([{ type: 'run-end', outcome: { kind: 'complete' } }]),
    close: log.close,
  }
}
