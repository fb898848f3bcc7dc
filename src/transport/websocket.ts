import type { IncomingMessage } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { tokenIn } from './access.ts'
import type { Upgrade } from './http.ts'
import type { Limits } from './limits.ts'
import { subprotocol } from './protocol.ts'
import { createSession, type Session, type SessionParts } from './session.ts'

export type SocketServer = {
  upgrade: Upgrade
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

const attend = (socket: WebSocket, request: IncomingMessage, parts: SessionParts): Session => {
  const wire = {
    send: (frame: Buffer) => socket.send(frame, { binary: false }),
    waiting: () => socket.bufferedAmount,
    close: (code: number, reason: string) => {
      socket.close(code, reason)
      hangUpAfter(socket, parts.limits.goodbye)
    },
  }
  const session = createSession(wire, parts.opens(tokenIn(request)), parts)
  keepAlive(socket, session, parts.limits)
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) return session.end('text-only', 'frames are JSON in text messages; this one was binary')
    session.receive(data.toString())
  })
  // ws reports here what the peer did wrong (a frame too long, text that is not UTF-8) and closes with the fitting code.
  socket.on('error', () => session.drop())
  socket.on('close', () => session.drop())
  return session
}

/** The only user of `ws`: turns upgraded connections into sessions. Uncompressed, which is five times as fast. */
export const createSocketServer = (parts: SessionParts): SocketServer => {
  const { limits } = parts
  const sessions = new Map<WebSocket, Session>()
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameIn,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
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
