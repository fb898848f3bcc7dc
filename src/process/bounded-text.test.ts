import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBoundedText } from './bounded-text.ts'

const keep = (characters: number, pieces: readonly string[]) => {
  const kept = createBoundedText(characters)
  for (const piece of pieces) kept.add(piece)
  return kept.read()
}
const pieces = fc.array(fc.string({ unit: 'binary' }), { maxLength: 30 })
const room = fc.integer({ min: 0, max: 60 })

test('a text that fits is given whole', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      expect(keep(parts.join('').length, parts)).toBe(parts.join(''))
    }),
  )
})

test('how a text was cut into pieces makes no difference', () => {
  fc.assert(
    fc.property(pieces, room, (parts, characters) => {
      expect(keep(characters, parts)).toBe(keep(characters, [parts.join('')]))
    }),
  )
})

test('what is kept and the number of what is not add up to the text, of which no character is halved', () => {
  fc.assert(
    fc.property(pieces, room, (parts, characters) => {
      const whole = parts.join('')
      fc.pre(whole.length > characters)
      const [, start = '', left, end = ''] = /^(.*)\n\[… (\d+) characters left out …\]\n(.*)$/su.exec(keep(characters, parts)) ?? []
      expect(start.length + Number(left) + end.length).toBe(whole.length)
      expect([whole.startsWith(start), whole.endsWith(end)]).toEqual([true, true])
      expect([start.isWellFormed(), end.isWellFormed()]).toEqual([true, true])
    }),
  )
})

test('half of the room is for the start and half for the end', () => {
  expect(keep(4, ['abc', 'def', 'ghi'])).toBe('ab\n[… 5 characters left out …]\nhi')
})
