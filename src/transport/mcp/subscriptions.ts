import { type McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import type { Change } from './changes.ts'
import { mcpLimits } from './limits.ts'

/** Tells one client of a change. */
export type Tell = (change: Change) => void

type Following = { server: McpServer; isFollowed(uri: string): boolean; onDefect(error: unknown): void }

const tellClient =
  ({ server, isFollowed, onDefect }: Following): Tell =>
  ({ updated, listed }) => {
    if (!server.isConnected()) return
    const told = updated.filter(isFollowed).map((uri) => server.server.sendResourceUpdated({ uri }))
    Promise.all([...told, ...(listed ? [server.server.sendResourceListChanged()] : [])]).catch(onDefect)
  }

/** For a client of the current revision: what it follows is known to the SDK, which lets nothing else through. */
export const tellCurrent = (server: McpServer, onDefect: (error: unknown) => void): Tell =>
  tellClient({ server, isFollowed: () => true, onDefect })

/** For a client of an older revision: it subscribes to one resource after another. */
export const followResources = (server: McpServer, onDefect: (error: unknown) => void): Tell => {
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
  return tellClient({ server, isFollowed: (uri) => followed.has(uri), onDefect })
}
