import { lookup } from 'node:dns/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { isPublicAddress } from './public-address.ts'

/** A connection that a program asked for, and what came of it. */
export type Connection =
  | { host: string; port: number; allowed: true; address: string }
  | { host: string; port: number; allowed: false; why: string }

/** The network as gal reaches it. Tests lend their own. */
export type Outside = {
  /** All addresses of a name. */
  resolve(host: string): Promise<string[]>
  connect(address: string, port: number): Socket
}

export const systemOutside: Outside = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  connect: (address, port) => connect({ host: address, port }),
}

export type ProxySettings = { hosts: readonly string[]; outside: Outside; onConnection: (connection: Connection) => void }

const ports = [80, 443]
const connectMs = 20_000
const idleMs = 60_000
/** Open at once; a program that needs more waits. */
const mostConnections = 64

const plainName = (host: string): string => host.toLowerCase().replace(/\.$/, '')

/** "name:443" as CONNECT has it; an IPv6 address in brackets is a name that is on no list. */
const readTarget = (text: string): { host: string; port: number } | undefined => {
  const [, host, port] = /^([a-z0-9._-]+|\[[0-9a-f:.]+\]):(\d{1,5})$/i.exec(text) ?? []
  return host === undefined ? undefined : { host: plainName(host), port: Number(port) }
}

const readUrl = (text: string): { host: string; port: number; path: string } | undefined => {
  const url = URL.parse(text)
  if (url?.protocol !== 'http:') return undefined
  return { host: plainName(url.hostname), port: Number(url.port || 80), path: `${url.pathname}${url.search}` }
}

/** Meant for this proxy and not for who is behind it (RFC 9110, 7.6.1). */
const hopHeaders = [
  'connection',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

const passedOn = (message: IncomingMessage): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(message.headers).flatMap(([name, value]) => (value === undefined || hopHeaders.includes(name) ? [] : [[name, value]])),
  )

/**
 * An HTTP proxy for programs that have no network: it lets CONNECT and plain HTTP through to the hosts named, on ports 80 and 443. Names are
 * resolved here; a name one of whose addresses is not of the open internet is refused, and it is the address that was checked that is
 * connected to. What is said within TLS is not looked at. Every attempt is told to `onConnection`.
 */
export const createProxy = ({ hosts, outside, onConnection }: ProxySettings) => {
  const allowed = new Set(hosts.map(plainName))

  const refusalOf = (host: string, port: number): string | undefined => {
    if (!allowed.has(host)) return `${host} is not among the hosts that programs may reach (sandbox.network)`
    return ports.includes(port) ? undefined : `port ${port} is not one that programs may reach: 80 and 443 are`
  }

  const findAddress = async (host: string): Promise<{ address: string } | { why: string }> => {
    const found = await outside.resolve(host).catch((error: Error) => error)
    if (found instanceof Error) return { why: `${host} was not found: ${found.message}` }
    const [address] = found
    if (address === undefined) return { why: `${host} has no address` }
    return found.every(isPublicAddress) ? { address } : { why: `${host} has an address that is not of the open internet` }
  }

  /** The address to connect to, or why not; told either way. */
  const admit = async (host: string, port: number): Promise<{ address: string } | { why: string }> => {
    const refusal = refusalOf(host, port)
    const found = refusal === undefined ? await findAddress(host) : { why: refusal }
    onConnection('why' in found ? { host, port, allowed: false, why: found.why } : { host, port, allowed: true, address: found.address })
    return found
  }

  const answer = async (message: IncomingMessage, response: ServerResponse) => {
    const refuse = (status: number, why: string): void => {
      response.writeHead(status, { 'content-type': 'text/plain' }).end(`${why}\n`)
    }
    const target = readUrl(message.url ?? '')
    if (!target) return refuse(400, 'this proxy takes CONNECT, and http:// addresses')
    const found = await admit(target.host, target.port)
    if ('why' in found) return refuse(403, found.why)
    // The host of the address counts, whatever the program's own Host says.
    const headers = { ...passedOn(message), host: target.port === 80 ? target.host : `${target.host}:${target.port}`, connection: 'close' }
    const forwarded = request({
      method: message.method,
      path: target.path,
      headers,
      timeout: idleMs,
      createConnection: () => outside.connect(found.address, target.port),
    })
    forwarded.on('timeout', () => forwarded.destroy(new Error('it did not answer in time')))
    forwarded.on('error', (error) => {
      if (response.headersSent) response.destroy()
      else refuse(502, `${target.host} could not be reached: ${error.message}`)
    })
    forwarded.on('response', (reply) => {
      response.writeHead(reply.statusCode ?? 502, passedOn(reply))
      reply.pipe(response)
      // Half an answer must not look like a whole one.
      reply.on('error', () => response.destroy())
    })
    response.on('close', () => forwarded.destroy())
    message.pipe(forwarded)
  }

  const tunnel = async (message: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy())
    const refuse = (status: string, why: string): void => {
      client.end(`HTTP/1.1 ${status}\r\ncontent-type: text/plain\r\nconnection: close\r\n\r\n${why}\n`)
    }
    const target = readTarget(message.url ?? '')
    if (!target) return refuse('400 Bad Request', 'CONNECT takes a name and a port')
    const found = await admit(target.host, target.port)
    if ('why' in found) return refuse('403 Forbidden', found.why)
    const server = outside.connect(found.address, target.port)
    server.setTimeout(connectMs, () => server.destroy(new Error('it did not answer in time')))
    const fail = (error: Error) => refuse('502 Bad Gateway', `${target.host} could not be reached: ${error.message}`)
    server.once('error', fail)
    server.once('connect', () => {
      server.off('error', fail)
      server.on('error', () => client.destroy())
      server.setTimeout(idleMs, () => server.destroy())
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      server.write(head)
      client.pipe(server).pipe(client)
    })
    client.on('close', () => server.destroy())
  }

  const server = createServer({ maxHeaderSize: 16_384 }, answer)
  server.maxConnections = mostConnections
  // A tunnel is no request any more, so its end is this server's to see to.
  const tunnels = new Set<Duplex>()
  server.on('connect', (message: IncomingMessage, client: Duplex, head: Buffer) => {
    tunnels.add(client)
    client.on('close', () => tunnels.delete(client))
    return tunnel(message, client, head)
  })
  return {
    server,
    /** Ends the server and all that goes through it. */
    close: async () => {
      for (const client of tunnels) client.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
