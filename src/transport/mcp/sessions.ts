import { type McpServer, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server'
import type { Change } from './changes.ts'
import { mcpLimits } from './limits.ts'
import { followResources, type Tell } from './subscriptions.ts'

type Session = {
  transport: WebStandardStreamableHTTPServerTransport
  tell: Tell
  used(): void
  stop(): void
  streams: number
}

export type Sessions = {
  /** Serves a client that says hello, and remembers it. */
  begin(request: Request, parsedBody: unknown): Promise<Response>
  /** Serves a client that was given this id; 404 for any that is not known, so that it says hello again. */
  serve(id: string, request: Request, parsedBody: unknown): Promise<Response>
  tell(change: Change): void
  close(): Promise<void>
}

export type SessionsInput = { createServer(): McpServer; createId(): string; onDefect(error: unknown): void }

const unknown = (): Response =>
  Response.json({ jsonrpc: '2.0', error: { code: -32001, message: 'Session not found: initialize again' }, id: null }, { status: 404 })

/**
 * The clients of older revisions that hold a session: so they can follow resources. A session is forgotten when its client ends it,
 * after a long silence without an open stream, and when there are too many.
 */
export const createSessions = ({ createServer, createId, onDefect }: SessionsInput): Sessions => {
  const sessions = new Map<string, Session>()

  const forget = (id: string) => {
    sessions.get(id)?.stop()
    sessions.delete(id)
  }
  const end = (id: string) => {
    const session = sessions.get(id)
    forget(id)
    session?.transport.close().catch(onDefect)
  }
  const remember = (id: string, transport: Session['transport'], tell: Session['tell']) => {
    const silence = setTimeout(() => (session.streams > 0 ? silence.refresh() : end(id)), mcpLimits.silence).unref()
    const session: Session = {
      transport,
      tell,
      streams: 0,
      used() {
        silence.refresh()
        // A map keeps the order in which its keys came: the first one was silent longest.
        sessions.delete(id)
        sessions.set(id, session)
      },
      stop: () => clearTimeout(silence),
    }
    sessions.set(id, session)
    const [oldest] = sessions.keys()
    if (sessions.size > mcpLimits.sessions && oldest !== undefined) end(oldest)
  }

  return {
    async begin(request, parsedBody) {
      const server = createServer()
      const tell = followResources(server, onDefect)
      const transport: Session['transport'] = new WebStandardStreamableHTTPServerTransport({
        sessionIdGenerator: createId,
        enableJsonResponse: true,
        onsessioninitialized: (id) => remember(id, transport, tell),
        onsessionclosed: forget,
      })
      await server.connect(transport)
      const response = await transport.handleRequest(request, { parsedBody })
      if (!response.ok) await transport.close()
      return response
    },
    async serve(id, request, parsedBody) {
      const session = sessions.get(id)
      if (!session) return unknown()
      session.used()
      if (request.method === 'GET') {
        session.streams += 1
        request.signal.addEventListener('abort', () => {
          session.streams -= 1
        })
      }
      return session.transport.handleRequest(request, { parsedBody })
    },
    tell(change) {
      for (const session of sessions.values()) session.tell(change)
    },
    async close() {
      const open = [...sessions]
      for (const [id] of open) forget(id)
      await Promise.all(open.map(([, { transport }]) => transport.close()))
    },
  }
}
