import type { LabEvent } from '../core/events/index.ts'
import { liftBigTexts } from './big-texts.ts'
import { firstHash, hashAfter, type Link } from './chain.ts'
import type { StoredEvent } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { type Packed, pack, unpack } from './packing.ts'
import { badRecord } from './refusals.ts'

/** A row of the table run. */
export type RunRecord = {
  key: number
  name: string
  created_at: number
  head: number
  tip: Buffer
  generation: number
  driver_pid: number | null
  driver_started: string | null
  driver_host: string | null
}

type EventRecord = Packed & { run: string; seq: number; pos: number; at: number; prev: Buffer }

const nameOf = ({ run, seq }: { run: string; seq: number }): string => `event ${seq} of run ${run}`

const unpacked = (row: Packed, name: string): string => {
  try {
    return unpack(row)
  } catch (error) {
    throw badRecord(name, error)
  }
}

const parsed = (body: string, name: string): LabEvent => {
  try {
    return JSON.parse(body) as LabEvent
  } catch (error) {
    throw badRecord(name, error)
  }
}

const storedOf = ({ run, seq, pos, at }: Omit<EventRecord, keyof Packed | 'prev'>, body: string): StoredEvent => ({
  run,
  seq,
  pos,
  at: new Date(at).toISOString(),
  event: parsed(body, nameOf({ run, seq })),
})

const selectEvents = 'SELECT run.name AS run, seq, pos, at, prev, size, body FROM event JOIN run ON run.key = event.run'

/** The rows of the log through one connection, its statements prepared once. Transactions are the caller's. */
export const createEventRows = (database: Connection) => {
  const insertRun = database.prepare<[string, number, Buffer]>('INSERT INTO run (name, created_at, tip) VALUES (?, ?, ?)')
  const findRun = database.prepare<[string], RunRecord>('SELECT * FROM run WHERE name = ?')
  const allRuns = database.prepare<[], RunRecord>('SELECT * FROM run ORDER BY key')
  const moveHead = database.prepare<[number, Buffer, number]>('UPDATE run SET head = ?, tip = ? WHERE key = ?')
  const insertEvent = database.prepare<[number, number, number, Buffer, number | null, string | Buffer]>(
    'INSERT INTO event (run, seq, at, prev, size, body) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertBlob = database.prepare<[string, number | null, string | Buffer]>(
    'INSERT INTO text (key, size, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const ofRun = database.prepare<[string, number, number], EventRecord>(`${selectEvents} WHERE name = ? AND seq > ? ORDER BY seq LIMIT ?`)
  const ofAll = database.prepare<[number, number], EventRecord>(`${selectEvents} WHERE pos > ? ORDER BY pos LIMIT ?`)
  const findBlob = database.prepare<[string], Packed>('SELECT size, body FROM text WHERE key = ?')

  const keepBlob = (sha: string, text: string): void => {
    const { size, body } = pack(text)
    insertBlob.run(sha, size, body)
  }

  return {
    insertRun: (run: string, at: number): void => {
      insertRun.run(run, at, firstHash(run))
    },
    find: (run: string): RunRecord | undefined => findRun.get(run),
    runs: (): RunRecord[] => allRuns.all(),

    /** Adds events after the run's head, and gives them as a reader will see them. */
    add(run: RunRecord, events: readonly LabEvent[], at: number): StoredEvent[] {
      let { head, tip } = run
      const stored: StoredEvent[] = []
      for (const event of events) {
        const text = JSON.stringify(liftBigTexts(event, keepBlob))
        const { size, body } = pack(text)
        head += 1
        const { lastInsertRowid } = insertEvent.run(run.key, head, at, tip, size, body)
        stored.push(storedOf({ run: run.name, seq: head, pos: Number(lastInsertRowid), at }, text))
        tip = hashAfter({ seq: head, at, prev: tip, body: text })
      }
      if (stored.length > 0) moveHead.run(head, tip, run.key)
      return stored
    },

    /** At most `limit` rows; −1 means all of them. */
    read: (run: string, after: number, limit = -1): StoredEvent[] =>
      ofRun.all(run, after, limit).map((row) => storedOf(row, unpacked(row, nameOf(row)))),
    readAll: (after: number, limit = -1): StoredEvent[] => ofAll.all(after, limit).map((row) => storedOf(row, unpacked(row, nameOf(row)))),

    *links(run: string): Generator<Link> {
      for (const row of ofRun.iterate(run, 0, -1)) yield { seq: row.seq, at: row.at, prev: row.prev, body: unpacked(row, nameOf(row)) }
    },

    /** The text kept under a hash; undefined when there is none. */
    blob(sha: string): string | undefined {
      const row = findBlob.get(sha)
      return row && unpacked(row, `the text ${sha.slice(0, 12)}`)
    },
  }
}
