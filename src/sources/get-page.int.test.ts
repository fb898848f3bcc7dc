import { describe, expect, test } from 'vitest'
import { createGetPage } from './get-page.ts'
import { serveLoopback } from './loopback.ts'

const now = () => Date.parse('2026-01-01T00:00:00Z')
const calm = () => new AbortController().signal
const create = (timeoutMs = 5000) => createGetPage({ service: 'arXiv', fetch, userAgent: 'gal-test/1', timeoutMs, now })

describe('a page', () => {
  test('comes with its bytes and type, asked for under our own name', async () => {
    await using server = await serveLoopback((request, response) =>
      response.setHeader('content-type', 'text/x').end(request.headers['user-agent']),
    )
    const page = await create()(server.origin, calm())
    expect(page).toMatchObject({ status: 'ok', type: 'text/x' })
    expect(page.status === 'ok' && new TextDecoder().decode(page.body)).toBe('gal-test/1')
  })

  test.each([
    [429, { 'retry-after': '7' }, 'Rate exceeded.', 'rate-limited', 'rate-limited', 7],
    [429, {}, '', 'rate-limited', 'rate-limited', undefined],
    [429, { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }, '', 'rate-limited', 'rate-limited', 9],
    [200, {}, 'Rate exceeded.', 'rate-limited', 'rate-limited', undefined],
    [503, { 'retry-after': '1' }, 'Service unavailable', 'unavailable', 'unavailable', 1],
    [500, {}, 'oops', 'unavailable', 'unavailable', undefined],
    [404, {}, 'not found', 'not-found', 'not-found', undefined],
    [400, {}, '<feed><summary>incorrect id format</summary></feed>', 'unavailable', 'refused', undefined],
    [403, {}, '', 'unavailable', 'refused', undefined],
  ] as const)('with HTTP %i, headers %j and "%s" is %s (%s, %s s)', async (code, headers, body, status, kind, retryAfter) => {
    await using server = await serveLoopback((_request, response) => response.writeHead(code, headers).end(body))
    const answer = await create()(server.origin, calm())
    if (answer.status === 'ok') throw new Error('should be a trouble')
    expect(answer).toMatchObject({ status, fault: { kind } })
    expect(answer.fault.retryAfter).toBe(retryAfter)
    expect(answer.fault.message).toMatch(/^arXiv \(127\.0\.0\.1:\d+\) .*\.$/)
  })

  test('that was refused says why, in the words of the server', async () => {
    await using server = await serveLoopback((_request, response) =>
      response.writeHead(400).end('<feed><title>Q</title><entry><summary>incorrect id format</summary></entry></feed>'),
    )
    expect(await create()(server.origin, calm())).toMatchObject({
      fault: { message: expect.stringContaining('(HTTP 400: incorrect id format)') },
    })
  })

  test.each(['before a word', 'in the middle'])('from a server that falls silent %s is a time-out', async (when) => {
    await using server = await serveLoopback((_request, response) => {
      if (when === 'in the middle') response.writeHead(200).write('half')
    })
    expect(await create(150)(server.origin, calm())).toMatchObject({ status: 'unavailable', fault: { kind: 'timeout' } })
  })

  test('from a server that hangs up is unreachable', async () => {
    await using server = await serveLoopback((_request, response) => response.destroy())
    expect(await create()(server.origin, calm())).toMatchObject({ status: 'unavailable', fault: { kind: 'unreachable' } })
  })

  test('from a port where nobody listens says so', async () => {
    const server = await serveLoopback((_request, response) => response.end())
    await server.close()
    expect(await create()(server.origin, calm())).toMatchObject({
      status: 'unavailable',
      fault: { kind: 'unreachable', message: expect.stringContaining('ECONNREFUSED') },
    })
  })

  test('that is no longer wanted is cancelled, while waiting and before', async () => {
    const stop = new AbortController()
    await using server = await serveLoopback(() => stop.abort())
    expect(await create()(server.origin, stop.signal)).toMatchObject({ fault: { kind: 'cancelled' } })
    expect(await create()(server.origin, AbortSignal.abort())).toMatchObject({ fault: { kind: 'cancelled' } })
    expect(server.asked).toHaveLength(1)
  })
})
