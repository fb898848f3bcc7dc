import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GalError } from '../core/error.ts'

/** `localhost` means both families: some clients try ::1 first, some only 127.0.0.1. */
const addressesOf = (host: string): readonly string[] => (host === 'localhost' ? ['127.0.0.1', '::1'] : [host.replace(/^\[(.*)\]$/, '$1')])

/** The system has no such address family, so nobody will look for the server there. */
const missingFamily: ReadonlySet<unknown> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

const bind = async (server: Server, address: string, port: number): Promise<number> => {
  server.listen({ host: address, port, exclusive: true })
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const trouble = (host: string, port: number, error: unknown): GalError => {
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return new GalError(
      'port-taken',
      `port ${port} of ${host} is taken (EADDRINUSE)`,
      'choose another with --port, or none with --no-serve',
      { cause: error },
    )
  return new GalError('bad-option', `cannot listen on ${host}:${port} (${code ?? error})`, 'choose another --host or --port', {
    cause: error,
  })
}

const shut = (servers: readonly Server[]): void => {
  for (const server of servers) server.close()
}

const bindAll = async (create: () => Server, host: string, wanted: number): Promise<{ servers: Server[]; port: number }> => {
  const servers: Server[] = []
  let port = wanted
  let missing: unknown
  try {
    for (const address of addressesOf(host)) {
      const server = create()
      try {
        port = await bind(server, address, port)
        servers.push(server)
      } catch (error) {
        if (host !== 'localhost' || !missingFamily.has(codeOf(error))) throw error
        missing = error
      }
    }
  } catch (error) {
    shut(servers)
    throw error
  }
  if (servers.length === 0) throw missing
  return { servers, port }
}

/** How often a port that the system chose for one family is given up because it is taken in the other. */
const tries = 10

/**
 * Listens on a host, on one port for all of its addresses; port 0 means any. Throws GalError `port-taken` when something
 * listens there already, `bad-option` when the system refuses for another reason.
 */
export const listen = async (
  create: () => Server,
  host: string,
  port: number,
  left = tries,
): Promise<{ servers: Server[]; port: number }> => {
  try {
    return await bindAll(create, host, port)
  } catch (error) {
    if (port === 0 && left > 1 && codeOf(error) === 'EADDRINUSE') return listen(create, host, port, left - 1)
    throw trouble(host, port, error)
  }
}
