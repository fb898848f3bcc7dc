import { expect } from 'vitest'
import { GalError } from '../../core/error.ts'
import type { LabEvent } from '../../core/events/index.ts'
import type { EventLog, Lease, Owner, StoredEvent } from '../event-log.ts'

/** One storage that is opened many times, as by many processes, and damaged behind the adapter's back. */
export type Storage = {
  open(parts: { clock: () => number; alive: (owner: Owner) => boolean }): EventLog
  changeRow(run: string, seq: number): void
  removeRow(run: string, seq: number): void
  /** Puts a row behind the last one, with a plausible body. */
  addRow(run: string): void
  changeBlob(sha: string): void
  remove(): void
}

/** What each test of the suite starts from: a fresh storage, and one log on it. */
export type Bench = {
  storage: Storage
  log: EventLog
  /** Opens another log on the same storage. */
  open(): EventLog
  /** Creates a run, which anna drives. */
  drive(run: string): Lease
  /** The pids of processes that are no more. */
  dead: Set<number>
  /** Milliseconds. */
  now: number
}

export const anna: Owner = { pid: 101, started: '5000', host: 'here' }
export const berta: Owner = { pid: 102, started: '6000', host: 'here' }

export const note = (text: string): LabEvent => ({ type: 'note-add', by: 'test', text })
export const turnEnd = (result: string): LabEvent => ({ type: 'turn-end', id: 'literature-review.1.0.0', ok: true, result })
export const stop: LabEvent = { type: 'stop-ask', by: 'test' }

export const seqs = (stored: readonly StoredEvent[]): number[] => stored.map(({ seq }) => seq)
export const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)
export const refusal = (code: string) => expect.objectContaining({ constructor: GalError, code })

export const leaseOf = (got: ReturnType<EventLog['acquire']>): Lease => {
  if ('lease' in got) return got.lease
  throw new Error(`the run is driven by ${got.driver.pid}`)
}
