import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { encode } from '../../src/transport/protocol.ts'
import { noteOf, run } from './log-of-notes.ts'
import { serveTicks } from './serve-ticks.ts'

/** `ws` and nothing else: each tick is a frame of the same bytes, sent to whoever is there. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
await once(server, 'listening')
let seq = 0
serveTicks((server.address() as AddressInfo).port, (due) => {
  seq += 1
  const frame = encode({ type: 'event', run, seq, pos: seq, at: new Date().toISOString(), event: noteOf(due) })
  for (const client of server.clients) client.send(frame, { binary: false })
})
