import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'
import { startGal, until } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { startBeside, startServe } from './serving.ts'

const viewers = 20
const dropsEach = 10
/** A rehearsal has more entries than this. */
const lastDrop = 150

/** When the server is killed: after so many drops of all viewers together. */
const kills = [40, 120]

type Told = { seen: { seq: number; event: unknown }[]; broken: number; refused: number }

/** Where each viewer hangs up: ten places, spread over the run and different for each. */
const dropsOf = (viewer: number): number[] =>
  Array.from({ length: dropsEach }, (_, place) => 1 + (place * lastDrop) / dropsEach + ((viewer * 7 + place * 3) % 12))

/** A viewer in a process of its own; `end` is what it tells at the end. */
const startViewer = (url: string, viewer: number, onDrop: () => void) => {
  const child: ChildProcess = startBeside('follow-run.ts', [url, JSON.stringify(dropsOf(viewer))])
  const ready = once(child, 'message')
  const end = new Promise<Told>((resolve, reject) => {
    child.on('message', (message: string | Told) => {
      if (message === 'dropped') onDrop()
      if (typeof message === 'object') resolve(message)
    })
    // Unlike its exit, this comes after all that it has sent.
    child.on('disconnect', () => reject(new Error(`viewer ${viewer} ended and told nothing`)))
  })
  return { ready, end, tell: (run: string) => child.send(run) }
}

test('twenty viewers in processes of their own drop two hundred times while gal run drives and gal serve is killed twice: each has every event once, in order', async () => {
  const runs = temporary()
  let server = await startServe(runs)
  const { port } = server
  onTestFinished(() => server.kill())
  let drops = 0
  const onDrop = () => {
    drops += 1
  }
  const watching = Array.from({ length: viewers }, (_, viewer) => startViewer(`ws://127.0.0.1:${port}`, viewer, onDrop))
  await Promise.all(watching.map(({ ready }) => ready))
  const topic = 'Does label smoothing help a small classifier?'
  const driver = startGal(['run', topic, '--model', 'rehearsal', '--runs', runs, '--plain', '--no-serve'], { cwd: runs })
  const driven = once(driver, 'exit')
  const log = openSqliteEventLog(join(runs, 'gal.sqlite'), { clock: Date.now, alive: () => true })
  expect(await until(() => log.runs().length > 0, 30_000)).toBe(true)
  const run = log.runs()[0]?.run ?? ''
  for (const { tell } of watching) tell(run)
  const all = Promise.all(watching.map(({ end }) => end))
  for (const reached of kills) {
    expect(await until(() => drops >= reached, 60_000)).toBe(true)
    expect(driver.exitCode).toBeNull()
    await server.kill()
    server = await startServe(runs, port)
  }
  expect((await driven)[0]).toBe(0)
  const stored = log.read(run, 0).map(({ seq, event }) => ({ seq, event: JSON.parse(JSON.stringify(event)) }))
  for (const { seen } of await all) expect(seen).toEqual(stored)
  expect(drops).toBe(viewers * dropsEach)
  const results = await all
  const sum = (of: 'broken' | 'refused') => results.reduce((total, told) => total + told[of], 0)
  process.stdout.write(`the killed server broke ${sum('broken')} connections and was not there for ${sum('refused')} more\n`)
  for (const { broken, refused } of results) expect(broken + refused).toBeGreaterThan(0)
  log.close()
}, 180_000)
