import { createMcpHandler, isInitializeRequest, isLegacyRequest } from '@modelcontextprotocol/server'
import { acceptBoth } from './accept.ts'
import type { Change } from './changes.ts'
import { createMcpServer } from './create-mcp-server.ts'
import { serveOnce } from './once.ts'
import type { McpParts } from './parts.ts'
import { createSessions } from './sessions.ts'

/** MCP over HTTP for those who may use the lab in one way. */
export type McpService = {
  fetch(request: Request, options?: { parsedBody?: unknown }): Promise<Response>
  tell(change: Change): void
  close(): Promise<void>
}

const sessionHeader = 'mcp-session-id'

const notAllowed = (): Response =>
  Response.json(
    { jsonrpc: '2.0', error: { code: -32000, message: 'Method not allowed without a session' }, id: null },
    { status: 405, headers: { allow: 'POST' } },
  )

/** One endpoint for all revisions: the current one without sessions, the older ones with a session or without. */
export const createService = (parts: McpParts, createId: () => string): McpService => {
  const createServer = () => createMcpServer(parts)
  const { onDefect } = parts
  const current = createMcpHandler(createServer, { legacy: 'reject' })
  const sessions = createSessions({ createServer, createId, onDefect })

  const serveOlder = (request: Request, parsedBody: unknown): Promise<Response> => {
    const id = request.headers.get(sessionHeader)
    if (id !== null) return sessions.serve(id, request, parsedBody)
    if (request.method !== 'POST') return Promise.resolve(notAllowed())
    return isInitializeRequest(parsedBody) ? sessions.begin(request, parsedBody) : serveOnce(createServer, request, parsedBody)
  }

  return {
    async fetch(request, { parsedBody } = {}) {
      const isOlder = await isLegacyRequest(request, parsedBody)
      if (!isOlder) return current.fetch(request, { parsedBody })
      return serveOlder(acceptBoth(request), parsedBody)
    },
    tell(change) {
      for (const uri of change.updated) current.notify.resourceUpdated(uri)
      if (change.listed) current.notify.resourcesChanged()
      sessions.tell(change)
    },
    async close() {
      await Promise.all([current.close(), sessions.close()])
    },
  }
}
