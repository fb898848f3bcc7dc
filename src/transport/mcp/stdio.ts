import type { Readable, Writable } from 'node:stream'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import type { EventLog } from '../../store/event-log.ts'
import type { LabControl } from '../lab-control.ts'
import { watchChanges } from './changes.ts'
import { createMcpServer } from './create-mcp-server.ts'
import { loadPrompts } from './load-prompts.ts'
import { followResources, type Tell, tellCurrent } from './subscriptions.ts'

export type StdioInput = {
  control: LabControl
  log: EventLog
  /** The version of gal. */
  version: string
  input: Readable
  /** Belongs to the protocol alone. */
  output: Writable
  signal: AbortSignal
  /** Told of what is wrong in gal itself. */
  onDefect?(error: unknown): void
}

/** Serves one client on a pair of streams, by any revision, until it closes its end or the signal is aborted. */
export const serveMcpOverStdio = async (given: StdioInput): Promise<void> => {
  const { control, log, version, input, output, signal, onDefect = () => undefined } = given
  const parts = { control, log, version, onDefect, prompts: loadPrompts(control) }
  const transport = new StdioServerTransport(input, output)
  /** The server that the client was given last: one that it only asked for its revisions is given up. */
  let tell: Tell = () => undefined
  const handle = serveStdio(
    ({ era }) => {
      const server = createMcpServer(parts)
      tell = (era === 'legacy' ? followResources : tellCurrent)(server, onDefect)
      return server
    },
    { transport },
  )
  const unwatch = watchChanges(log, (change) => tell(change))
  const stop = () => void handle.close().catch(onDefect)
  try {
    await new Promise<void>((resolve) => {
      const closed = transport.onclose
      transport.onclose = () => {
        closed?.()
        resolve()
      }
      signal.addEventListener('abort', stop)
      if (signal.aborted) stop()
    })
  } finally {
    unwatch()
    signal.removeEventListener('abort', stop)
  }
}
