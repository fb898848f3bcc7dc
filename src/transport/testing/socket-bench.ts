import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EventLog } from '../../store/event-log.ts'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { createBroadcast } from '../broadcast.ts'
import { limits as standard } from '../limits.ts'
import type { SessionParts } from '../session.ts'
import { createSocketServer } from '../websocket.ts'
import { standInControl } from './stand-in-control.ts'

type Input = Partial<Omit<SessionParts, 'broadcast' | 'limits'>> & {
  log?: EventLog
  port?: number
  limits?: Partial<SessionParts['limits']>
}

/** The WebSocket side alone, on a free port of this machine, with a run r; keeps its defects and the messages it was told of. */
export const startSocketBench = async ({ log = createMemoryEventLog(), port = 0, limits, ...changes }: Input = {}) => {
  if (!log.has('r')) log.create('r')
  const defects: unknown[] = []
  const messages: string[] = []
  const onDefect = (error: unknown) => void defects.push(error)
  const broadcast = createBroadcast(log, onDefect)
  const sockets = createSocketServer({
    broadcast,
    control: standInControl(),
    version: '0.0.1',
    accessOf: () => 'full',
    onMessage: (text) => void messages.push(text),
    onDefect,
    ...changes,
    limits: { ...standard, ...limits },
  })
  const server = createServer().on('upgrade', sockets.upgrade).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const bound = (server.address() as AddressInfo).port
  return {
    log,
    defects,
    messages,
    signal: broadcast.signal,
    port: bound,
    url: `ws://127.0.0.1:${bound}`,
    async close() {
      broadcast.close()
      server.close()
      await sockets.close()
    },
  }
}
export type SocketBench = Awaited<ReturnType<typeof startSocketBench>>
