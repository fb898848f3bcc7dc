import type { Server } from 'node:http'
import { GalError } from '../core/error.ts'
import type { EventLog } from '../store/event-log.ts'
import { type AccessRules, accessOf, isLoopback, tokenIn } from './access.ts'
import { type Banner, createBanner } from './banner.ts'
import { createBroadcast } from './broadcast.ts'
import { createClients } from './clients.ts'
import type { HttpContext, SignalListener } from './http/context.ts'
import { controlFor } from './http/control-for.ts'
import { follow } from './http/follow.ts'
import { createHttpHandler } from './http/handler.ts'
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
  /** A second port of the same host, on which the same is served: where REST was before it moved to `port`. */
  restPort?: number | undefined
  /** Empty stands for none. */
  token?: string | undefined
  /** Opens the server for looking only; empty stands for none. */
  audienceToken?: string | undefined
  allowedOrigins: readonly string[]
  /** What the viewer speaks unless somebody chooses otherwise. */
  language?: string
  /** JSON Schema of the settings that a start may carry, for the description of REST. */
  startSettings?: Readonly<Record<string, unknown>>
  /** The version of gal. */
  serverVersion: string
  /** Told of what went wrong inside, once per time. */
  onDefect(error: unknown): void
  /** Told of every message of a WebSocket client that speaks an older protocol, fit to be printed. */
  onMessage?(text: string): void
  limits?: Partial<Limits>
}

export type RunningServer = {
  /** How to reach it: as it was asked for, then each address that it listens on. */
  urls: string[]
  port: number
  restPort?: number
  /** The line for the console in each language; printing it is the caller's. */
  banner: Banner
  /** Broadcasts what is not stored: a piece of an answer, progress. May be called at any rate. */
  signal: SignalListener
  /** Says bye to all viewers and gives the ports back. */
  close(): Promise<void>
}

const authority = (host: string, port: number): string => `${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`
const urlOf = (host: string, port: number): string => `ws://${authority(host, port)}`

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
 * Carries the log to viewers, over WebSocket and HTTP, until it is closed. Throws GalError `open-bind` for a host that others can
 * reach without a token, `port-taken`, and `bad-option` for a host or port that this machine refuses.
 */
export const startServer = async (input: ServerInput): Promise<RunningServer> => {
  const { log, control, host, port: wanted, restPort, allowedOrigins, serverVersion: version, onDefect } = input
  if (!isLoopback(host) && !input.token)
    throw new GalError(
      'open-bind',
      `${host} can be reached by others, and there is no token`,
      'make one with gal serve --token, or listen on localhost',
    )
  const rules: AccessRules = { host, allowedOrigins, token: input.token || undefined, audienceToken: input.audienceToken || undefined }
  const broadcast = createBroadcast(log, onDefect)
  const limits = { ...standard, ...input.limits }
  const access = (shown: string | undefined) => accessOf(rules, shown)
  const { onMessage = () => undefined } = input
  const secrets = [input.token ?? '', input.audienceToken ?? '']
  const sockets = createSocketServer({ broadcast, control, limits, version, onDefect, onMessage, secrets, accessOf: access })
  const listeners = new Set<SignalListener>()
  const clients = createClients(sockets.upgrade)
  const forAccess = controlFor(control)
  let at = authority(host, wanted)
  const context: HttpContext = {
    log,
    version,
    startSettings: input.startSettings,
    language: input.language,
    onDefect,
    controlFor: ({ raw }) => forAccess(access(tokenIn(raw))),
    follow: (run, after, signal) => follow(log, run, after, signal),
    onSignal(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    url: () => `http://${at}`,
    load: clients.load,
  }
  const http = createHttpHandler(context, rules)
  const open: Server[] = []
  const listenOn = async (port: number): Promise<{ servers: Server[]; port: number }> => {
    const bound = await listen(() => createHttpServer(rules, http.handle, clients.upgrade), host, port)
    for (const server of bound.servers) open.push(server.on('error', onDefect))
    return bound
  }
  const close = async (): Promise<void> => {
    broadcast.close()
    await Promise.all([sockets.close(), http.close(), ...open.map(closeHttp)])
  }
  try {
    const { servers, port } = await listenOn(wanted)
    at = authority(host, port)
    const second = restPort === undefined ? {} : { restPort: (await listenOn(restPort)).port }
    return {
      urls: urlsOf(host, port, servers),
      port,
      ...second,
      banner: createBanner(urlOf(host, port)),
      signal(run, key, data) {
        broadcast.signal(run, key, data)
        for (const listener of listeners) listener(run, key, data)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
