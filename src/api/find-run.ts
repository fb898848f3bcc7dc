import { GalError } from '../core/error.ts'
import { nearest } from '../core/nearest.ts'
import type { EventLog } from '../store/event-log.ts'

/** The run with this name; `latest` is the one that was made last. Throws GalError `unknown-run` with the nearest name. */
export const findRun = (log: EventLog, name: string): string => {
  const runs = log.runs().map(({ run }) => run)
  const last = runs.at(-1)
  if (last === undefined) throw new GalError('unknown-run', 'there is no run yet', 'begin one: gal run "<topic>"')
  if (name === 'latest') return last
  if (runs.includes(name)) return name
  const begun = runs.filter((run) => run.startsWith(name))
  if (begun.length === 1 && begun[0]) return begun[0]
  throw new GalError('unknown-run', `there is no run ${name}`, `did you mean ${nearest(name, runs) ?? last}? gal runs lists them all`)
}
