import type { Connection } from '../sandbox/proxy.ts'
import type { ProgramResult } from '../sandbox/sandbox.ts'

const mostNamed = 200

const say = (connection: Connection): string =>
  `[network] ${connection.host}:${connection.port} ${connection.allowed ? `reached at ${connection.address}` : `refused: ${connection.why}`}`

/** A result whose output ends with every connection that the program asked for: whom it reached belongs to what it did. */
export const withConnections = (result: ProgramResult, reached: readonly Connection[]): ProgramResult => {
  if (reached.length === 0) return result
  const more = reached.length > mostNamed ? [`[network] and ${reached.length - mostNamed} more`] : []
  return { ...result, output: [result.output.trimEnd(), ...reached.slice(0, mostNamed).map(say), ...more].join('\n') }
}
