import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type AccessRules, refusalOf } from '../access.ts'
import { defaultHeaders } from './headers.ts'
import { HttpError } from './problem.ts'
import { sendError } from './send-error.ts'

const methods = 'GET, HEAD, POST, DELETE, OPTIONS'
const askedHeaders =
  'Authorization, Content-Type, Idempotency-Key, Last-Event-ID, Mcp-Session-Id, Mcp-Protocol-Version, Mcp-Method, Mcp-Name'
const shownHeaders = 'ETag, Location, Retry-After, WWW-Authenticate, Mcp-Session-Id'

/** Pages of an Origin that came past the guards may read what they are answered. */
const shareWith = (origin: string, response: ServerResponse): void => {
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-expose-headers', shownHeaders)
}

const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined

/** Browsers ask first, without a token, whether a page may send what it wants to send. */
const answerPreflight = ({ headers }: IncomingMessage, response: ServerResponse): void => {
  response.setHeader('access-control-allow-methods', methods)
  response.setHeader('access-control-allow-headers', askedHeaders)
  response.setHeader('access-control-max-age', '600')
  if (headers['access-control-request-private-network'] === 'true') response.setHeader('access-control-allow-private-network', 'true')
  response.writeHead(204).end()
}

/** Asks about Host and Origin before anything else is done with a request, and puts the headers on that every answer has. */
export const guarded =
  (rules: AccessRules, handle: RequestListener): RequestListener =>
  (request, response) => {
    for (const [name, value] of Object.entries(defaultHeaders)) response.setHeader(name, value)
    const refusal = refusalOf(request, rules)
    if (refusal) return sendError(response, new HttpError(refusal.code, refusal.detail))
    const { origin } = request.headers
    if (origin !== undefined) shareWith(origin, response)
    return isPreflight(request) ? answerPreflight(request, response) : handle(request, response)
  }
