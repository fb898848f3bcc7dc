import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteEventLog } from './sqlite-event-log.ts'

const writer = join(import.meta.dirname, 'fixtures/writer.ts')

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gal-processes-'))
  file = join(folder, 'gal.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = () => openSqliteEventLog(file, { clock: Date.now, alive: () => false })

/** A writer, and the lines that it has said so far. */
const startWriter = (run: string, kind: 'driver' | 'person', count: number) => {
  const child: ChildProcess = spawn(process.execPath, [writer, file, run, kind, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (!child.stdout) throw new Error('the writer has no output')
  const lines = createInterface({ input: child.stdout })
  const said: string[] = []
  lines.on('line', (line) => said.push(line))
  const closed = Promise.all([once(child, 'exit'), once(lines, 'close')])
  return { child, lines, said, ended: () => closed.then(() => said) }
}

test('processes that open a new file at the same moment all get to write, each to a run of its own', async () => {
  const writers = ['a', 'b', 'c', 'd'].map((run) => startWriter(run, 'driver', 5))
  for (const { ended } of writers) expect(await ended()).toEqual(['1', '2', '3', '4', '5'])
  const log = open()
  expect(log.runs().map(({ head }) => head)).toEqual([5, 5, 5, 5])
  expect(log.readAll(0).map(({ pos }) => pos)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  log.close()
})

test('opening a new file at the very moment at which others do never fails', async () => {
  const threads = 4
  const gates = new Int32Array(new SharedArrayBuffer(50 * 4))
  const openers = Array.from({ length: threads }, async () => {
    const opener = new Worker(new URL('fixtures/opener.ts', import.meta.url), { workerData: { folder, gates, threads } })
    const [troubles] = await once(opener, 'message')
    return troubles
  })
  expect(await Promise.all(openers)).toEqual([[], [], [], []])
})

test('two processes that write to one run lose nothing, double nothing and leave no gap', async () => {
  const log = open()
  log.create('a')
  const people = [startWriter('a', 'person', 25), startWriter('a', 'person', 25)]
  const said = await Promise.all(people.map(({ ended }) => ended()))
  const numbers = said.flat().map(Number)
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  expect(log.read('a', 0).map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  expect(log.verify('a')).toEqual({ ok: true, head: 50 })
  log.close()
})

test.each([3, 17, 60])('a driver killed by SIGKILL after %i events has lost none that it was told is stored', async (lines) => {
  const { child, lines: output, said, ended } = startWriter('a', 'driver', 100_000)
  output.on('line', () => {
    if (said.length === lines) child.kill('SIGKILL')
  })
  await ended()
  const log = open()
  const { head } = log.runs()[0] ?? { head: 0 }
  expect(head).toBeGreaterThanOrEqual(Number(said.at(-1)))
  expect(log.verify('a')).toEqual({ ok: true, head })
  expect(log.acquire('a', { pid: 1, started: '1', host: 'here' })).toHaveProperty('lease')
  log.close()
})

test('a watcher hears within a moment of what another process stored', async () => {
  const log = open()
  log.create('a')
  const { promise, resolve } = Promise.withResolvers<void>()
  const end = log.watch(() => {
    if (log.read('a', 0).length === 3) resolve()
  })
  await Promise.all([promise, startWriter('a', 'person', 3).ended()])
  end()
  log.close()
})
