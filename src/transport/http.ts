import { createServer, type IncomingMessage, type RequestListener, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type AccessRules, refusalOf } from './access.ts'
import { guarded } from './http/guarded.ts'
import { httpLimits } from './http/limits.ts'

/** Where a WebSocket may be opened. */
const socketPaths: ReadonlySet<string> = new Set(['/', '/v1/ws'])

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/'

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

/** How long a client may take, and how often that is looked at; in milliseconds. */
export type Patience = { headersTime: number; requestTime: number; idle: number; interval: number }

/** One listener: `handle` and `upgrade` see only what the guards let through. */
export const createHttpServer = (
  rules: AccessRules,
  handle: RequestListener,
  upgrade: Upgrade,
  { headersTime, requestTime, idle, interval }: Patience = httpLimits,
): Server => {
  const server = createServer(
    {
      maxHeaderSize: httpLimits.headers,
      headersTimeout: headersTime,
      requestTimeout: requestTime,
      keepAliveTimeout: idle,
      connectionsCheckingInterval: interval,
      // Some clients offer another protocol with each request (h2c): they are answered as if they had not.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    guarded(rules, handle),
  )
  return server.on('upgrade', (request, socket, head) => {
    const refusal = refusalOf(request, rules)
    if (refusal !== undefined) return refuseUpgrade(socket, 403, refusal.detail)
    if (!socketPaths.has(pathOf(request))) return refuseUpgrade(socket, 404, 'no WebSocket is served at this path')
    upgrade(request, socket, head)
  })
}
