import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EventLog } from '../store/event-log.ts'
import { openSqliteEventLog } from '../store/sqlite-event-log.ts'
import { openViewer } from './testing/client.ts'
import { startSocketBench } from './testing/socket-bench.ts'

const viewers = 20
const dropsEach = 10

/** A server on a database in `folder`, and the right to write to its run r. */
const open = async (folder: string, port?: number) => {
  const log = openSqliteEventLog(join(folder, 'gal.sqlite'), { clock: Date.now, alive: () => false })
  const server = await startSocketBench({ log, ...(port === undefined ? {} : { port }) })
  const got = log.acquire('r', { pid: process.pid, started: '1', host: 'here' })
  if (!('lease' in got)) throw new Error('the run is driven')
  const close = async () => {
    await server.close()
    log.close()
  }
  return { ...server, lease: got.lease, close }
}
type Opened = Awaited<ReturnType<typeof open>>

/** A server that is not there for a moment: the viewer tries again, as a real one does. */
const whileAway = (error: unknown): undefined => {
  if (error instanceof Error && /ECONNREFUSED|ECONNRESET|socket hang up|response: 503|closed with 100[16]/.test(error.message))
    return undefined
  throw error
}

/** Follows the run with one connection until it has so many more events, or it breaks; adds all that came to `seen`. */
const follow = async (url: string, seen: number[], count: number): Promise<void> => {
  const viewer = await openViewer(url, 'r', seen.length).catch(whileAway)
  if (!viewer) return void (await setTimeout(10))
  await viewer.events(count).catch(whileAway)
  viewer.hangUp()
  seen.push(...viewer.seqs())
}

const append = (log: EventLog, { lease }: Opened, written: number, count: number): void => {
  const events = Array.from({ length: count }, (_, index) => ({ type: 'note-add' as const, by: 'test', text: `${written + index + 1}` }))
  log.append(lease, events, written)
}

test('twenty viewers that drop two hundred times while the run is written, and a server that restarts: each has every event once, in order', async () => {
  const plan = fc.array(fc.array(fc.nat({ max: 80 }), { minLength: dropsEach, maxLength: dropsEach }), {
    minLength: viewers,
    maxLength: viewers,
  })
  await fc.assert(
    fc.asyncProperty(plan, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), async (points, batches) => {
      const folder = mkdtempSync(join(tmpdir(), 'gal-reconnect-'))
      let server = await open(folder)
      let drops = 0
      let restarts = 0
      let written = 0
      const watch = async (own: readonly number[]): Promise<number[]> => {
        const seen: number[] = []
        for (const more of own) {
          await follow(server.url, seen, more)
          drops += 1
        }
        return seen
      }
      let watching = true
      const watched = Promise.all(points.map(watch)).finally(() => {
        watching = false
      })
      while (watching) {
        const count = batches[written % batches.length] ?? 1
        append(server.log, server, written, count)
        written += count
        if (restarts < 2 && drops > (restarts + 1) * 60) {
          restarts += 1
          const { port } = server
          await server.close()
          server = await open(folder, port)
        }
        await setTimeout(1)
      }
      const all = Array.from({ length: written }, (_, index) => index + 1)
      for (const seen of await watched) {
        while (seen.length < written) await follow(server.url, seen, written - seen.length)
        expect(seen).toEqual(all)
      }
      expect([drops, restarts, server.defects]).toEqual([viewers * dropsEach, 2, []])
      await server.close()
      rmSync(folder, { recursive: true })
    }),
    { numRuns: 2, endOnFailure: true },
  )
})
