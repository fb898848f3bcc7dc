import { GalError } from '../core/error.ts'
import type { Lease } from './event-log.ts'

export const unknownRun = (run: string): GalError => new GalError('unknown-run', `there is no run ${run}`, 'gal runs lists them')

export const lostLease = ({ run }: Lease): GalError =>
  new GalError('lost-lease', `another process drives the run ${run} now, so this one lets go of it`, `gal watch ${run} shows it`)

export const badRecord = (what: string, cause?: unknown): GalError =>
  new GalError('bad-record', `${what} is missing or cannot be read`, 'put back a copy of the database', { cause })
