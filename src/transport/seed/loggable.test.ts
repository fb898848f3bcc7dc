import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loggable } from './loggable.ts'

test('a plain message is told as it came', () => {
  expect(loggable('{"message":"¡Hola desde Godot! 🧪"}')).toBe('{"message":"¡Hola desde Godot! 🧪"}')
})

test.each([
  ['a value', '{"type":"x","token":"secret","a":1}', '{"type":"x","token":"…","a":1}'],
  ['spaces and capitals', '{"Token" : "secret"}', '{"Token" : "…"}'],
  ['a longer name', '{"access_token":"secret"}', '{"access_token":"…"}'],
  ['an escaped quote', '{"token":"sec\\"ret","a":1}', '{"token":"…","a":1}'],
  ['a value that does not end', '{"token":"secret', '{"token":"…"'],
  ['a number', '{"token":12345}', '{"token":"…"}'],
  ['an address', '{"message":"ws://localhost:8765/?token=secret&x=1"}', '{"message":"ws://localhost:8765/?token=…&x=1"}'],
])('a token is not told: %s', (_what, text, told) => {
  expect(loggable(text)).toBe(told)
})

test('a token that stands across the place of the cut is not told in part', () => {
  expect(loggable(`{"message":"${'x'.repeat(2010)}","token":"${'s'.repeat(100)}"}`)).not.toContain('sss')
})

test('controls, and what turns or breaks a line, are told by their numbers', () => {
  expect(loggable('a\nb\u001b[31m\u0085\u202e\u2028')).toBe('a\\u000ab\\u001b[31m\\u0085\\u202e\\u2028')
})

test('a long message is cut at 2 KiB, never within a character, and any text becomes one line', () => {
  expect(loggable('x'.repeat(2048))).toBe('x'.repeat(2048))
  expect(loggable('x'.repeat(5000))).toBe(`${'x'.repeat(2048)}…`)
  expect(loggable(`x${'ñ'.repeat(2000)}`)).toBe(`x${'ñ'.repeat(1023)}…`)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(loggable(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    }),
  )
})

test('a message made to take long does not', () => {
  const begun = performance.now()
  for (const part of ['"token"', '"token":"\\', '"a', ' ', '?token', '"token"    ']) loggable(part.repeat(65_536 / part.length))
  expect(performance.now() - begun).toBeLessThan(2_000)
})
