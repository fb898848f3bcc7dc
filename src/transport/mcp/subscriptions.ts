import { type McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import type { Change } from './changes.ts'
import { mcpLimits } from './limits.ts'

/** What one client of an older revision follows. Gives the function that tells it of a change. */
export const followResources = (server: McpServer, onDefect: (error: unknown) => void): ((change: Change) => void) => {
  const followed = new Set<string>()
  server.server.setRequestHandler('resources/subscribe', ({ params: { uri } }) => {
    if (followed.size >= mcpLimits.subscriptions)
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `${followed.size} resources are followed already: unsubscribe from some`)
    followed.add(uri)
    return {}
  })
  server.server.setRequestHandler('resources/unsubscribe', ({ params: { uri } }) => {
    followed.delete(uri)
    return {}
  })
  return ({ updated, listed }) => {
    if (!server.isConnected()) return
    const told = updated.filter((uri) => followed.has(uri)).map((uri) => server.server.sendResourceUpdated({ uri }))
    Promise.all([...told, ...(listed ? [server.server.sendResourceListChanged()] : [])]).catch(onDefect)
  }
}
