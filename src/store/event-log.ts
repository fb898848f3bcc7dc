import type { LabEvent } from '../core/events/index.ts'
import type { BlobRef } from '../core/text.ts'

/** A row of the log. `pos` counts over the whole database, `seq` within the run from 1 without a gap. `at` is ISO time, UTC. */
export type StoredEvent = { run: string; seq: number; pos: number; at: string; event: LabEvent }

/** Who drives a run: a process on a host, told apart from a later one with the same pid by its start time. */
export type Owner = { pid: number; started: string; host: string }

/** The right to write to a run. A higher generation makes this one void. */
export type Lease = { run: string; generation: number }

export type RunRow = { run: string; createdAt: string; head: number; driver?: Owner }

/** The only memory of all runs. Every adapter passes the suite in event-log.conformance.ts. */
export type EventLog = {
  /** Makes a run together with its first event, both or neither, so that a run always knows what it is for. */
  create(run: string, start?: LabEvent): void
  runs(): RunRow[]
  has(run: string): boolean

  /**
   * Takes the right to drive a run: at once when it is free or its driver's process is dead (on this host: no such pid, or
   * one that started at another time). Otherwise gives who drives it.
   */
  acquire(run: string, owner: Owner): { lease: Lease } | { driver: Owner }
  release(lease: Lease): void

  /**
   * In one transaction: checks the lease, stores all of `events` or none, and gives every stored event after `seq`, people's
   * inputs from other processes among them. Throws GalError `lost-lease` when somebody took the run over.
   */
  append(lease: Lease, events: readonly LabEvent[], seq: number): StoredEvent[]

  /**
   * Stores what a person did, without the lease, in a transaction of its own that survives a power failure.
   * `check` sees all that is stored and throws to refuse: so the first answer to a question wins.
   */
  input(run: string, event: LabEvent, check?: (stored: readonly StoredEvent[]) => void): StoredEvent

  /** The events of a run after `seq`, at most `limit` of them, in order. */
  read(run: string, after: number, limit?: number): StoredEvent[]
  /** The events of all runs after `pos`, in order of pos. */
  readAll(after: number, limit?: number): StoredEvent[]

  /**
   * Calls back soon after anything was stored, by this process at once, by another on the same database within 50 ms.
   * Says only that there is more to read. Gives the function that ends it.
   */
  watch(onMore: () => void): () => void

  /** The text behind a reference; throws GalError `bad-record` when it is not there. */
  blob(ref: BlobRef): string
  /** Checks the chain of hashes of a run and says where it breaks. */
  verify(run: string): { ok: true; head: number } | { ok: false; seq: number; why: string }
  close(): void
}
