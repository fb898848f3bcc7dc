import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack } from './packing.ts'

test('any text comes back as it was', () => {
  const short = fc.string({ unit: 'binary' })
  const long = fc.string({ unit: 'grapheme', minLength: 500, maxLength: 3000 })
  fc.assert(
    fc.property(fc.oneof(short, long), (text) => {
      expect(unpack(pack(text))).toBe(text)
    }),
  )
})

test('a short text stays readable in the database, a long one takes less room', () => {
  expect(pack('a note')).toEqual({ size: null, body: 'a note' })
  const { size, body } = pack('word '.repeat(400))
  expect([size, body.length < 200]).toEqual([2000, true])
})

test('damaged bytes are refused', () => {
  expect(() => unpack({ size: 2000, body: Buffer.from('garbage') })).toThrow()
})
