import { createFault, type Fault } from '../core/fault.ts'

type Meaning = { kind: Fault['kind']; says: string }

const unreachable = (says: string): Meaning => ({ kind: 'unreachable', says })

/** What the codes of Node and undici mean for whoever asked a server. */
const meanings: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: unreachable('refused the connection: is the server running?'),
  ENOTFOUND: unreachable('has a host name that nobody knows: check the base-url'),
  EAI_AGAIN: unreachable('has a host name that could not be looked up: is there a network?'),
  ECONNRESET: unreachable('dropped the connection'),
  EPIPE: unreachable('dropped the connection'),
  UND_ERR_SOCKET: unreachable('dropped the connection'),
  EHOSTUNREACH: unreachable('cannot be reached: there is no way to its host'),
  ENETUNREACH: unreachable('cannot be reached: there is no network'),
  ETIMEDOUT: unreachable('did not take the connection in time'),
  UND_ERR_CONNECT_TIMEOUT: unreachable('did not take the connection in time'),
  UND_ERR_HEADERS_TIMEOUT: { kind: 'timeout', says: 'took too long to answer' },
  UND_ERR_BODY_TIMEOUT: { kind: 'timeout', says: 'fell silent in the middle of its answer' },
}

const names: Readonly<Record<string, Meaning>> = {
  TimeoutError: { kind: 'timeout', says: 'took too long to answer' },
  AbortError: { kind: 'cancelled', says: 'was not waited for' },
}

/** An error and everything that it was caused by, outermost first. */
const causes = (error: unknown): Error[] => {
  if (!(error instanceof Error)) return []
  const inner = error instanceof AggregateError ? error.errors : [error.cause]
  return [error, ...inner.flatMap(causes)]
}

const meaningOf = (error: Error): Meaning | undefined => {
  const code = 'code' in error ? String(error.code) : ''
  if (code.startsWith('HPE_')) return { kind: 'bad-output', says: 'does not speak HTTP: check the base-url' }
  if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test(code))
    return unreachable(`has no valid TLS (${code}): check the base-url`)
  return meanings[code] ?? names[error.name]
}

/**
 * What an error of a fetch means, with its causes looked through: timeout, unreachable, bad-output or cancelled.
 * Nothing for an error that no server can cause: that is a defect, to be thrown on.
 */
export const faultFromError = (error: unknown, where: string): Fault | undefined => {
  const chain = causes(error)
  const meaning = chain.map(meaningOf).find((found) => found !== undefined)
  if (meaning) return createFault(meaning.kind, `${where} ${meaning.says}`)
  if (chain[0]?.message !== 'fetch failed') return undefined
  return createFault('unreachable', `${where} could not be asked: ${chain.at(-1)?.message}`)
}
