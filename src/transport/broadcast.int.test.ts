import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { GalError } from '../core/error.ts'
import { openSqliteEventLog } from '../store/sqlite-event-log.ts'
import { openClient, openViewer } from './testing/client.ts'
import { startSocketBench } from './testing/socket-bench.ts'
import { writeNotes } from './testing/write-notes.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
const start = async (input: Parameters<typeof startSocketBench>[0] = {}) => {
  const server = await startSocketBench(input)
  cleanUps.push(server.close)
  return server
}
const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, index) => from + index)

test('a backlog of a thousand events comes in order, then caught-up, then what is stored from now on', async () => {
  const { url, log } = await start()
  writeNotes(log, 'r', 1, 1000)
  const viewer = await openViewer(url, 'r')
  expect(await viewer.first('caught-up')).toEqual({ type: 'caught-up', run: 'r', seq: 1000 })
  expect(viewer.frames.at(-1)?.type).toBe('caught-up')
  writeNotes(log, 'r', 1001, 1003)
  await viewer.events(1003)
  expect(viewer.seqs()).toEqual(upTo(1003))
  expect(viewer.frames.slice(0, 4).map(({ type }) => type)).toEqual(['welcome', 'result', 'result', 'event'])
})

test('an event is sent as it is stored', async () => {
  const { url, log } = await start()
  writeNotes(log, 'r', 1, 2)
  const viewer = await openViewer(url, 'r', 1)
  expect(await viewer.events(1)).toEqual(log.read('r', 1).map((stored) => ({ type: 'event', ...stored })))
})

test('a viewer that loses its connection at any moment and comes back has every event once and in order', async () => {
  const { url, log } = await start()
  let stored = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ written: fc.integer({ min: 0, max: 300 }), taken: fc.integer({ min: 0, max: 250 }) }), { maxLength: 5 }),
      async (rounds) => {
        const seen: number[] = []
        const begin = stored
        for (const { written, taken } of rounds) {
          const before = stored
          stored += written
          const writing = (async () => {
            for (let at = before + 1; at <= stored; at += 50) {
              writeNotes(log, 'r', at, Math.min(stored, at + 49))
              await new Promise(setImmediate)
            }
          })()
          const viewer = await openViewer(url, 'r', begin + seen.length)
          await viewer.events(Math.min(taken, stored - begin - seen.length))
          viewer.hangUp()
          await writing
          seen.push(...viewer.seqs())
        }
        const last = await openViewer(url, 'r', begin + seen.length)
        await last.events(stored - begin - seen.length)
        await last.first('caught-up')
        last.hangUp()
        expect([...seen, ...last.seqs()]).toEqual(upTo(stored, begin + 1))
      },
    ),
    { numRuns: 8 },
  )
})

test('two viewers at different places both get all that they asked for', async () => {
  const { url, log } = await start()
  writeNotes(log, 'r', 1, 300)
  const [early, late] = await Promise.all([openViewer(url, 'r'), openViewer(url, 'r', 250)])
  await late.first('caught-up')
  writeNotes(log, 'r', 301, 320)
  await Promise.all([early.events(320), late.events(70)])
  expect([early.seqs(), late.seqs()]).toEqual([upTo(320), upTo(320, 251)])
})

test('all runs can be followed at once, by pos, also those that begin later', async () => {
  const { url, log } = await start()
  writeNotes(log, 'r', 1, 3)
  const viewer = await openViewer(url, '*', 1)
  expect(await viewer.first('caught-up')).toEqual({ type: 'caught-up', run: '*', pos: 3 })
  log.create('s')
  writeNotes(log, 's', 1, 2)
  expect((await viewer.events(4)).map(({ run, seq, pos }) => [run, seq, pos])).toEqual([
    ['r', 2, 2],
    ['r', 3, 3],
    ['s', 1, 4],
    ['s', 2, 5],
  ])
})

test('subscribing again goes on from the new place, and after unsubscribe nothing comes', async () => {
  const { url, log } = await start()
  writeNotes(log, 'r', 1, 3)
  const viewer = await openViewer(url, 'r')
  await viewer.events(3)
  viewer.send({ type: 'subscribe', id: 'again', run: 'r', after: 2 })
  await viewer.events(4)
  viewer.send({ type: 'unsubscribe', id: 'off', run: 'r' })
  await viewer.result('off')
  writeNotes(log, 'r', 4, 4)
  viewer.send({ type: 'ping', id: 'ping' })
  await viewer.result('ping')
  expect(viewer.seqs()).toEqual([1, 2, 3, 3])
})

test('signals reach those who follow the run and have caught up, and only them', async () => {
  const server = await start()
  server.log.create('other')
  const [viewer, all, stranger] = await Promise.all(['r', '*', 'other'].map((run) => openViewer(server.url, run)))
  if (!viewer || !all || !stranger) throw new Error('not all are there')
  await Promise.all([viewer, all, stranger].map((one) => one.first('caught-up')))
  server.signal('r', 'delta', { turn: 't', text: 'Lab' })
  server.signal('other', 'delta', { text: 'x' })
  expect(await viewer.first('signal')).toEqual({ type: 'signal', run: 'r', key: 'delta', data: { turn: 't', text: 'Lab' } })
  expect((await all.first('signal')).run).toBe('r')
  expect((await stranger.first('signal')).run).toBe('other')
})

test('an event too long for a frame is cut for those who did not say that they take more', async () => {
  const { url, log } = await start()
  const labEvent = {
    type: 'question-ask' as const,
    id: 'q',
    text: 'x'.repeat(12_000),
    options: Array.from({ length: 9 }, () => 'y'.repeat(9_000)),
    blocks: false,
  }
  log.input('r', labEvent)
  const [small, large] = [await openViewer(url, 'r'), await openClient(url)]
  large.send({ type: 'hello', id: 'h', client: 'web', max_frame: 1_000_000 })
  large.send({ type: 'subscribe', id: 's', run: 'r' })
  const [[cut], [whole]] = await Promise.all([small.events(1), large.events(1)])
  expect(cut).toMatchObject({ cut: true, event: { type: 'question-ask', text: { chars: 12_000 }, blocks: false } })
  expect(whole?.event).toEqual(labEvent)
  expect(Math.max(...small.sizes)).toBeLessThanOrEqual(61_440)
})

test('a viewer that takes nothing is let go with 4308, and another one misses nothing meanwhile', async () => {
  const { url, log } = await start({ limits: { patience: 300 } })
  const slow = await openViewer(url, 'r')
  await slow.first('caught-up')
  slow.socket.pause()
  const quick = await openViewer(url, 'r')
  const count = 1500
  for (let at = 1; at <= count; at += 50) {
    writeNotes(log, 'r', at, at + 49, 'z'.repeat(15_000))
    await new Promise(setImmediate)
  }
  await quick.events(count)
  expect(quick.seqs()).toEqual(upTo(count))
  await new Promise((resolve) => setTimeout(resolve, 400))
  slow.socket.resume()
  expect(await slow.closed()).toBe(4308)
  expect(slow.all('bye')[0]).toMatchObject({ code: 4308 })
  const seen = slow.seqs()
  expect(seen).toEqual(upTo(seen.length))
  expect(seen.length).toBeLessThan(count)
  const back = await openViewer(url, 'r', seen.length)
  await back.events(count - seen.length)
})

test('a log that cannot be read ends the connection and is reported', async () => {
  const { url, log, defects } = await start()
  const viewer = await openViewer(url, 'r')
  await viewer.first('caught-up')
  log.read = () => {
    throw new Error('the disk is gone')
  }
  writeNotes(log, 'r', 1, 1)
  expect(await viewer.closed()).toBe(1011)
  expect(defects).toEqual([new Error('the disk is gone')])
})

test('what another process writes to the same database is on its way within 150 ms', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-transport-'))
  cleanUps.push(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'gal.sqlite')
  const log = openSqliteEventLog(file, { clock: Date.now, alive: () => false })
  cleanUps.push(() => log.close())
  const { url } = await start({ log })
  const viewer = await openViewer(url, 'r')
  await viewer.first('caught-up')
  const writer: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, '../store/fixtures/writer.ts'), file, 'r', 'person', '20'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const exit = once(writer, 'exit')
  const delays: number[] = []
  for (let count = 1; count <= 20; count++) {
    const stored = (await viewer.events(count))[count - 1]
    delays.push(Date.now() - Date.parse(stored?.at ?? ''))
  }
  expect(await exit).toEqual([0, null])
  expect(viewer.seqs()).toEqual(upTo(20))
  // The median, because a busy machine may hold up either process once.
  expect(delays.sort((a, b) => a - b)[10]).toBeLessThan(150)
})

const breakRow = (file: string, sql: string) => {
  const database = new Database(file)
  const { changes } = database.prepare(sql).run()
  database.close()
  expect(changes).toBeGreaterThan(0)
}
const withBrokenRows = async (...sqls: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-broken-'))
  const file = join(folder, 'gal.sqlite')
  const log = openSqliteEventLog(file, { clock: () => 0, alive: () => true })
  cleanUps.push(() => rmSync(folder, { recursive: true }), log.close)
  log.create('r')
  log.create('s')
  writeNotes(log, 'r', 1, 250)
  writeNotes(log, 's', 1, 5)
  for (const sql of sqls) breakRow(file, sql)
  return start({ log })
}
const broken = (places: string) => `UPDATE event SET size = NULL, body = '{' WHERE ${places}`

test('who follows all runs gets every row that can be read, and each other one is reported once', async () => {
  const server = await withBrokenRows(broken('pos IN (1, 7, 8, 201, 255)'), 'DELETE FROM event WHERE pos BETWEEN 100 AND 200')
  const viewers = await Promise.all([openViewer(server.url, '*'), openViewer(server.url, '*', 7), openViewer(server.url, '*', 255)])
  const readable = upTo(254).filter((pos) => ![1, 7, 8, 201].includes(pos) && (pos < 100 || pos > 200))
  for (const [index, from] of [0, 7, 255].entries()) {
    const viewer = viewers[index]
    expect(await viewer?.first('caught-up')).toEqual({ type: 'caught-up', run: '*', pos: 255 })
    expect(viewer?.all('event').map(({ pos }) => pos)).toEqual(readable.filter((pos) => pos > from))
  }
  const counts = viewers.map((viewer) => viewer.all('event').length)
  writeNotes(server.log, 's', 6, 6)
  await Promise.all(viewers.map((viewer, index) => viewer.events((counts[index] ?? 0) + 1)))
  const reported = server.defects.map((error) => (error instanceof GalError ? `${error.code} ${error.message.split(' is ')[0]}` : error))
  const names = [...[1, 7, 8, 201].map((seq) => `event ${seq} of run r`), 'event 5 of run s']
  expect(reported.toSorted()).toEqual(names.map((name) => `bad-record ${name}`).toSorted())
})

test('who follows a run with a row that cannot be read gets what is before it and a bad-record, and the connection stays', async () => {
  const { url } = await withBrokenRows(broken('pos = 230'))
  const viewer = await openViewer(url, 'r')
  expect(await viewer.first('error')).toMatchObject({ code: 'bad-record', message: expect.stringContaining('event 230 of run r') })
  expect(viewer.seqs()).toEqual(upTo(229))
  viewer.send({ type: 'subscribe', id: 'at', run: 'r', after: 230 })
  expect(await viewer.result('at')).toMatchObject({ ok: false, error: { code: 'bad-record' } })
  viewer.send({ type: 'subscribe', id: 'other', run: 's' })
  expect((await viewer.first('caught-up')).run).toBe('s')
})
