import { afterEach, beforeEach, expect, test } from 'vitest'
import { GalError } from '../core/error.ts'
import { type Client, openClient } from './testing/client.ts'
import { type SocketBench, startSocketBench } from './testing/socket-bench.ts'
import { standInControl, summaryOf } from './testing/stand-in-control.ts'

let server: SocketBench
let client: Client
const told: unknown[] = []
const runs = Array.from({ length: 400 }, (_, index) => ({ ...summaryOf(`run-${index}`), topic: 't'.repeat(100) }))
const control = standInControl({
  pause: (...input) => void told.push(['pause', ...input]),
  stop() {
    throw new Error('a defect')
  },
  note: async (...input) => void told.push(['note', ...input]),
  async answer() {
    throw new GalError('already-answered', 'berta has answered q1', 'gal note tells more')
  },
  runs: () => runs,
})

beforeEach(async () => {
  told.length = 0
  server = await startSocketBench({ control, limits: { heartbeat: 60 } })
  client = await openClient(server.url)
})
afterEach(() => server.close())

const greet = () => client.send({ type: 'hello', id: 'h', client: 'godot' })

test('hello is answered with welcome and then its result', async () => {
  greet()
  expect(await client.result('h')).toMatchObject({ ok: true })
  expect(client.frames[0]).toMatchObject({
    type: 'welcome',
    protocol: 'gal.v1',
    server: { name: 'gal', version: '0.0.1' },
    limits: { frame_out: 61_440 },
  })
})

test('what comes before hello is refused, and hello can follow on a connection that agreed on gal.v1', async () => {
  client.send({ type: 'run.list', id: '1' })
  client.send('{"type":"run.fly"}')
  client.send('not JSON')
  greet()
  await client.result('h')
  expect(client.all('error').map(({ code }) => code)).toEqual(['hello-first', 'hello-first', 'bad-json'])
})

test('people can pause a run and leave a note, under the name from their hello', async () => {
  greet()
  client.send({ type: 'run.pause', id: '1', run: 'r' })
  client.send({ type: 'run.note', id: '2', run: 'r', text: 'mind the seeds', phase: 'plan-formulation' })
  expect(await client.result('2')).toMatchObject({ ok: true, result: { run: 'r' } })
  expect(told).toEqual([
    ['pause', 'r', 'godot'],
    ['note', 'r', 'godot', 'mind the seeds', 'plan-formulation'],
  ])
})

test('a refusal of the lab comes back with its code; a defect is reported to the server and not told to the client', async () => {
  greet()
  client.send({ type: 'run.answer', id: '1', run: 'r', question: 'q1', answer: 'yes' })
  client.send({ type: 'run.stop', id: '2', run: 'r' })
  expect(await client.result('1')).toMatchObject({
    ok: false,
    error: { code: 'already-answered', message: 'berta has answered q1: gal note tells more', retryable: false },
  })
  const defect = await client.result('2')
  expect(defect).toMatchObject({ ok: false, error: { code: 'defect' } })
  expect(JSON.stringify(defect)).not.toContain('a defect"')
  expect(server.defects).toEqual([new Error('a defect')])
})

test('every command gets exactly one result, in the order of the commands', async () => {
  greet()
  const ids = Array.from({ length: 20 }, (_, index) => `c${index}`)
  for (const [index, id] of ids.entries())
    client.send(['ping', 'run.list', 'unheard-of', 'run.note'].map((type) => ({ type, id, run: 'r', text: 'x' }))[index % 4] ?? {})
  client.send({ type: 'ping', id: 'last' })
  await client.result('last')
  expect(client.all('result').map(({ id }) => id)).toEqual(['h', ...ids, 'last'])
})

test('a list of runs that is too long for a frame holds the last ones and says how many there are', async () => {
  greet()
  client.send({ type: 'run.list', id: '1' })
  const answer = await client.result('1')
  if (!answer.ok) throw new Error(answer.error.message)
  const listed = answer.result.runs as typeof runs
  expect(answer.result.total).toBe(400)
  expect(listed.at(-1)).toEqual(runs.at(-1))
  expect(listed.length).toBeGreaterThan(100)
  expect(Math.max(...client.sizes)).toBeLessThanOrEqual(61_440)
})

test.each([
  ['an unknown run', { run: 'nowhere' }, 'unknown-run'],
  ['a place beyond the end', { run: 'r', after: 7 }, 'bad-after'],
  ['a run while all runs are followed', { run: 'r' }, 'followed-already'],
])('%s cannot be followed', async (_what, wish, code) => {
  greet()
  if (code === 'followed-already') client.send({ type: 'subscribe', id: '0', run: '*' })
  client.send({ type: 'subscribe', id: '1', ...wish })
  expect(await client.result('1')).toMatchObject({ ok: false, error: { code } })
})

test('a quiet connection hears a heartbeat that says where each subscription stands', async () => {
  greet()
  client.send({ type: 'subscribe', id: '1', run: 'r' })
  expect((await client.first('heartbeat')).heads).toEqual({ r: 0 })
})

test('a binary frame ends the connection with 1003, after bye', async () => {
  client.socket.send(Buffer.from('{}'), { binary: true })
  expect(await client.closed()).toBe(1003)
  expect(client.all('bye')[0]?.code).toBe(1003)
})

test('before hello a frame may have 64 KiB, after it 1 MiB', async () => {
  const note = { type: 'run.note', id: '1', run: 'r', text: 'x', more: 'y'.repeat(100_000) }
  greet()
  client.send(note)
  expect(await client.result('1')).toMatchObject({ ok: true })
  client.send({ ...note, more: 'y'.repeat(1024 * 1024) })
  expect(await client.closed()).toBe(1009)
  const early = await openClient(server.url)
  early.send(note)
  expect(await early.closed()).toBe(1009)
})

test('more than 50 commands in a second end the connection with 4429', async () => {
  greet()
  for (let count = 0; count < 60; count++) client.send({ type: 'ping', id: `${count}` })
  expect(await client.closed()).toBe(4429)
  expect(client.all('result').length).toBeLessThanOrEqual(50)
})

test('a refusal is bounded, whatever it quotes: its message is cut, says so, and fits the smallest frame', async () => {
  const key = '\u0001'.repeat(190_000)
  const quoting = standInControl({
    note: async () => {
      throw new GalError('key-reused', `the key ${key} is taken`)
    },
  })
  await server.close()
  server = await startSocketBench({ control: quoting })
  const refused = async (hello: object) => {
    const one = await openClient(server.url)
    one.send({ type: 'hello', id: 'h', client: 'test', ...hello })
    one.send({ type: 'run.note', id: '1', run: 'r', text: 'x' })
    const answer = await one.result('1')
    return { answer: JSON.stringify(answer), longest: Math.max(...one.sizes) }
  }
  const { answer, longest } = await refused({})
  expect(longest).toBeLessThan(2_500 * 6)
  expect(answer).toMatch(/the key .*… [(]cut: the message has 190017 characters[)]/)
  expect((await refused({ max_frame: 4096 })).longest).toBeLessThanOrEqual(4096)
})
