import { afterEach, beforeEach, expect, test } from 'vitest'
import { GalError } from '../core/error.ts'
import type { LabControl } from './lab-control.ts'
import { type Client, openClient } from './testing/client.ts'
import { type SocketBench, startSocketBench } from './testing/socket-bench.ts'
import { standInControl, summaryOf } from './testing/stand-in-control.ts'
import { writeNotes } from './testing/write-notes.ts'

let server: SocketBench
let client: Client
let told: unknown[]
let held: PromiseWithResolvers<void>

const lab: Partial<LabControl> = {
  async start(input) {
    told.push(input)
    return { run: 'r-new', begun: input.key !== 'known' }
  },
  async resume(run, by) {
    if (run === 'full') throw new GalError('too-many-runs', 'four runs are driven')
    told.push([run, by])
    return { run: 'r' }
  },
  run: (run) => summaryOf(run === 'latest' ? 'r' : run),
  agents: () => [{ id: 'reader', name: 'Reader', description: 'reads', role: null, model: 'rehearsal', actions: ['read'] }],
  async execute(agent) {
    if (agent === 'slow') await held.promise
    return { agent, results: [{ function_name: 'say', result: agent === 'long' ? 'x'.repeat(100_000) : 'hi' }] }
  },
}

beforeEach(async () => {
  told = []
  held = Promise.withResolvers()
  server = await startSocketBench({ control: standInControl(lab), limits: { openCommands: 2 } })
  client = await openClient(server.url)
  client.send({ type: 'hello', id: 'h', client: 'web' })
})
afterEach(() => server.close())

const ask = (command: { type: string; [field: string]: unknown }, id = command.type) => {
  client.send({ ...command, id })
  return client.result(id)
}
const resultOf = async (command: { type: string; [field: string]: unknown }) => {
  const result = await ask(command)
  if (!result.ok) throw new Error(result.error.message)
  return result.result
}

test('a run is begun with its settings and its key, under the name from the hello', async () => {
  const config = { seed: 7 }
  expect(await resultOf({ type: 'run.start', topic: 'x', config, idempotency_key: 'known' })).toEqual({ run: 'r-new', begun: false })
  await ask({ type: 'run.start', topic: 'y' }, 'bare')
  expect(told).toEqual([
    { topic: 'x', by: 'web', config, key: 'known' },
    { topic: 'y', by: 'web' },
  ])
})

test('a run is taken up again, shown, and agents are listed', async () => {
  expect(await resultOf({ type: 'run.resume', run: 'latest' })).toEqual({ run: 'r' })
  expect(told).toEqual([['latest', 'web']])
  expect(await resultOf({ type: 'run.get', run: 'latest' })).toEqual(summaryOf('r'))
  expect(await resultOf({ type: 'agent.list' })).toEqual({ agents: [expect.objectContaining({ id: 'reader' })] })
})

test('a refusal that passes by itself says so', async () => {
  expect(await ask({ type: 'run.resume', run: 'full' })).toMatchObject({ error: { code: 'too-many-runs', retryable: true } })
  expect(await ask({ type: 'subscribe', run: 'r', after: 9 })).toMatchObject({ error: { code: 'bad-after', retryable: false } })
})

test('an execution is answered when it is done, and holds up no other command', async () => {
  client.send({ type: 'agent.execute', id: 'slow', agent_id: 'slow' })
  expect(await resultOf({ type: 'agent.execute', agent_id: 'quick' })).toEqual({
    agent: 'quick',
    results: [{ function_name: 'say', result: 'hi' }],
  })
  await ask({ type: 'ping' })
  expect(client.all('result').map(({ id }) => id)).toEqual(['h', 'agent.execute', 'ping'])
  held.resolve()
  expect(await client.result('slow')).toMatchObject({ ok: true, result: { agent: 'slow' } })
})

test('only so many long commands may be open at once', async () => {
  for (const id of ['a', 'b', 'c']) client.send({ type: 'agent.execute', id, agent_id: 'slow' })
  expect(await client.result('c')).toMatchObject({ ok: false, error: { code: 'too-many-open', retryable: true } })
  held.resolve()
  await Promise.all(['a', 'b'].map((id) => client.result(id)))
  expect(await ask({ type: 'agent.execute', agent_id: 'quick' })).toMatchObject({ ok: true })
})

test('an execution goes on when its client is gone, and its end is no defect', async () => {
  client.send({ type: 'agent.execute', id: 'slow', agent_id: 'slow' })
  await ask({ type: 'ping' })
  client.hangUp()
  const other = await openClient(server.url)
  held.resolve()
  other.send({ type: 'hello', id: 'h', client: 'web' })
  await other.result('h')
  expect(server.defects).toEqual([])
})

test('a result too long for a frame is cut and marked', async () => {
  expect(await ask({ type: 'agent.execute', agent_id: 'long' })).toMatchObject({
    cut: true,
    result: { agent: 'long', results: [{ function_name: 'say', result: { chars: 100_000, head: 'x'.repeat(4096) } }] },
  })
  expect(Math.max(...client.sizes)).toBeLessThanOrEqual(61_440)
})

test('a stretch of the log is the frames that a viewer would get, and next says where to go on', async () => {
  writeNotes(server.log, 'r', 1, 450)
  const seqsOf = (events: unknown) => (events as { seq: number }[]).map(({ seq }) => seq)
  const first = await resultOf({ type: 'events.get', run: 'r', from: 3, to: 5 })
  expect(first).toEqual({ run: 'r', events: server.log.read('r', 2, 3).map((stored) => ({ type: 'event', ...stored })), next: null })
  const seen: number[] = []
  let from: number | null = 1
  let pages = 0
  while (from !== null) {
    const page = await ask({ type: 'events.get', run: 'latest', from, to: 10_000 }, `page ${pages++}`)
    if (!page.ok) throw new Error(page.error.message)
    seen.push(...seqsOf(page.result.events))
    from = page.result.next as number | null
  }
  expect(seen).toEqual(Array.from({ length: 450 }, (_, index) => index + 1))
  expect(pages).toBe(3)
})

test('as many entries as a frame takes come at once, one too long for any is cut', async () => {
  writeNotes(server.log, 'r', 1, 30, 'x'.repeat(8_000))
  server.log.input('r', {
    type: 'question-ask',
    id: 'q',
    text: 'x',
    options: Array.from({ length: 9 }, () => 'y'.repeat(9_000)),
    blocks: false,
  })
  const page = await resultOf({ type: 'events.get', run: 'r', from: 1, to: 31 })
  expect((page.events as unknown[]).length).toBe(7)
  expect(page.next).toBe(8)
  const last = await ask({ type: 'events.get', run: 'r', from: 31, to: 31 }, 'last')
  expect(last).toMatchObject({ result: { events: [{ seq: 31, cut: true, event: { type: 'question-ask' } }], next: null } })
  expect(Math.max(...client.sizes)).toBeLessThanOrEqual(61_440)
})

test.each([
  ['beyond the end', 9, 12],
  ['that ends before it begins', 2, 1],
])('a stretch %s is empty', async (_what, from, to) => {
  writeNotes(server.log, 'r', 1, 3)
  expect(await resultOf({ type: 'events.get', run: 'r', from, to })).toEqual({ run: 'r', events: [], next: null })
})
