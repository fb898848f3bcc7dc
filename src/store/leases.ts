import type { Owner } from './event-log.ts'
import type { RunRecord } from './event-rows.ts'
import type { Connection } from './open-database.ts'

/** Who drives a run now; undefined when nobody does. */
export const driverOf = ({ driver_pid: pid, driver_started: started, driver_host: host }: RunRecord): Owner | undefined =>
  pid === null || started === null || host === null ? undefined : { pid, started, host }

/** The lease columns of the runs. */
export const createLeases = (database: Connection) => {
  const take = database.prepare<[number, string, string, number], { generation: number }>(
    `UPDATE run SET generation = generation + 1, driver_pid = ?, driver_started = ?, driver_host = ?
     WHERE key = ? RETURNING generation`,
  )
  const free = database.prepare<[string, number]>(
    'UPDATE run SET driver_pid = NULL, driver_started = NULL, driver_host = NULL WHERE name = ? AND generation = ?',
  )
  return {
    /** Gives the new generation. */
    take: (run: RunRecord, { pid, started, host }: Owner): number => take.get(pid, started, host, run.key)?.generation ?? run.generation,
    /** Does nothing when a later generation drives the run. */
    free: (run: string, generation: number): void => {
      free.run(run, generation)
    },
  }
}
