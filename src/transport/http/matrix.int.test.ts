import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Asked, ask, json } from './testing/ask.ts'
import type { Document } from './testing/declared.ts'
import { type RestLab, startRestLab } from './testing/rest-lab.ts'

let lab: RestLab
beforeAll(async () => {
  lab = await startRestLab({ host: 'localhost', token: 'full-token', audienceToken: 'look-token', allowedOrigins: ['https://lab.example'] })
})
afterAll(async () => {
  await lab.close()
  expect(lab.defects).toEqual([])
})

type Row = { path: string; template?: string; asked?: Asked; wants: 'public' | 'look' | 'act'; gives: number | 'what it gives' }
const look = (path: string, template = path, gives = 200): Row => ({ path, template, wants: 'look', gives })
const page = (path: string): Row => ({ path, wants: 'public', gives: 200 })
const change = (path: string, template: string, body: unknown, gives = 200): Row => ({
  path,
  template,
  wants: 'act',
  gives,
  asked: body === undefined ? { method: 'POST' } : json(body),
})
const ofRun = '/v1/runs/{run}'

/** Every route, who may use it, and what it answers to whom it lets in. */
const rows: readonly Row[] = [
  page('/'),
  page('/agents'),
  page('/runs/r'),
  page('/runs/r/record'),
  page('/runs/r/paper'),
  { path: '/assets/none.js', wants: 'public', gives: 404 },
  { path: '/godot', wants: 'public', gives: 308 },
  { path: '/godot/none.wasm', wants: 'public', gives: 404 },
  { ...page('/healthz'), template: '/healthz' },
  { ...page('/healthz'), asked: { method: 'HEAD' } },
  { ...page('/healthz'), asked: { method: 'DELETE' }, gives: 405 },
  look('/openapi.json'),
  look('/asyncapi.json'),
  look('/schemas/protocol.json'),
  look('/metrics'),
  look('/v1/ws', '/v1/ws', 426),
  look('/v1/runs'),
  { ...look('/v1/runs'), asked: { method: 'HEAD' } },
  { ...look('/v1/runs'), asked: { method: 'PUT' }, gives: 405 },
  look('/v1/runs/r', ofRun),
  look('/v1/runs/r/state', `${ofRun}/state`),
  look('/v1/runs/r/events', `${ofRun}/events`),
  look('/v1/runs/r/events/1', `${ofRun}/events/{seq}`),
  look(`/v1/runs/r/blobs/${'0'.repeat(64)}`, `${ofRun}/blobs/{sha}`, 404),
  look('/v1/runs/r/artifacts', `${ofRun}/artifacts`),
  look('/v1/runs/r/artifacts/report/report.md', `${ofRun}/artifacts/{name}`),
  look('/v1/agents'),
  { ...look('/v1/papers?q=x', '/v1/papers'), wants: 'act' },
  change('/v1/runs', '/v1/runs', { topic: 'Does it?' }, 201),
  change('/v1/runs/r/pause', `${ofRun}/pause`, undefined),
  change('/v1/runs/r/resume', `${ofRun}/resume`, undefined),
  change('/v1/runs/r/stop', `${ofRun}/stop`, undefined),
  change('/v1/runs/r/note', `${ofRun}/note`, { text: 'x' }),
  change('/v1/runs/r/answer', `${ofRun}/answer`, { question: 'q', answer: 'a' }),
  change('/v1/agents/a%2Fb/execute', '/v1/agents/{id}/execute', undefined),
  change('/api/text', '/api/text', { prompt: 'x' }),
  change('/api/image', '/api/image', { prompt: 'x' }, 501),
  { ...look('/predict'), asked: json({ message: 'hi' }) },
  ...['/mcp', '/agui'].flatMap((path) =>
    ['GET', 'POST', 'DELETE'].map((method): Row => ({ path, asked: { method }, wants: 'look', gives: 'what it gives' })),
  ),
  look('/nowhere', '', 404),
  look('/v1/nowhere', '', 404),
  look('/assets', '', 404),
  look('/healthz/', '', 404),
]

const port = () => lab.port
/** What stands for the port in a Host or an Origin. */
const withPort = (text: string) => text.replace('PORT', `${port()}`)

const hosts = [
  { host: 'localhost:PORT', own: true },
  { host: '127.0.0.1:PORT', own: true },
  { host: '[::1]:PORT', own: true },
  { host: 'lab.example', own: true },
  { host: 'evil.example', own: false },
  { host: 'localhost.evil.example:PORT', own: false },
  { host: '127.0.0.1.evil.example', own: false },
]
const origins = [
  { origin: undefined, own: true },
  { origin: 'http://localhost:PORT', own: true },
  { origin: 'https://lab.example', own: true },
  { origin: 'null', own: false },
  { origin: 'https://evil.example', own: false },
  { origin: 'http://localhost:1', own: false },
  { origin: 'https://lab.example.evil.example', own: false },
]
const tokens = [
  { token: 'none', shown: undefined, access: undefined },
  { token: 'wrong', shown: 'full-toke', access: undefined },
  { token: 'read-only', shown: 'look-token', access: 'read-only' },
  { token: 'full', shown: 'full-token', access: 'full' },
] as const

const cells = hosts.flatMap((host) => origins.flatMap((origin) => tokens.map((token) => ({ ...token, host, origin }))))
type Cell = (typeof cells)[number]

const headersOf = ({ host, origin, shown }: Cell): Record<string, string> => ({
  host: withPort(host.host),
  ...(origin.origin === undefined ? {} : { origin: withPort(origin.origin) }),
  ...(shown === undefined ? {} : { authorization: `Bearer ${shown}` }),
})

const expected = ({ host, origin, access }: Cell, { wants, gives }: Row): [status: Row['gives'], code: string | undefined] => {
  if (!host.own) return [403, 'foreign-host']
  if (!origin.own) return [403, 'foreign-origin']
  if (wants === 'public') return [gives, undefined]
  if (access === undefined) return [401, 'no-token']
  return wants === 'act' && access === 'read-only' ? [403, 'read-only-token'] : [gives, undefined]
}

const codeIn = (type: string | undefined, body: string): string | undefined =>
  type?.startsWith('application/problem+json') && body !== '' ? (JSON.parse(body) as { code: string }).code : undefined

describe.each(rows.map((row) => ({ method: row.asked?.method ?? 'GET', ...row })))('$method $path', (row) => {
  test('is answered as the table says, for every Host, Origin and token', async () => {
    const wrong: unknown[] = []
    for (const cell of cells) {
      const asked = { ...row.asked, headers: { ...row.asked?.headers, ...headersOf(cell) } }
      const { status, headers, body } = await ask(port(), row.path, asked)
      const [wanted, code] = expected(cell, row)
      const told = codeIn(headers['content-type'], body)
      // What an adapter answers is for its own tests; here it counts that the guards let the request through.
      const reached = wanted === 'what it gives' ? status !== 401 && status !== 403 : status === wanted
      const fits = reached && (code === undefined || row.method === 'HEAD' || told === code)
      const challenged = (status === 401) === (headers['www-authenticate'] !== undefined)
      if (!fits || !challenged) wrong.push({ ...headersOf(cell), status, told, wanted, code })
    }
    expect(wrong).toEqual([])
  })
})

test('the table has every route that is described, with each of its methods', async () => {
  const { body } = await ask(port(), '/openapi.json', { headers: { authorization: 'Bearer full-token' } })
  const { paths } = JSON.parse(body) as Document
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((name) => `${name.toUpperCase()} ${path}`))
  const inTable = new Set(rows.map(({ template, asked }) => `${asked?.method ?? 'GET'} ${template}`))
  expect(described.filter((route) => !inTable.has(route))).toEqual([])
})

const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'))

/** How an attempt to open a WebSocket ends: the status of the refusal, or what the hello is answered. */
const upgradeOf = (headers: Record<string, string>): Promise<number | string> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port()}/v1/ws`, 'gal.v1', { headers })
    socket.on('unexpected-response', (sent, response) => {
      resolve(response.statusCode ?? 0)
      sent.destroy()
    })
    socket.on('open', () => socket.send('{"type":"hello","id":"h","client":"test"}'))
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as { type: string; access?: string; error?: { code: string } }
      resolve(frame.access ?? frame.error?.code ?? frame.type)
      socket.terminate()
    })
    socket.on('error', reject)
  })

test('a WebSocket is opened as the same table says: refused before the upgrade for Host and Origin, in hello for the token', async () => {
  const wrong: unknown[] = []
  for (const cell of cells) {
    const wanted = cell.host.own && cell.origin.own ? (cell.access ?? 'no-token') : 403
    const told = await upgradeOf(headersOf(cell))
    if (told !== wanted) wrong.push({ ...headersOf(cell), told, wanted })
  }
  expect(wrong).toEqual([])
})

test.each(['?token=full-token', '?x=1&token=full-token'])('the token is taken from the address too: %s', async (query) => {
  expect((await ask(port(), `/v1/runs${query}`)).status).toBe(200)
})

test.runIf(hasIPv6)('::1 is behind the same guards', async () => {
  const refused = await fetch(`http://[::1]:${port()}/v1/runs`)
  expect(refused.status).toBe(401)
})

test('a path that only looks like a public one is not', async () => {
  const paths = ['/assets/../v1/runs', '/assets/..%2fv1/runs', '//v1/runs', '/healthz;/../v1/runs', '/%76%31/runs', '/V1/runs']
  const answers = await Promise.all(paths.map((path) => ask(port(), path)))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 401, 401, 401, 401])
})

test('pages of an allowed Origin are told so, before they send and when they read; others never are', async () => {
  const asks = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
  const allowed = await ask(port(), '/v1/runs', { method: 'OPTIONS', headers: { origin: 'https://lab.example', ...asks } })
  expect(allowed.status).toBe(204)
  expect(allowed.headers).toMatchObject({
    'access-control-allow-origin': 'https://lab.example',
    'access-control-allow-headers': expect.stringContaining('Authorization'),
    'access-control-allow-methods': expect.stringContaining('POST'),
    vary: 'Origin',
  })
  const read = await ask(port(), '/v1/runs', { headers: { origin: 'https://lab.example' } })
  expect([read.status, read.headers['access-control-allow-origin']]).toEqual([401, 'https://lab.example'])
  const foreign = await ask(port(), '/v1/runs', { method: 'OPTIONS', headers: { origin: 'https://evil.example', ...asks } })
  expect([foreign.status, foreign.headers['access-control-allow-origin']]).toEqual([403, undefined])
})

test('a body of somebody without the token is not read', async () => {
  const { status } = await ask(port(), '/v1/runs', { ...json({}), body: 'x'.repeat(4_000_000) })
  expect(status).toBe(401)
})
