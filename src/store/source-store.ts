import { onDisk } from './disk-fault.ts'
import { openDatabase } from './open-database.ts'
import { type Packed, pack, unpack } from './packing.ts'

/** One queue per host for all processes on the database. */
export type SourceLimiter = {
  /**
   * Takes the host's next place if it is free now, and gives 0; else takes nothing and gives the milliseconds until it is
   * free, so that a wait that is given up leaves no trace. All times in milliseconds.
   */
  take(host: string, intervalMs: number, now: number): number
  /** Keeps everybody from the host until then; an earlier end than one already known changes nothing. */
  block(host: string, untilMs: number): void
}

/** Answers of sources, kept over runs and processes. */
export type SourceCache = {
  get(key: string, now: number): string | undefined
  set(key: string, value: string, expiresAt: number): void
}

export type SourceStore = { limiter: SourceLimiter; cache: SourceCache; close(): void }

/** Keeps the answers apart from the texts of events, which are named by a hash. */
const nameOf = (key: string): string => `source:${key}`

/**
 * The limiter and the cache of the sources, in the lab's database. Drops what has expired when it is opened.
 * Throws GalError as the log does.
 * @param clock milliseconds since 1970, UTC
 */
export const openSourceStore = (file: string, clock: () => number): SourceStore => {
  const database = openDatabase(file)
  const take = database.prepare<{ host: string; interval: number; now: number }>(
    `INSERT INTO source_limit (host, next_free) VALUES (@host, @now + @interval)
     ON CONFLICT (host) DO UPDATE SET next_free = @now + @interval WHERE next_free <= @now`,
  )
  const free = database.prepare<[string], { at: number }>('SELECT next_free AS at FROM source_limit WHERE host = ?')
  const takeOrWait = database.transaction((host: string, interval: number, now: number): number =>
    take.run({ host, interval, now }).changes > 0 ? 0 : (free.get(host)?.at ?? now) - now,
  )
  const block = database.prepare<[string, number]>(
    'INSERT INTO source_limit (host, next_free) VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET next_free = max(next_free, excluded.next_free)',
  )
  const find = database.prepare<[string, number], Packed>('SELECT size, body FROM text WHERE key = ? AND expires_at > ?')
  const put = database.prepare<[string, number, number | null, string | Buffer]>(
    'INSERT OR REPLACE INTO text (key, expires_at, size, body) VALUES (?, ?, ?, ?)',
  )
  onDisk(file, () => database.prepare('DELETE FROM text WHERE expires_at <= ?').run(clock()))

  return {
    limiter: {
      take: (host, intervalMs, now) => onDisk(file, () => takeOrWait.immediate(host, intervalMs, now)),
      block: (host, untilMs) => {
        onDisk(file, () => block.run(host, untilMs))
      },
    },
    cache: {
      get(key, now) {
        const row = onDisk(file, () => find.get(nameOf(key), now))
        return row && unpack(row)
      },
      set(key, value, expiresAt) {
        const { size, body } = pack(value)
        onDisk(file, () => put.run(nameOf(key), expiresAt, size, body))
      },
    },
    close: () => {
      database.close()
    },
  }
}
