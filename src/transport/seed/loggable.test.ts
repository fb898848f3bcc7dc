import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLoggable } from './loggable.ts'

const loggable = createLoggable([])

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

test.each([
  ['a subprotocol', 'gal.token.foreign', 'gal.token.…'],
  ['a header', '{"Authorization":"Bearer foreign"}', '{"Authorization":"Bearer …"}'],
  ['a plain word', 'token=foreign', 'token=…'],
  ['a fragment', 'http://localhost/#token=foreign&x', 'http://localhost/#token=…&x'],
  ['a name with escapes', String.raw`{"tok\u0065n":"foreign"}`, String.raw`{"tok\u0065n":"…"}`],
  ['a value with escapes', String.raw`token=\u0066oreign "`, 'token=… "'],
  ['JSON in JSON', String.raw`{"message":"{\"token\":\"foreign\"}"}`, undefined],
])('a token of any server is known by where it stands: %s', (_what, text, told) => {
  expect(loggable(text)).not.toContain('oreign')
  if (told !== undefined) expect(loggable(text)).toBe(told)
})

const own = 'aZ0-_/"\\é🧪k'
const spellings: readonly ((character: string) => string)[] = [
  (character) => character,
  (character) => JSON.stringify(character).slice(1, -1),
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
]

test("the server's own tokens are told in no spelling, wherever they stand; the longest first", () => {
  const spelled = fc.tuple(...own.split('').map((unit) => fc.constantFrom(...spellings.map((spell) => spell(unit)))))
  fc.assert(
    fc.property(spelled, (units) => {
      expect(createLoggable(['', 'aZ0', own])(`say ${units.join('')} twice`)).toBe('say … twice')
    }),
  )
  expect(createLoggable(['s/t'])('a s%2Ft b')).toBe('a … b')
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
  const guarded = createLoggable(['aaaaaaaab'])
  for (const part of ['\\', 'a', '\\u0061', 'token', 'bearer ', 'token=', '"token']) guarded(part.repeat(65_536 / part.length))
  for (const part of ['"token"', '"token":"\\', '"a', ' ', '?token', '"token"    ']) loggable(part.repeat(65_536 / part.length))
  expect(performance.now() - begun).toBeLessThan(2_000)
})
