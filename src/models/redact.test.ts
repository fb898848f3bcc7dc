import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor, redact } from './redact.ts'

const key = 'sk-Planted/0123456789+abc'
const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each([
  ['as it is', key],
  ['with its slashes escaped', key.replaceAll('/', '\\/')],
  ['as part of an address', encodeURIComponent(key)],
  ['as a host, in small letters', key.toLowerCase()],
  ['in Base64', base64(key)],
  ['in Base64 for addresses', Buffer.from(key).toString('base64url')],
  ['in Base64 inside an address', encodeURIComponent(base64(key))],
])('a key %s is taken out whole', (_title, form) => {
  expect(redact(`before "${form}" after`, key)).toBe('before "[redacted]" after')
})

test.each(['u', 'us', 'user', 'Bearer'])('a key behind %j in one Base64 leaves no part of it that could be read', (user) => {
  const text = redact(base64(`${user}:${key}:more`), key)
  expect(text).toContain('[redacted]')
  expect(Buffer.from(text.replace('[redacted]', ''), 'base64').toString('latin1')).not.toMatch(/sk-|abc/)
})

test('a short stand-in for a key is no word to be taken out of an answer', () => {
  const redactor = createRedactor('key')
  expect(redactor.push('{"key":1}') + redactor.end()).toBe('{"key":1}')
})

describe('an answer in pieces', () => {
  const through = (pieces: readonly string[], secret: string) => {
    const redactor = createRedactor(secret)
    return [...pieces.map((piece) => redactor.push(piece)), redactor.end()]
  }

  test('never shows the beginning of a key that is broken over two of them', () => {
    expect(through(['it is sk-Plan', 'ted/0123456789+abc, I think'], key)).toEqual(['it is ', '[redacted], I think', ''])
  })

  test('gives back what only looked like a beginning', () => {
    expect(through(['a sk-P', 'lan to sk'], key).join('')).toBe('a sk-Plan to sk')
  })

  test('is together what is made of the whole, however it is cut', () => {
    const own = 'abababab/c'
    const part = fc.oneof(
      fc.constantFrom(own, 'ab', 'abababab', '/c', '\\/c', '%2Fc', ' ', base64(own), base64(own).slice(0, 6), base64(`u:${own}`)),
      fc.string({ maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(part), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (parts, sizes) => {
        const text = parts.join('')
        const pieces: string[] = []
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1
          pieces.push(text.slice(at, at + size))
          at += size
        }
        expect(through(pieces, own).join('')).toBe(redact(text, own))
      }),
      { numRuns: 1000 },
    )
  })
})
