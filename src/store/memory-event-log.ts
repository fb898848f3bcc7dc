import type { LabEvent } from '../core/events/index.ts'
import { liftBigTexts, textBehind } from './big-texts.ts'
import { firstHash, hashAfter, type Link, verifyChain, verifyTexts } from './chain.ts'
import type { EventLog, Lease, Owner, StoredEvent } from './event-log.ts'
import { lostLease, unknownRun } from './refusals.ts'
import { createWatchers } from './watchers.ts'

type MemoryRow = Link & { run: string; pos: number }

type MemoryRun = { createdAt: number; rows: MemoryRow[]; head: number; tip: Buffer; generation: number; driver: Owner | undefined }

/** What a disk would hold: several logs on one of these see the same runs, as processes on one database do. */
export type MemoryDisk = {
  runs: Map<string, MemoryRun>
  /** The rows of all runs, each the same object as in its run. */
  rows: MemoryRow[]
  blobs: Map<string, string>
  /** One for each log that is open on this disk. */
  onStored: Set<() => void>
}

export const createMemoryDisk = (): MemoryDisk => ({ runs: new Map(), rows: [], blobs: new Map(), onStored: new Set() })

export type MemoryLogParts = {
  disk?: MemoryDisk
  /** Milliseconds since 1970, UTC. */
  clock?: () => number
  alive?: (owner: Owner) => boolean
  /** The process "dies" (every append and input throws, and stores nothing) once the disk would hold more events than this. */
  room?: number
}

const storedOf = ({ run, seq, pos, at, body }: MemoryRow): StoredEvent => ({
  run,
  seq,
  pos,
  at: new Date(at).toISOString(),
  event: JSON.parse(body) as LabEvent,
})

/** The log for tests: the same port, with a death that comes exactly when it is wanted. Keeps everything as JSON, as a database would. */
export const createMemoryEventLog = (parts: MemoryLogParts = {}): EventLog => {
  const { disk = createMemoryDisk(), clock = () => 0, alive = () => true, room = Number.POSITIVE_INFINITY } = parts
  const watchers = createWatchers(() => 0)
  disk.onStored.add(watchers.tell)
  let dead = false

  const runNamed = (run: string): MemoryRun => {
    const found = disk.runs.get(run)
    if (!found) throw unknownRun(run)
    return found
  }
  const read = (run: string, after: number, limit = disk.rows.length): StoredEvent[] =>
    (disk.runs.get(run)?.rows ?? []).slice(after, after + limit).map(storedOf)
  const announce = () => {
    for (const tell of disk.onStored) tell()
  }
  const add = (name: string, run: MemoryRun, events: readonly LabEvent[]): void => {
    dead ||= disk.rows.length + events.length > room
    if (dead) throw new Error(`died with ${disk.rows.length} events stored`)
    // All of them as text before the first is stored: one that cannot be written leaves nothing.
    const bodies = events.map((event) => JSON.stringify(liftBigTexts(event, (sha, text) => disk.blobs.set(sha, text))))
    const at = clock()
    for (const body of bodies) {
      const row = { run: name, seq: run.head + 1, pos: disk.rows.length + 1, at, prev: run.tip, body }
      disk.rows.push(row)
      run.rows.push(row)
      Object.assign(run, { head: row.seq, tip: hashAfter(row) })
    }
    if (events.length > 0) announce()
  }
  const leased = ({ run, generation }: Lease): MemoryRun | undefined => {
    const found = disk.runs.get(run)
    return found?.driver && found.generation === generation ? found : undefined
  }

  return {
    create(run, start) {
      if (disk.runs.has(run)) throw new Error(`the run ${run} is there already`)
      const made = { createdAt: clock(), rows: [], head: 0, tip: firstHash(run), generation: 0, driver: undefined }
      disk.runs.set(run, made)
      if (start) add(run, made, [start])
      else announce()
    },
    runs: () =>
      [...disk.runs].map(([run, { createdAt, head, driver }]) => ({
        run,
        createdAt: new Date(createdAt).toISOString(),
        head,
        ...(driver ? { driver } : {}),
      })),
    has: (run) => disk.runs.has(run),
    acquire(name, owner) {
      const run = runNamed(name)
      if (run.driver && alive(run.driver)) return { driver: run.driver }
      Object.assign(run, { driver: owner, generation: run.generation + 1 })
      return { lease: { run: name, generation: run.generation } }
    },
    release(lease) {
      const run = leased(lease)
      if (run) run.driver = undefined
    },
    append(lease, events, seq) {
      const run = leased(lease)
      if (!run) throw lostLease(lease)
      add(lease.run, run, events)
      return read(lease.run, seq)
    },
    input(name, event, check) {
      const run = runNamed(name)
      check?.(read(name, 0))
      add(name, run, [event])
      const [stored] = read(name, run.head - 1)
      if (!stored) throw new Error(`the input to ${name} was not stored`)
      return stored
    },
    read,
    readAll: (after, limit = disk.rows.length) => disk.rows.slice(after, after + limit).map(storedOf),
    watch: (onMore) => watchers.add(onMore),
    blob: (ref) => textBehind(ref, (sha) => disk.blobs.get(sha)),
    verify(name) {
      const { rows, head, tip } = runNamed(name)
      const verdict = verifyChain(name, rows, head, tip)
      return verdict.ok ? verifyTexts(verdict, read(name, 0), (sha) => disk.blobs.get(sha)) : verdict
    },
    close() {
      watchers.close()
      disk.onStored.delete(watchers.tell)
    },
  }
}
