import { GalError } from '../core/error.ts'
import { agentsStream } from '../core/names.ts'
import { nearest } from '../core/nearest.ts'
import type { EventLog } from '../store/event-log.ts'

/** A run's name is also its folder's: nothing that leads elsewhere, and nothing that gal itself would not write. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/**
 * The run with this name, or the only one that begins so; `latest` is the one that was made last. What agents did outside of any run is
 * no run. Throws GalError `unknown-run` with the nearest name, and `bad-record` for one that somebody put into the database and that is no
 * name of a folder.
 */
export const findRun = (log: EventLog, name: string): string => {
  const run = lookUp(log, name)
  if (plainName.test(run)) return run
  throw new GalError(
    'bad-record',
    `the database holds a run named ${JSON.stringify(run)}, which gal never writes: it was changed outside gal`,
    'name another run; gal runs lists them all',
  )
}

const lookUp = (log: EventLog, name: string): string => {
  const runs = log
    .runs()
    .map(({ run }) => run)
    .filter((run) => run !== agentsStream)
  const last = runs.at(-1)
  if (last === undefined) throw new GalError('unknown-run', 'there is no run yet', 'begin one: gal run "<topic>"')
  if (name === 'latest') return last
  if (runs.includes(name)) return name
  const begun = runs.filter((run) => run.startsWith(name))
  if (begun.length === 1 && begun[0]) return begun[0]
  if (begun.length > 1 && name !== '')
    throw new GalError('unknown-run', `${begun.length} runs begin with ${name}`, `say more of the name: ${begun.slice(-5).join(', ')}`)
  const near = nearest(name, runs)
  throw new GalError(
    'unknown-run',
    `there is no run ${name}`,
    `${near === undefined ? '' : `did you mean ${near}? `}gal runs lists them all`,
  )
}
