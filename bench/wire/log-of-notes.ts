import type { LabEvent } from '../../src/core/events/index.ts'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'

export const run = 'r'

/** An event as long as most: its text says when it was due, in nanoseconds of the machine's own clock, which all processes share. */
export const noteOf = (due: bigint): LabEvent => ({
  type: 'note-add',
  by: 'bench',
  text: `${due} ${'words of a role '.repeat(16)}`,
})

/** A database with a run, and the right to append to it. */
export const openNotes = (file: string) => {
  const log = openSqliteEventLog(file, { clock: Date.now, alive: () => false })
  if (!log.has(run)) log.create(run)
  const got = log.acquire(run, { pid: process.pid, started: '1', host: 'here' })
  if (!('lease' in got)) throw new Error('the run is driven')
  const { lease } = got
  let seq = log.runs().find((row) => row.run === run)?.head ?? 0
  const append = (events: readonly LabEvent[]): void => {
    seq = log.append(lease, events, seq).at(-1)?.seq ?? seq
  }
  return { log, append, head: () => seq }
}
