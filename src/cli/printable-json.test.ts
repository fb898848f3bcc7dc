import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printableJson } from './printable-json.ts'

test('what is printed as JSON reads as the same value, and holds nothing that a terminal obeys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const said = printableJson(JSON.stringify({ value, text, 'bell\u009b2J': '\u202e' }))
      expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify({ value, text, 'bell\u009b2J': '\u202e' })))
      expect(said).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    }),
  )
})
