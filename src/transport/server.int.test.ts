import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createMemoryEventLog } from '../store/memory-event-log.ts'
import type { ServerInput } from './server.ts'
import { openClient } from './testing/client.ts'
import { startTestServer } from './testing/test-server.ts'

const start = (input: Partial<ServerInput> = {}) => startTestServer({ log: createMemoryEventLog(), ...input })

type TestServer = Awaited<ReturnType<typeof start>>
let server: TestServer
beforeEach(async () => {
  server = await start({ host: 'localhost', allowedOrigins: ['https://lab.example/', 'app://lab'] })
})
afterEach(() => server.close())

const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'))

const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const [response] = await once(request({ host: '127.0.0.1', port: server.port, path, headers, method }).end(), 'response')
  const chunks = await response.toArray()
  return { status: response.statusCode, type: response.headers['content-type'], body: Buffer.concat(chunks).toString() }
}

/** The HTTP status with which an upgrade ends: 101 when there is a WebSocket. */
const statusOf = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
    socket.on('unexpected-response', (sent, response) => {
      resolve(response.statusCode)
      sent.destroy()
    })
    socket.on('open', () => {
      resolve(101)
      socket.terminate()
    })
    socket.on('error', reject)
  })

test('localhost is served on both address families under one port', async () => {
  const addresses = ['127.0.0.1', ...(hasIPv6 ? ['[::1]'] : [])]
  expect(server.urls).toEqual(['localhost', ...addresses].map((host) => `ws://${host}:${server.port}`))
  for (const host of addresses) (await openClient(`ws://${host}:${server.port}/v1/ws`)).hangUp()
})

test('HTTP is answered on the same port', async () => {
  expect(await get('/healthz?x=1')).toEqual({ status: 200, type: 'application/json; charset=utf-8', body: '{"status":"ok"}' })
  const others = await Promise.all([get('/'), get('/v1/ws'), get('/etc/passwd'), get('/', {}, 'POST')])
  expect(others.map(({ status }) => status)).toEqual([200, 426, 404, 405])
})

test.each([
  ['a Host that a foreign site could own', { host: 'evil.example' }, 403],
  ['a Host that only begins like this machine', { host: 'localhost.evil.example' }, 403],
  ['an Origin of a foreign site', { origin: 'https://evil.example' }, 403],
  ['an Origin on another port of this machine', { origin: 'http://localhost:1' }, 403],
  ['the Origin null', { origin: 'null' }, 403],
  ['an Origin that is allowed', { origin: 'https://lab.example' }, 101],
  ['the Host of an allowed Origin', { host: 'lab.example' }, 101],
  ['no Origin', {}, 101],
])('%s is decided on before the upgrade', async (_what, headers, status) => {
  expect(await statusOf('/', headers)).toBe(status)
  expect((await get('/healthz', headers)).status).toBe(status === 101 ? 200 : status)
})

test("the server's own pages may connect, under each name of this machine", async () => {
  const names = ['localhost', '127.0.0.1', '[::1]']
  expect(await Promise.all(names.map((name) => statusOf('/', { origin: `http://${name}:${server.port}` })))).toEqual([101, 101, 101])
})

test('a WebSocket is opened at its two paths only', async () => {
  expect(await Promise.all(['/', '/v1/ws?x', '/v1/wss', '/mcp'].map((path) => statusOf(path, {})))).toEqual([101, 101, 404, 404])
})

test('the subprotocol gal.v1 is agreed on when it is offered', async () => {
  const client = await openClient(server.url, { protocols: ['other', 'gal.v1'] })
  expect([client.socket.protocol, client.socket.extensions]).toEqual(['gal.v1', ''])
})

test('the line for the console comes in three languages', () => {
  const url = `ws://localhost:${server.port}`
  expect(server.banner).toMatchObject({ en: `WebSocket server started at ${url}`, es: `Servidor WebSocket iniciado en ${url}` })
})

test.each(['127.0.0.1', '::1'])('a port that is taken on %s is refused by its number, and nothing stays open', async (address) => {
  if (address === '::1' && !hasIPv6) return
  const other = createServer().listen(0, address)
  await once(other, 'listening')
  const taken = (other.address() as { port: number }).port
  const refusal = await start({ host: 'localhost', port: taken }).catch((error) => error)
  expect(refusal).toMatchObject({ code: 'port-taken', message: expect.stringMatching(`${taken}.*EADDRINUSE`) })
  other.close()
  await once(other, 'close')
  const again = await start({ host: 'localhost', port: taken })
  await again.close()
})

test.each([
  ['a host that others can reach, without a token', { host: '0.0.0.0' }, 'open-bind'],
  ['an address of another machine', { host: '192.0.2.1', token: 't' }, 'bad-option'],
  ['a port that cannot be', { port: 70_000 }, 'bad-option'],
])('%s is refused', async (_what, input, code) => {
  await expect(start(input)).rejects.toMatchObject({ code })
})

test('a token is taken as Bearer, in the query, as a subprotocol and in hello; without it nothing is told', async () => {
  const guarded = await start({ token: 'secret' })
  const outcome = async (path: string, options: object, hello: object): Promise<unknown> => {
    const client = await openClient(`${guarded.url}${path}`, options)
    client.send({ type: 'hello', id: 'h', client: 'test', ...hello })
    const { ok } = await client.result('h')
    if (!ok) return [client.frames.map(({ type }) => type)[0], await client.closed()]
    client.hangUp()
    return ok
  }
  expect(await outcome('/', { headers: { authorization: 'Bearer secret' } }, {})).toBe(true)
  expect(await outcome('/?token=secret', {}, {})).toBe(true)
  expect(await outcome('/', { protocols: ['gal.v1', 'gal.token.secret'] }, {})).toBe(true)
  expect(await outcome('/', {}, { token: 'secret' })).toBe(true)
  expect(await outcome('/?token=secre', {}, {})).toEqual(['result', 4401])
  expect(await outcome('/', {}, { token: 'secret ' })).toEqual(['result', 4401])
  await guarded.close()
})

test('a peer from which nothing comes, not even a pong, is hung up on; one that answers pings is kept', async () => {
  const brisk = await start({ limits: { ping: 50, silence: 200 } })
  const alive = await openClient(brisk.url)
  const dead = await openClient(brisk.url, { autoPong: false })
  await dead.closed()
  expect(alive.socket.readyState).toBe(WebSocket.OPEN)
  await brisk.close()
})

test('closing says bye, ends also those who take nothing, and gives the port back', async () => {
  const closing = await start({ limits: { farewell: 100 } })
  const [polite, deaf] = [await openClient(closing.url), await openClient(closing.url)]
  deaf.socket.pause()
  const gone = polite.closed()
  await closing.close()
  expect(await gone).toBe(1001)
  expect(polite.all('bye')[0]?.code).toBe(1001)
  deaf.hangUp()
  await (await start({ port: closing.port })).close()
})
