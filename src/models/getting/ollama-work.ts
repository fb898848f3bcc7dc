import { z } from 'zod'
import { createFault, type Fault } from '../../core/fault.ts'
import type { Call } from '../call.ts'
import { faultFromError } from '../fault-from-error.ts'
import { complaintOf, faultFromStatus, readJson } from '../fault-from-status.ts'
import { checkLines } from '../line-check.ts'
import { readUpTo } from '../read-up-to.ts'
import { createWatchdog } from '../watchdog.ts'
import type { Progress } from './progress.ts'

export type OllamaWork = {
  baseUrl: string
  /** What is asked for: pull or create. */
  path: 'pull' | 'create'
  body: Readonly<Record<string, unknown>>
  fetch: typeof fetch
  signal: AbortSignal
}

const line = z.looseObject({
  status: z.string().optional(),
  error: z.unknown().optional(),
  total: z.number().nonnegative().optional(),
  completed: z.number().nonnegative().optional(),
})

/** Letters of a status that are told: the longest that Ollama sends names a digest. */
const longest = 120

/** A server looks for a model, or checks one, for minutes without a word; a day is long enough for the largest. */
const timeouts = { firstMs: 300_000, idleMs: 300_000, totalMs: 86_400_000 }

/**
 * Has an Ollama server get or make a model, which it tells of line by line: `{"status":…,"total":…,"completed":…}`, at the end
 * `{"status":"success"}`. A line `{"error":…}` comes with status 200 too. Nothing when it is done, else the fault.
 */
export const ollamaWork = async (
  { baseUrl, path, body, fetch, signal }: OllamaWork,
  onProgress: (progress: Progress) => void,
): Promise<Fault | undefined> => {
  const where = `Ollama at ${new URL(baseUrl).origin}`
  const over = new AbortController()
  const call: Call = { signal: AbortSignal.any([signal, over.signal]) }
  const { alive } = createWatchdog(timeouts, call.signal, (message) => {
    call.trouble ??= createFault('timeout', `${where} ${message}`)
    over.abort()
  })
  let done = false
  const hear = (text: string): Fault | 'drop' => {
    alive()
    const { data } = line.safeParse(readJson(text))
    if (text !== '' && !data) return createFault('bad-output', `${where} sent what no Ollama sends: ${complaintOf(text).slice(0, 80)}`)
    if (data?.error !== undefined) return createFault('refused', `${where} said: ${complaintOf(text)}`)
    done ||= data?.status === 'success'
    const { status, total, completed } = data ?? {}
    if (status)
      onProgress({
        what: status.length > longest ? `${status.slice(0, longest)}…` : status,
        ...(total === undefined ? {} : { total, done: completed ?? 0 }),
      })
    return 'drop'
  }
  const unfinished = createFault('unreachable', `${where} stopped in the middle: the same command goes on with it`)
  try {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...body, stream: true }) }
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/api/${path}`, { ...init, signal: call.signal })
    if (response.status !== 200 || !response.body)
      return faultFromStatus({ status: response.status, headers: response.headers, body: await readUpTo(response, 65_536) }, where)
    await response.body
      .pipeThrough(checkLines({ line: hear, end: () => (done ? undefined : unfinished) }, where, call))
      .pipeTo(new WritableStream())
    return undefined
  } catch (error) {
    const fault = signal.aborted ? createFault('cancelled', `${where} was not waited for`) : (call.trouble ?? faultFromError(error, where))
    if (!fault) throw error
    return fault
  } finally {
    over.abort()
  }
}
