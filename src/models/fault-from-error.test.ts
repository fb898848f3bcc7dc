import { describe, expect, test } from 'vitest'
import { faultFromError } from './fault-from-error.ts'
import { retryAfter } from './retry-after.ts'

const coded = (code: string) => Object.assign(new Error(code), { code })
const fetchFailed = (cause: Error) => new TypeError('fetch failed', { cause })

describe('faultFromError', () => {
  test.each([
    ['a refused connection', fetchFailed(coded('ECONNREFUSED')), 'unreachable'],
    [
      'a refusal on each of several addresses',
      fetchFailed(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])),
      'unreachable',
    ],
    ['an unknown host', fetchFailed(coded('ENOTFOUND')), 'unreachable'],
    ['a reset wrapped by a library', new Error('Connection error.', { cause: fetchFailed(coded('ECONNRESET')) }), 'unreachable'],
    ['a bad certificate', fetchFailed(coded('DEPTH_ZERO_SELF_SIGNED_CERT')), 'unreachable'],
    ['a cause that nobody foresaw', fetchFailed(new Error('bad port')), 'unreachable'],
    ['silence', fetchFailed(coded('UND_ERR_HEADERS_TIMEOUT')), 'timeout'],
    ['a time limit', AbortSignal.abort(new DOMException('late', 'TimeoutError')).reason, 'timeout'],
    ['something else than HTTP', fetchFailed(coded('HPE_INVALID_CONSTANT')), 'bad-output'],
    ['an abort', AbortSignal.abort().reason, 'cancelled'],
  ])('knows %s', (_title, error, kind) => {
    expect(faultFromError(error, 'ollama:tiny at http://host')).toMatchObject({
      kind,
      message: expect.stringMatching(/^ollama:tiny at http:\/\/host /),
    })
  })

  test.each([[new TypeError('x is not a function')], [new Error('odd')], ['a string'], [undefined]])('takes %s for a defect', (error) => {
    expect(faultFromError(error, 'somewhere')).toBeUndefined()
  })
})

describe('retryAfter', () => {
  const date = 'Thu, 01 Jan 2026 00:00:00 GMT'
  test.each<[Record<string, string>, number | undefined]>([
    [{ 'retry-after': '7' }, 7],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT', date }, 30],
    [{ 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT', date }, 0],
    [{ 'retry-after-ms': '250', 'retry-after': '1' }, 0.25],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, undefined],
    [{ 'retry-after': 'soon', date }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{}, undefined],
  ])('reads %j as %s seconds', (headers, seconds) => {
    expect(retryAfter(new Headers(headers))).toBe(seconds)
  })
})
