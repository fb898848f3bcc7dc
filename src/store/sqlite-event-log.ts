import type { LabEvent } from '../core/events/index.ts'
import { textBehind } from './big-texts.ts'
import { type Verdict, verifyChain, verifyTexts } from './chain.ts'
import { onDisk } from './disk-fault.ts'
import type { EventLog, Lease, Owner, RunRow, StoredEvent } from './event-log.ts'
import { createEventRows, type RunRecord } from './event-rows.ts'
import { createLeases, driverOf } from './leases.ts'
import { openDatabase } from './open-database.ts'
import { lostLease, unknownRun } from './refusals.ts'
import { createWatchers } from './watchers.ts'

export type EventLogParts = {
  /** Milliseconds since 1970, UTC. */
  clock: () => number
  /** Whether the process that took a lease still lives. */
  alive: (owner: Owner) => boolean
}

const rowOf = (run: RunRecord): RunRow => {
  const driver = driverOf(run)
  return { run: run.name, createdAt: new Date(run.created_at).toISOString(), head: run.head, ...(driver ? { driver } : {}) }
}

/**
 * The log in an SQLite file, made when it is missing, shared by any number of processes. Holds two connections: drivers'
 * appends survive the death of the process, people's inputs, on the second, a power failure as well.
 * Every call throws GalError `corrupt-database`, `read-only` or `disk-full` when the file's state asks for it.
 */
export const openSqliteEventLog = (file: string, { clock, alive }: EventLogParts): EventLog => {
  const database = openDatabase(file)
  const durable = openDatabase(file)
  durable.pragma('synchronous = FULL')
  const rows = createEventRows(database)
  const durableRows = createEventRows(durable)
  const leases = createLeases(database)
  const watchers = createWatchers(() => onDisk(file, () => database.pragma('data_version', { simple: true })))

  const create = durable.transaction((name: string, start: LabEvent | undefined): void => {
    durableRows.insertRun(name, clock())
    const run = durableRows.find(name)
    if (start && run) durableRows.add(run, [start], clock())
  })

  const acquire = database.transaction((name: string, owner: Owner): ReturnType<EventLog['acquire']> => {
    const run = rows.find(name)
    if (!run) throw unknownRun(name)
    const driver = driverOf(run)
    return driver && alive(driver) ? { driver } : { lease: { run: name, generation: leases.take(run, owner) } }
  })

  const append = database.transaction((lease: Lease, events: readonly LabEvent[], seq: number): StoredEvent[] => {
    const run = rows.find(lease.run)
    if (!run || run.generation !== lease.generation || run.driver_pid === null) throw lostLease(lease)
    const missed = seq < run.head ? rows.read(run.name, seq) : []
    return [...missed, ...rows.add(run, events, clock())]
  })

  const input = durable.transaction((name: string, event: LabEvent, check: Parameters<EventLog['input']>[2]): StoredEvent[] => {
    const run = durableRows.find(name)
    if (!run) throw unknownRun(name)
    check?.(durableRows.read(name, 0))
    return durableRows.add(run, [event], clock())
  })

  const verify = database.transaction((name: string): Verdict => {
    const run = rows.find(name)
    if (!run) throw unknownRun(name)
    const verdict = verifyChain(name, rows.links(name), run.head, run.tip)
    return verdict.ok ? verifyTexts(verdict, rows.read(name, 0), rows.blob) : verdict
  })

  return {
    create(run, start) {
      onDisk(file, () => create.immediate(run, start))
      watchers.tell()
    },
    runs: () => onDisk(file, () => rows.runs().map(rowOf)),
    has: (run) => onDisk(file, () => rows.find(run) !== undefined),
    acquire: (run, owner) => onDisk(file, () => acquire.immediate(run, owner)),
    release: ({ run, generation }) => onDisk(file, () => leases.free(run, generation)),

    append(lease, events, seq) {
      const stored = onDisk(file, () => append.immediate(lease, events, seq))
      if (events.length > 0) watchers.tell()
      return stored
    },
    input(run, event, check) {
      const [stored] = onDisk(file, () => input.immediate(run, event, check))
      if (!stored) throw new Error(`the input to ${run} was not stored`)
      watchers.tell()
      return stored
    },

    read: (run, after, limit) => onDisk(file, () => rows.read(run, after, limit)),
    readAll: (after, limit) => onDisk(file, () => rows.readAll(after, limit)),
    watch: (onMore) => watchers.add(onMore),
    blob: (ref) => onDisk(file, () => textBehind(ref, rows.blob)),
    verify: (run) => onDisk(file, () => verify(run)),
    close() {
      watchers.close()
      durable.close()
      database.close()
    },
  }
}
