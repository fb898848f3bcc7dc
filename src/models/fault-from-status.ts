import { createFault, type Fault } from '../core/fault.ts'
import { retryAfter } from './retry-after.ts'

/** A refusal as it came: the status line, the headers and the first part of the body. */
export type Refusal = { status: number; headers: Headers; body: string }

const tooLong = /context[ _](length|window|size)|maximum context|input length exceeds|too many tokens/i
const usedUp = /insufficient[_ ]quota|credit balance|billing/i

const busy = new Set([429, 503, 529])
const late = new Set([408, 504])

const kindOf = ({ status, body }: Refusal): Fault['kind'] => {
  if (usedUp.test(body)) return 'refused'
  if (busy.has(status)) return 'rate-limited'
  if (late.has(status)) return 'timeout'
  if (status >= 500) return 'unreachable'
  return tooLong.test(body) ? 'limit' : 'refused'
}

/** What a server said was wrong, in one short line: the error field of its JSON, whatever its shape, else the text itself. */
export const complaintOf = (body: string): string => oneLine(errorField(body) ?? body)

const oneLine = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}

const errorField = (body: string): string | undefined => {
  const value = readJson(body)
  if (typeof value !== 'object' || value === null) return undefined
  const { error, message, detail } = value as Record<string, unknown>
  const inner = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : error
  return [inner, message, detail].find((part): part is string => typeof part === 'string')
}

/** The value that a text is the JSON of, or nothing when it is no JSON. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The host that a redirect names, where it names one. */
const hostIn = (location: string): string => {
  const host = URL.parse(location)?.host ?? ''
  return host === '' || host.length > 253 ? 'another place' : host
}

const isRedirect = ({ status, headers }: Refusal): boolean => status >= 300 && status < 400 && headers.has('location')

/** Turns an answer that is not a 200 into a fault. `hint` says what a person can do about it, where the provider knows. */
export const faultFromStatus = (refusal: Refusal, where: string, hint?: string): Fault => {
  if (isRedirect(refusal)) {
    const host = hostIn(refusal.headers.get('location') ?? '')
    return createFault('refused', `${where} answered ${refusal.status}, a redirect to ${host}: set the base-url to where it is`)
  }
  const complaint = complaintOf(refusal.body)
  const said = `${where} answered ${refusal.status}${complaint && `: ${complaint}`}`
  return createFault(kindOf(refusal), hint ? `${said.replace(/\.$/, '')}. ${hint}` : said, retryAfter(refusal.headers))
}
