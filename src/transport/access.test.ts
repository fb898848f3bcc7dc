import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AccessRules, accessOf, isLoopback } from './access.ts'

const rules = (token?: string, audienceToken?: string): AccessRules => ({ host: 'localhost', allowedOrigins: [], token, audienceToken })

test.each([
  [rules('full', 'look'), 'full', 'full'],
  [rules('full', 'look'), 'look', 'read-only'],
  [rules('full', 'look'), 'ful', undefined],
  [rules('full', 'look'), '', undefined],
  [rules('full', 'look'), undefined, undefined],
  [rules('full'), undefined, undefined],
  [rules(), undefined, 'full'],
  [rules(), 'anything', 'full'],
  [rules(undefined, 'look'), 'look', 'read-only'],
  [rules(undefined, 'look'), undefined, 'full'],
  [rules('same', 'same'), 'same', 'full'],
])('with %o the token %o opens %o', (given, shown, access) => {
  expect(accessOf(given, shown)).toBe(access)
})

test('no text opens a server with a token but the token itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (token, shown) => {
      expect(accessOf(rules(token), shown)).toBe(shown === token ? 'full' : undefined)
    }),
  )
})

test.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['::', false],
  ['127.0.0.1.example', false],
  ['localhost.example', false],
  ['192.168.0.1', false],
])('%s is this machine and nothing else: %o', (host, own) => {
  expect(isLoopback(host)).toBe(own)
})
