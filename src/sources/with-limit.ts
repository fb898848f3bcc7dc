import type { GetPage } from './get-page.ts'
import { cancelled, rateLimited } from './trouble.ts'
import { wait } from './wait.ts'

/**
 * One clock per host for all processes that share a store. Times are milliseconds since 1970.
 *
 * Stored, it is a table `host text primary key, free_at integer not null`, and each call one immediate transaction:
 * - `take`: insert (host, 0) unless there; `update … set free_at = :now + :interval where host = :host and free_at <= :now`.
 *   A changed row means 0: go now, the place is taken. Else `free_at - :now` (above 0): nothing was taken, ask again then.
 * - `block`: insert (host, :until), on conflict `set free_at = max(free_at, :until)`.
 */
export type Limiter = {
  take(host: string, intervalMs: number, now: number): number
  block(host: string, untilMs: number): void
}

export type LimitOptions = {
  limiter: Limiter
  /** Least time between two requests to the host, over all processes. */
  intervalMs: number
  /** Milliseconds since 1970. */
  now: () => number
}

/** A host that wants a longer pause than this is told of, not waited for. */
const longestWaitMs = 30_000
const mostRetries = 2
/** The pause after a limit without a Retry-After: the interval, but not less than this, doubled each time. */
const leastPauseMs = 1000

/**
 * Asks a host no faster than its interval allows, and leaves it alone for as long as it says. Every request counts, so it
 * wraps the asking of a page and not a source: one search may take two requests. A refusal with a wait of at most 30 s is
 * tried again, twice; then it is given as it is. Waits end at once when the signal is aborted.
 */
export const withLimit = (getPage: GetPage, { limiter, intervalMs, now }: LimitOptions): GetPage => {
  /** Waits for this request's place. Gives the milliseconds that are left when that is too long, else 0. */
  const takePlace = async (host: string, signal: AbortSignal): Promise<number> => {
    for (;;) {
      const left = signal.aborted ? 0 : limiter.take(host, intervalMs, now())
      if (left === 0 || left > longestWaitMs + intervalMs) return left
      await wait(left, signal)
    }
  }

  const ask = async (url: string, signal: AbortSignal, retries: number): ReturnType<GetPage> => {
    const { host } = new URL(url)
    const left = await takePlace(host, signal)
    if (signal.aborted) return cancelled(`The wait for ${host}`)
    const seconds = Math.ceil(left / 1000)
    if (left > 0) return rateLimited(`${host} asked for a pause that ends in ${seconds} s; try again then.`, seconds)

    const answer = await getPage(url, signal)
    if (answer.status === 'ok') return answer
    if (answer.status !== 'rate-limited' && answer.fault.retryAfter === undefined) return answer
    const said = answer.fault.retryAfter
    const pauseMs = said === undefined ? Math.max(intervalMs, leastPauseMs) * 2 ** (mostRetries - retries) : said * 1000
    limiter.block(host, now() + pauseMs)
    return retries === 0 || pauseMs > longestWaitMs ? answer : ask(url, signal, retries - 1)
  }

  return (url, signal) => ask(url, signal, mostRetries)
}
