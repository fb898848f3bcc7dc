import { GalError } from '../core/error.ts'
import type { EventLog } from '../store/event-log.ts'

/** How many events a run's record holds. Throws GalError `bad-record` where it is not what was stored. */
export const checkRecord = (log: EventLog, run: string): number => {
  const verdict = log.verify(run)
  if (verdict.ok) return verdict.head
  throw new GalError(
    'bad-record',
    `the record of ${run} is broken at event ${verdict.seq}: ${verdict.why}`,
    'it was changed outside gal; use a copy of the database',
  )
}
