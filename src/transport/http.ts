import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type AccessRules, refusalOf } from './access.ts'

/** Where a WebSocket may be opened. */
const socketPaths: ReadonlySet<string> = new Set(['/', '/v1/ws'])

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/'

type Page = { status: number; type: string; body: string; headers?: Record<string, string> }

const plain = (status: number, body: string, headers: Record<string, string> = {}): Page => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${body}\n`,
  headers,
})

const pageFor = (request: IncomingMessage, rules: AccessRules, url: () => string): Page => {
  const refusal = refusalOf(request, rules)
  if (refusal !== undefined) return plain(403, refusal)
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'only GET is served here', { allow: 'GET, HEAD' })
  const path = pathOf(request)
  if (path === '/healthz') return { status: 200, type: 'application/json', body: '{"status":"ok"}' }
  if (path === '/') return plain(200, `gal is running; connect to ${url()}`)
  if (path === '/v1/ws')
    return plain(426, `this is a WebSocket: connect to ${url()}/v1/ws`, { upgrade: 'websocket', connection: 'Upgrade' })
  return plain(404, `nothing is served at this path; gal is at ${url()}`)
}

const answer = (response: ServerResponse, { status, type, body, headers }: Page): void => {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', ...headers })
  response.end(body)
}

/** Refuses an upgrade in plain HTTP, before there is a WebSocket. */
const refuseUpgrade = (socket: Duplex, status: number, why: string): void => {
  socket.on('error', () => socket.destroy())
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(why)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${why}`, () => socket.destroy())
}

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** The HTTP side: two small pages, and the way in for WebSockets, all behind the same guards. @param url where this server is */
export const createHttpServer = (rules: AccessRules, url: () => string, upgrade: Upgrade): Server => {
  const server = createServer((request, response) => answer(response, pageFor(request, rules, url)))
  return server.on('upgrade', (request, socket, head) => {
    const refusal = refusalOf(request, rules)
    if (refusal !== undefined) return refuseUpgrade(socket, 403, refusal)
    if (!socketPaths.has(pathOf(request))) return refuseUpgrade(socket, 404, 'no WebSocket is served at this path')
    upgrade(request, socket, head)
  })
}
