import { randomBytes } from 'node:crypto'
import { GalError } from '../core/error.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'

/** What opens the server, and what opens it for looking only. None: it needs none. */
export type Tokens = { token?: string; audienceToken?: string }

/** 256 bits of chance, in letters that a URL takes as they are. */
const createToken = (): string => randomBytes(32).toString('base64url')

const form = /^[\w.~-]{8,200}$/

const read = (given: string | true | undefined, env: string | undefined, where: string): string | undefined => {
  const value = given ?? (env?.trim() || undefined)
  if (value === undefined) return undefined
  if (value === true) return createToken()
  if (form.test(value)) return value
  // The value itself is not told: it may be a secret with a slip in it.
  throw new GalError(
    'bad-option',
    `${where}: the token cannot be used`,
    'use 8 to 200 letters, digits, or _ . ~ -; without a value one is made',
  )
}

/** The tokens of the options, else those of the environment. Who wants one for onlookers gets one for the rest as well: else all could do everything. */
export const tokensFor = (
  { token: given, audienceToken: forAudience }: Pick<Options, 'token' | 'audienceToken'>,
  { env }: Pick<Io, 'env'>,
): Tokens => {
  const audienceToken = read(forAudience, env.GAL_AUDIENCE_TOKEN, forAudience === undefined ? 'GAL_AUDIENCE_TOKEN' : '--audience-token')
  const own = read(given, env.GAL_TOKEN, given === undefined ? 'GAL_TOKEN' : '--token')
  const token = own ?? (audienceToken === undefined ? undefined : createToken())
  if (token !== undefined && token === audienceToken)
    throw new GalError('bad-option', 'the token for onlookers is the same as the other', 'give two, or let gal make one: --audience-token')
  return { ...(token === undefined ? {} : { token }), ...(audienceToken === undefined ? {} : { audienceToken }) }
}
