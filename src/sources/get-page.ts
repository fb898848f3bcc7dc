import { decodeEntities, foldSpace } from './entities.ts'
import { parseRetryAfter } from './retry-after.ts'
import { cancelled, notFound, rateLimited, type Trouble, unavailable } from './trouble.ts'

export type Page = { status: 'ok'; body: Uint8Array; type: string }

/** Asks one address once. Never throws for what happens outside. */
export type GetPage = (url: string, signal: AbortSignal) => Promise<Page | Trouble>

export type GetPageOptions = {
  /** How the service is called in messages: 'arXiv'. */
  service: string
  fetch: typeof fetch
  userAgent: string
  /** For the whole answer, its body included. */
  timeoutMs: number
  /** Milliseconds, for a Retry-After that is a date. */
  now: () => number
}

const mostBytes = 50 * 1024 * 1024

/** What a refusal says, if it says something short: an Atom summary, JSON's error, or plain words. */
const reasonIn = (body: string): string => {
  const said = /<summary[^>]*>([^<]*)</.exec(body)?.[1] ?? /"error"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? body.replace(/<[^>]*>/g, ' ')
  const words = foldSpace(decodeEntities(said)).slice(0, 160)
  return words === '' ? '' : `: ${words}`
}

const readBody = async (response: Response): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const waitOf = (retryAfter: number | undefined) => (retryAfter === undefined ? 'later' : `in ${retryAfter} s`)

/** Tells the outcomes apart. arXiv says "Rate exceeded." also with HTTP 200. */
const judge = (where: string, response: Response, body: Uint8Array, now: number): Page | Trouble => {
  const { status } = response
  const head = Buffer.from(body.subarray(0, 4000)).toString('utf8')
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'), now)
  const exceeded = body.byteLength < 400 && /rate (?:limit )?exceeded/i.test(head)
  if (status === 429 || exceeded) return rateLimited(`${where} limits how often it is asked; try again ${waitOf(retryAfter)}.`, retryAfter)
  if (status === 404 || status === 410) return notFound(`${where} has nothing at this address (HTTP ${status}).`)
  if (status >= 500)
    return unavailable('unavailable', `${where} is out of order (HTTP ${status}); try again ${waitOf(retryAfter)}.`, retryAfter)
  if (!response.ok) return unavailable('refused', `${where} refused the request (HTTP ${status}${reasonIn(head)}).`)
  return { status: 'ok', body, type: response.headers.get('content-type') ?? '' }
}

/** The deepest cause has the code: fetch wraps what the socket said. */
const codeOf = (problem: unknown): string => {
  if (!(problem instanceof Error)) return String(problem)
  if (problem.cause !== undefined) return codeOf(problem.cause)
  return 'code' in problem && typeof problem.code === 'string' ? problem.code : problem.message
}

export const createGetPage =
  ({ service, fetch, userAgent, timeoutMs, now }: GetPageOptions): GetPage =>
  async (url, signal) => {
    const where = `${service} (${new URL(url).host})`
    const timer = AbortSignal.timeout(timeoutMs)
    try {
      const response = await fetch(url, { headers: { 'user-agent': userAgent }, signal: AbortSignal.any([signal, timer]) })
      const body = await readBody(response)
      if (body === undefined)
        return unavailable('bad-output', `${where} answered with more than ${mostBytes / 1024 / 1024} MiB; nothing of it is used.`)
      return judge(where, response, body, now())
    } catch (problem) {
      if (signal.aborted) return cancelled(`The request to ${where}`)
      if (timer.aborted) return unavailable('timeout', `${where} did not answer within ${timeoutMs / 1000} s; try again later.`)
      return unavailable('unreachable', `${where} cannot be reached (${codeOf(problem)}); check the network and the base URL.`)
    }
  }
