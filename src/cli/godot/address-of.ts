import { GalError } from '../../core/error.ts'
import type { Server } from './find-server.ts'

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:'])

/** What was given is not repeated: a token or a password may stand in it. */
const refuse = (why: string): never => {
  throw new GalError('bad-option', `--url: ${why}`, 'gal view --url http://localhost:8765 --token TOKEN')
}

/** The token of a query. A control character cannot be told by the environment. */
const tokenIn = ({ searchParams }: URL): string | undefined => {
  const token = searchParams.get('token') || undefined
  return token !== undefined && /\p{Cc}/u.test(token) ? refuse('the token in the address cannot be used') : token
}

/**
 * The server that `--url` names, as `gal serve` prints it too, with its token behind the question mark: that is taken out, so that it
 * stands in no command line and on no terminal. Other parts of the query are dropped.
 */
export const addressOf = (given: string): Server => {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url === undefined || !schemes.has(url.protocol)) return refuse('this is no address of a gal server')
  if (url.username !== '' || url.password !== '')
    return refuse('a name or a password in an address is not used; a token opens a gal server')
  const token = tokenIn(url)
  return { url: `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`, ...(token === undefined ? {} : { token }) }
}
