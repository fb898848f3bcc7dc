import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openClient } from './testing/client.ts'
import { type SocketBench, startSocketBench } from './testing/socket-bench.ts'
import { standInControl, summaryOf } from './testing/stand-in-control.ts'

let server: SocketBench
afterEach(() => server.close())

const access = { secret: 'full', audience: 'read-only' } as const
const guarded = async () => {
  server = await startSocketBench({
    accessOf: (token) => Object.entries(access).find(([known]) => known === token)?.[1],
    control: standInControl({ run: summaryOf }),
  })
}
const greet = async (path: string, hello: object) => {
  const client = await openClient(`${server.url}${path}`)
  client.send({ type: 'hello', id: 'h', client: 'test', ...hello })
  return client
}

test.each([
  ['the token in the address', '/?token=secret', {}, 'full'],
  ['the token in hello', '/', { token: 'secret' }, 'full'],
  ['the audience token in the address', '/?token=audience', {}, 'read-only'],
  ['the audience token in hello', '/', { token: 'audience' }, 'read-only'],
  ['a better token in hello', '/?token=audience', { token: 'secret' }, 'full'],
  ['a wrong token in hello beside a right one', '/?token=secret', { token: 'wrong' }, 'full'],
])('welcome says what a client may do: %s', async (_what, path, hello, expected) => {
  await guarded()
  const client = await greet(path, hello)
  expect(await client.first('welcome')).toMatchObject({ access: expected })
})

test('without a token that opens anything, hello is refused and the connection ends with 4401', async () => {
  await guarded()
  const client = await greet('/', { token: 'wrong' })
  expect(await client.result('h')).toMatchObject({ ok: false, error: { code: 'no-token', retryable: false } })
  expect(await client.closed()).toBe(4401)
})

const full = [
  { type: 'run.start', topic: 'x' },
  { type: 'run.resume', run: 'r' },
  { type: 'run.pause', run: 'r' },
  { type: 'run.stop', run: 'r' },
  { type: 'run.note', run: 'r', text: 'x' },
  { type: 'run.answer', run: 'r', question: 'q', answer: 'x' },
  { type: 'agent.execute', agent_id: 'a' },
]
const looking = [
  { type: 'ping' },
  { type: 'subscribe', run: 'r' },
  { type: 'unsubscribe', run: 'r' },
  { type: 'run.list' },
  { type: 'run.get', run: 'r' },
  { type: 'agent.list' },
  { type: 'events.get', run: 'r', from: 1, to: 3 },
]

test('the audience may look at everything and change nothing', async () => {
  await guarded()
  const client = await greet('/', { token: 'audience' })
  const codes: string[] = []
  for (const command of [...full, ...looking]) {
    client.send({ ...command, id: command.type })
    const result = await client.result(command.type)
    codes.push(result.ok ? 'done' : result.error.code)
  }
  expect(codes).toEqual([...full.map(() => 'read-only-token'), ...looking.map(() => 'done')])
})

test.each(['gal.v1', 1])('version %s is ours', async (version) => {
  server = await startSocketBench()
  expect(await (await greet('/', { version })).result('h')).toMatchObject({ ok: true })
})

test.each(['gal.v2', 2, ''])('version %s is refused, and the connection ends with 4406', async (version) => {
  server = await startSocketBench()
  const client = await greet('/', { version })
  expect(await client.result('h')).toMatchObject({ ok: false, error: { code: 'no-such-version' } })
  expect(await client.closed()).toBe(4406)
})

test('who offers another version only hears bye and 4406; who offers ours beside it is served', async () => {
  server = await startSocketBench()
  const other = await openClient(server.url, { protocols: ['gal.v2'] })
  expect(await other.closed()).toBe(4406)
  expect(other.all('bye')[0]).toMatchObject({ code: 4406, reason: 'this server speaks gal.v1, not gal.v2' })
  const both = await openClient(server.url, { protocols: ['gal.v2', 'gal.v1'] })
  expect(both.socket.protocol).toBe('gal.v1')
  expect(both.socket.readyState).toBe(WebSocket.OPEN)
})

test('a first frame that is a hello makes a connection gal.v1, even if it lacks something', async () => {
  server = await startSocketBench()
  const client = await openClient(server.url, { protocols: [] })
  client.send({ type: 'hello', id: 'h' })
  expect(await client.result('h')).toMatchObject({ ok: false, error: { code: 'bad-frame' } })
  client.send({ type: 'hello', id: 'again', client: 'test' })
  expect(await client.result('again')).toMatchObject({ ok: true })
})

test('a frame over 64 KiB in place of hello is not read', async () => {
  server = await startSocketBench()
  const client = await openClient(server.url)
  client.send({ type: 'hello', id: 'h', client: 'test', more: 'x'.repeat(64 * 1024) })
  expect(await client.closed()).toBe(1009)
  expect(client.frames.map(({ type }) => type)).toEqual(['bye'])
})
