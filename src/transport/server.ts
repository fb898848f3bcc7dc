import type { Server } from 'node:http'
import { GalError } from '../core/error.ts'
import type { EventLog } from '../store/event-log.ts'
import { type AccessRules, isLoopback, opens } from './access.ts'
import { type Banner, createBanner } from './banner.ts'
import { createBroadcast } from './broadcast.ts'
import { createHttpServer } from './http.ts'
import type { LabControl } from './lab-control.ts'
import { type Limits, limits as standard } from './limits.ts'
import { listen } from './listen.ts'
import { createSocketServer } from './websocket.ts'

export type ServerInput = {
  log: EventLog
  control: LabControl
  /** `localhost` listens on 127.0.0.1 and ::1; any host but a loopback one needs a token. */
  host: string
  /** 0 takes any that is free. */
  port: number
  /** Empty stands for none. */
  token?: string
  allowedOrigins: readonly string[]
  /** The version of gal. */
  serverVersion: string
  /** Told of what went wrong inside, once per time. */
  onDefect(error: unknown): void
  limits?: Partial<Limits>
}

export type RunningServer = {
  /** How to reach it: as it was asked for, then each address that it listens on. */
  urls: string[]
  port: number
  /** The line for the console in each language; printing it is the caller's. */
  banner: Banner
  /** Broadcasts what is not stored: a piece of an answer, progress. May be called at any rate. */
  signal(run: string, key: string, data: Readonly<Record<string, unknown>>): void
  /** Says bye to all viewers and gives the port back. */
  close(): Promise<void>
}

const urlOf = (host: string, port: number): string => `ws://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`

const urlsOf = (host: string, port: number, servers: readonly Server[]): string[] => {
  const bound = servers.flatMap((server) => {
    const address = server.address()
    return address !== null && typeof address === 'object' ? [urlOf(address.address, port)] : []
  })
  return [...new Set([urlOf(host, port), ...bound])]
}

const closeHttp = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/**
 * Carries the log to viewers over WebSocket until it is closed. Throws GalError `open-bind` for a host that others can reach
 * without a token, `port-taken`, and `bad-option` for a host or port that this machine refuses.
 */
export const startServer = async (input: ServerInput): Promise<RunningServer> => {
  const { log, control, host, port: wanted, token, allowedOrigins, serverVersion: version, onDefect } = input
  if (!isLoopback(host) && !token)
    throw new GalError('open-bind', `${host} can be reached by others, and there is no token`, 'set one, or listen on localhost')
  const rules: AccessRules = { host, allowedOrigins, token: token || undefined }
  const broadcast = createBroadcast(log, onDefect)
  const limits = { ...standard, ...input.limits }
  const sockets = createSocketServer({ broadcast, control, limits, version, onDefect, opens: (shown) => opens(rules, shown) })
  let url = ''
  try {
    const { servers, port } = await listen(() => createHttpServer(rules, () => url, sockets.upgrade), host, wanted)
    url = urlOf(host, port)
    for (const server of servers) server.on('error', onDefect)
    return {
      urls: urlsOf(host, port, servers),
      port,
      banner: createBanner(url),
      signal: broadcast.signal,
      async close() {
        broadcast.close()
        await Promise.all([sockets.close(), ...servers.map(closeHttp)])
      },
    }
  } catch (error) {
    broadcast.close()
    throw error
  }
}
