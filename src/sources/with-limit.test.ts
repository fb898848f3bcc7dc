import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { GetPage, Page } from './get-page.ts'
import { createMemoryLimiter } from './memory-limiter.ts'
import { rateLimited, type Trouble, unavailable } from './trouble.ts'
import { withLimit } from './with-limit.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

const ok: Page = { status: 'ok', body: new Uint8Array(), type: '' }
const calm = () => new AbortController().signal

/** Answers in turn with these, the last one for ever, and notes when it was asked. */
const scripted = (...answers: (Page | Trouble)[]) => {
  const times: number[] = []
  const start = Date.now()
  const getPage: GetPage = async () => {
    times.push(Date.now() - start)
    return answers[Math.min(times.length, answers.length) - 1] ?? ok
  }
  return { times, getPage }
}

const limit = (getPage: GetPage, intervalMs = 3000, limiter = createMemoryLimiter()) =>
  withLimit(getPage, { limiter, intervalMs, now: Date.now })

describe('a limited host', () => {
  test('is asked once per interval, however many ask and through whichever wrapper', async () => {
    const { times, getPage } = scripted(ok)
    const limiter = createMemoryLimiter()
    const asking = [1, 2, 3, 4].map(() => limit(getPage, 3000, limiter)('http://a.test/x', calm()))
    await vi.advanceTimersByTimeAsync(20_000)
    await Promise.all(asking)
    expect(times).toEqual([0, 3000, 6000, 9000])
  })

  test('does not hold up another host', async () => {
    const { times, getPage } = scripted(ok)
    const limited = limit(getPage)
    await Promise.all([limited('http://a.test/', calm()), limited('http://b.test/', calm())])
    expect(times).toEqual([0, 0])
  })

  test('without an interval is asked at once', async () => {
    const { times, getPage } = scripted(ok)
    const limited = limit(getPage, 0)
    for (let asked = 0; asked < 3; asked++) await limited('http://a.test/', calm())
    expect(times).toEqual([0, 0, 0])
  })

  test('that says when to come back is asked again then, by everyone', async () => {
    const { times, getPage } = scripted(rateLimited('slow down', 10), ok)
    const limiter = createMemoryLimiter()
    const first = limit(getPage, 0, limiter)('http://a.test/', calm())
    await vi.advanceTimersByTimeAsync(1000)
    const second = limit(getPage, 0, limiter)('http://a.test/', calm())
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await Promise.all([first, second])).toEqual([ok, ok])
    expect(times).toEqual([0, 10_000, 10_000])
  })

  test('that keeps refusing is asked three times in all, with longer and longer pauses', async () => {
    const refusal = rateLimited('slow down')
    const { times, getPage } = scripted(refusal)
    const asking = limit(getPage)('http://a.test/', calm())
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await asking).toEqual(refusal)
    expect(times).toEqual([0, 3000, 9000])
  })

  test('that wants a long pause is left alone, and those who ask meanwhile are told so at once', async () => {
    const { times, getPage } = scripted(rateLimited('slow down', 3600))
    const limited = limit(getPage)
    expect(await limited('http://a.test/', calm())).toMatchObject({ status: 'rate-limited', fault: { retryAfter: 3600 } })
    expect(await limited('http://a.test/', calm())).toMatchObject({ status: 'rate-limited', fault: { retryAfter: 3600 } })
    expect(times).toEqual([0])
  })

  test('that is out of order and says until when is asked again; one that does not say is not', async () => {
    const busy = scripted(unavailable('unavailable', 'busy', 1), ok)
    const asking = limit(busy.getPage, 0)('http://a.test/', calm())
    await vi.advanceTimersByTimeAsync(1000)
    expect(await asking).toEqual(ok)
    const down = scripted(unavailable('unreachable', 'down'), ok)
    expect(await limit(down.getPage, 0)('http://a.test/', calm())).toMatchObject({ fault: { kind: 'unreachable' } })
  })

  test('is not asked by someone who was stopped while waiting, and keeps no place for him', async () => {
    const { times, getPage } = scripted(ok)
    const limited = limit(getPage)
    await limited('http://a.test/', calm())
    const stop = new AbortController()
    const asking = limited('http://a.test/', stop.signal)
    await vi.advanceTimersByTimeAsync(1000)
    stop.abort()
    expect(await asking).toMatchObject({ status: 'unavailable', fault: { kind: 'cancelled' } })
    const next = limited('http://a.test/', calm())
    await vi.advanceTimersByTimeAsync(2000)
    await next
    expect(times).toEqual([0, 3000])
    expect(vi.getTimerCount()).toBe(0)
  })
})
