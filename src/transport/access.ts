import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** Who may connect. Origins as browsers send them: https://lab.example. A token that is undefined is not asked for. */
export type AccessRules = {
  host: string
  allowedOrigins: readonly string[]
  token: string | undefined
  /** Whoever shows this one may look and change nothing. */
  audienceToken?: string | undefined
}

/** What a token allows: everything, or looking only. */
export type Access = 'full' | 'read-only'

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1').toLowerCase()

/** Whether a host, given as a name or an address, is this machine and nothing else. */
export const isLoopback = (host: string): boolean => {
  const name = bare(host)
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'))
}

const urlOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

/** The address that a connection really came in at: IPv4 inside IPv6 counts as IPv4. */
const addressOf = ({ socket }: IncomingMessage): string => (socket.localAddress ?? '').replace(/^::ffff:/, '')

/** A name or an address, and perhaps a port: nothing that two readers of an address could take for two hosts. */
const plainHost = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i

/**
 * A page of a foreign site can make its own name resolve to this machine, and then talk to it with that name as the Host:
 * so only names that cannot belong to such a page are let in, on every route.
 */
const isOwnHost = (request: IncomingMessage, { host, allowedOrigins }: AccessRules): boolean => {
  const [named = '', ...more] = request.headersDistinct.host ?? []
  const asked = plainHost.test(named) ? urlOf(`http://${named}`) : undefined
  if (!asked || more.length > 0) return false
  const name = bare(asked.hostname)
  const allowed = allowedOrigins.flatMap((origin) => urlOf(origin)?.hostname ?? [])
  return isLoopback(name) || [host, addressOf(request), ...allowed].map(bare).includes(name)
}

const isOwnOrigin = (request: IncomingMessage, { allowedOrigins }: AccessRules): boolean => {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  // Sandboxed frames and files all say null, so it names nobody.
  if (origin === 'null') return false
  if (allowedOrigins.some((allowed) => urlOf(allowed)?.origin === origin)) return true
  const page = urlOf(origin)
  // Browsers send an origin and nothing else: no person, no path, no capitals.
  if (page?.protocol !== 'http:' || page.origin !== origin) return false
  return page.host === host || (isLoopback(page.hostname) && page.port === String(request.socket.localPort))
}

/** Where the request of a browser came from, as it says itself: its own page here, or a person. Others than browsers say nothing. */
const ownSites: ReadonlySet<string | undefined> = new Set([undefined, 'same-origin', 'none'])

/** What a person may come to by a link on a foreign page. */
const pagePath = /^\/(?:agents|godot(?:\/.*)?|runs\/[^/]+(?:\/(?:record|paper))?|v1\/runs\/[^/]+\/artifacts\/.+)?$/

const isLink = ({ method, url = '/', headers }: IncomingMessage): boolean =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && pagePath.test(url.split('?')[0] ?? '')

/** An image or a form of a foreign page carries no Origin. What carries one is judged by it. */
const isOwnSite = (request: IncomingMessage): boolean =>
  ownSites.has(request.headers['sec-fetch-site']?.toString()) || request.headers.origin !== undefined || isLink(request)

/** Why a request is not even looked at. */
export type Refusal = { code: 'foreign-host' | 'foreign-origin'; detail: string }

/** Why a request is refused; undefined when it is not. Asked before anything of it is answered or upgraded. */
export const refusalOf = (request: IncomingMessage, rules: AccessRules): Refusal | undefined => {
  if (!isOwnHost(request, rules))
    return { code: 'foreign-host', detail: 'this Host is not served: connect by localhost, or add its address to the allowed origins' }
  if (!isOwnOrigin(request, rules) || !isOwnSite(request))
    return { code: 'foreign-origin', detail: 'pages of this Origin may not connect: add it to the allowed origins' }
  return undefined
}

const tokenProtocol = 'gal.token.'

/** The token that a request shows: as Bearer, as ?token=, or as the subprotocol `gal.token.<token>` offered beside gal.v1. */
export const tokenIn = ({ headers, url = '/' }: IncomingMessage): string | undefined => {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
  const query = new URLSearchParams(url.split('?')[1] ?? '').get('token') ?? undefined
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  return bearer ?? query ?? offered.find((name) => name.startsWith(tokenProtocol))?.slice(tokenProtocol.length)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const equals = (shown: string, token: string | undefined): boolean =>
  timingSafeEqual(digest(shown), digest(token ?? '')) && token !== undefined

/**
 * What a token opens: everything, looking only, or nothing (undefined). A server without a token is open to whoever reaches it;
 * the audience's token keeps its meaning there. Takes as long for a nearly right token as for any other.
 */
export const accessOf = ({ token, audienceToken }: AccessRules, shown: string | undefined): Access | undefined => {
  const [full, readOnly] = shown === undefined ? [false, false] : [equals(shown, token), equals(shown, audienceToken)]
  if (full) return 'full'
  if (readOnly) return 'read-only'
  return token === undefined ? 'full' : undefined
}
