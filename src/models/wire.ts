import { createFault, type Fault } from '../core/fault.ts'
import { type Call, interrupt } from './call.ts'
import { faultFromError } from './fault-from-error.ts'
import { type Refusal, readJson } from './fault-from-status.ts'
import { checkLines, type LineCheck } from './line-check.ts'
import { readUpTo } from './read-up-to.ts'
import { createWatchdog, type Timeouts } from './watchdog.ts'

/** How a provider is spoken to: what its library does not do, or does wrong, is done below it. */
export type Wire = {
  /** Who is asked, for messages: 'ollama:qwen3:8b at http://127.0.0.1:11434'. */
  where: string
  fetch: typeof fetch
  timeouts: Timeouts
  /** Bytes of a stream that are taken at most. */
  most: number
  /** Fields to add to each request's JSON. A field that is an object on both sides is joined. */
  extra: Readonly<Record<string, unknown>>
  /** The content type that the library wants to see on a stream that passed the check. */
  type?: string
  /** What an answer other than 200 means. */
  refused(refusal: Refusal): Fault
  /** A fresh check for each stream. */
  check(): LineCheck
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const withExtra = (text: unknown, extra: Wire['extra']): string => {
  const body = readJson(String(text)) as Record<string, unknown>
  const joined = Object.entries(extra).map(([key, value]) => [
    key,
    isObject(value) && isObject(body[key]) ? { ...body[key], ...value } : value,
  ])
  return JSON.stringify({ ...body, ...Object.fromEntries(joined) })
}

const alivePipe = (alive: () => void, { most, where }: Wire, call: Call) => {
  let taken = 0
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, out) {
      alive()
      taken += bytes.byteLength
      if (taken > most) throw interrupt(call, createFault('bad-output', `${where} was cut off: it sent more than max-tokens can be`))
      out.enqueue(bytes)
    },
  })
}

/** No complaint is longer; what a server sends beyond it is not read. */
const longestComplaint = 65_536

/**
 * The fetch of one call. Every trouble is kept in the call; the library only sees that its fetch failed. It follows no redirect,
 * whatever the library asks for: the key and the prompt are for the server that was named.
 */
export const wiredFetch =
  (wire: Wire, call: Call): typeof fetch =>
  async (input, init) => {
    const cut = new AbortController()
    const { alive } = createWatchdog(wire.timeouts, call.signal, (message) =>
      cut.abort(interrupt(call, createFault('timeout', `${wire.where} ${message}`))),
    )
    const signal = AbortSignal.any([call.signal, cut.signal])
    const send = { ...init, body: withExtra(init?.body, wire.extra), signal, redirect: 'manual' }
    const response = await wire.fetch(String(input), send as RequestInit).catch((error: unknown) => {
      const fault = faultFromError(error, wire.where)
      throw fault ? interrupt(call, fault) : error
    })
    if (response.status !== 200 || !response.body) {
      const body = await readUpTo(response, longestComplaint)
      throw interrupt(call, wire.refused({ status: response.status, headers: response.headers as Headers, body }))
    }
    const body = response.body.pipeThrough(alivePipe(alive, wire, call)).pipeThrough(checkLines(wire.check(), wire.where, call))
    return new Response(body, { status: 200, headers: { 'content-type': wire.type ?? response.headers.get('content-type') ?? '' } })
  }
