import { type LabEvent, parseEvent } from '../../src/core/events/index.ts'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'

/** Stores a made-up run, an event every few seconds; its driver has let go of it. */
export const writeLog = (file: string, run: string, events: readonly LabEvent[]): void => {
  let now = Date.UTC(2026, 0, 5, 9)
  const log = openSqliteEventLog(file, { clock: () => now, alive: () => false })
  try {
    const [first, ...rest] = events.map(parseEvent)
    if (!first) throw new Error('a run has a first event')
    log.create(run, first)
    const got = log.acquire(run, { pid: process.pid, started: '1', host: 'here' })
    if (!('lease' in got)) throw new Error(`${run} is driven`)
    let head = 1
    for (const event of rest) {
      now += 7000
      head += log.append(got.lease, [event], head).length
    }
    log.release(got.lease)
  } finally {
    log.close()
  }
}
