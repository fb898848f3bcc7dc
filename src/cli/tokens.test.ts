import { expect, test } from 'vitest'
import { tokensFor } from './tokens.ts'

const none = { env: {} }

test('without options and without variables there are no tokens', () => {
  expect(tokensFor({}, none)).toEqual({})
  expect(tokensFor({}, { env: { GAL_TOKEN: '', GAL_AUDIENCE_TOKEN: ' ' } })).toEqual({})
})

test('an option without a value makes 256 bits of chance, another each time', () => {
  const { token = '', audienceToken = '' } = tokensFor({ token: true, audienceToken: true }, none)
  for (const made of [token, audienceToken]) {
    expect(made).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(made, 'base64url')).toHaveLength(32)
  }
  expect(new Set([token, audienceToken, tokensFor({ token: true }, none).token]).size).toBe(3)
})

test('an option goes before its variable', () => {
  const env = { GAL_TOKEN: 'of-the-environment', GAL_AUDIENCE_TOKEN: 'of-the-audience' }
  expect(tokensFor({}, { env })).toEqual({ token: 'of-the-environment', audienceToken: 'of-the-audience' })
  expect(tokensFor({ token: 'of-the-option' }, { env })).toEqual({ token: 'of-the-option', audienceToken: 'of-the-audience' })
})

test('who asks for a token for onlookers gets one for the rest as well', () => {
  expect(tokensFor({ audienceToken: 'for-looking' }, none)).toEqual({
    token: expect.stringMatching(/^[\w-]{43}$/),
    audienceToken: 'for-looking',
  })
})

test('a token that cannot be used is refused by the name of its place, and is not told', () => {
  for (const bad of ['', 'short', 'with space in it', 'x'.repeat(201)])
    expect(() => tokensFor({ token: bad }, none)).toThrow(
      expect.objectContaining({ code: 'bad-option', message: '--token: the token cannot be used' }),
    )
  expect(() => tokensFor({}, { env: { GAL_AUDIENCE_TOKEN: 'a b c d e f g' } })).toThrow(/^GAL_AUDIENCE_TOKEN: /)
  expect(() => tokensFor({ token: 'one-for-both', audienceToken: 'one-for-both' }, none)).toThrow(/the same/)
})
