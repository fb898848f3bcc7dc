import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { tokenIn } from './access.ts'
import type { Limits } from './limits.ts'
import type { Wire } from './outlet.ts'
import { subprotocol } from './protocol.ts'
import { createSession, type Session, type SessionParts } from './session.ts'

export type SocketServer = {
  /** Takes a request that was let in, and turns it into a session. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says bye to everyone and waits until all connections are gone. */
  close(): Promise<void>
}

/** Pings while the peer lives, and hangs up when nothing came from it for too long. */
const keepAlive = (socket: WebSocket, session: Session, limits: Limits): void => {
  const ping = setInterval(() => socket.ping(), limits.ping).unref()
  const silence = setTimeout(() => {
    session.end('silent', 'nothing was heard from you, not even a pong')
    socket.terminate()
  }, limits.silence).unref()
  for (const sign of ['message', 'pong', 'ping']) socket.on(sign, () => silence.refresh())
  socket.on('close', () => {
    clearInterval(ping)
    clearTimeout(silence)
  })
}

const hangUpAfter = (socket: WebSocket, milliseconds: number): void => {
  const timer = setTimeout(() => socket.terminate(), milliseconds).unref()
  socket.on('close', () => clearTimeout(timer))
}

const textFrame = { binary: false }

const wireOf = (socket: WebSocket, limits: Limits): Wire => {
  let queued = 0
  // One function for all frames: a closure for each would be felt when one event goes to hundreds of viewers.
  const taken = () => {
    queued -= 1
  }
  return {
    send(frame) {
      queued += 1
      socket.send(frame, textFrame, taken)
    },
    waiting: () => socket.bufferedAmount,
    queued: () => queued,
    close(code, reason) {
      socket.close(code, reason)
      hangUpAfter(socket, limits.goodbye)
    },
  }
}

/** Only a version that is not ours was offered; it was agreed on for form's sake, because a browser hears no close code otherwise. */
const isOtherVersion = ({ protocol }: WebSocket): boolean => protocol !== '' && protocol !== subprotocol

const attend = (socket: WebSocket, request: IncomingMessage, parts: SessionParts): Session => {
  const opening = { access: parts.accessOf(tokenIn(request)), agreed: socket.protocol !== '' }
  const session = createSession(wireOf(socket, parts.limits), opening, parts)
  keepAlive(socket, session, parts.limits)
  socket.on('message', (data: Buffer, isBinary) => (isBinary ? session.receiveBinary() : session.receive(data)))
  socket.on('ping', session.pinged)
  // ws reports here what the peer did wrong (a frame too long, text that is not UTF-8) and closes with the fitting code.
  socket.on('error', () => session.drop())
  socket.on('close', () => session.drop())
  if (isOtherVersion(socket)) session.end('no-such-version', `this server speaks ${subprotocol}, not ${socket.protocol}`)
  return session
}

const versionName = /^gal[.]v[0-9]{1,6}$/

const chosenOf = (offered: ReadonlySet<string>): string | false =>
  offered.has(subprotocol) ? subprotocol : ([...offered].find((name) => versionName.test(name)) ?? false)

/** The only user of `ws`: turns upgraded connections into sessions. Uncompressed, which is five times as fast. */
export const createSocketServer = (parts: SessionParts): SocketServer => {
  const { limits } = parts
  const sessions = new Map<WebSocket, Session>()
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameIn,
    // A message in more pieces, or a frame in more chunks of the network, than anyone would send who means it.
    maxFragments: 4096,
    maxBufferedChunks: 65_536,
    handleProtocols: chosenOf,
  })

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (opened) => {
        sessions.set(opened, attend(opened, request, parts))
        opened.on('close', () => sessions.delete(opened))
      })
    },
    async close() {
      const gone = [...sessions].map(([socket, session]) => {
        session.end('server-closing', 'the server is closing; the log stays')
        hangUpAfter(socket, limits.farewell)
        return new Promise((resolve) => socket.on('close', resolve))
      })
      server.close()
      await Promise.all(gone)
    },
  }
}
