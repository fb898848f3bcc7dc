import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replaceLines } from '../../../agents/lines.ts'
import { linesBetween } from './lines-between.ts'

const text = fc.array(fc.constantFrom('a', 'b', ' ', 'c d'), { minLength: 1, maxLength: 8 }).map((lines) => ['x', ...lines].join('\n'))

test('the edit makes one text of the other, as the command that replaces lines carries it out', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, text: put } = linesBetween(before, after)
      expect(replaceLines(before, from, to, put)).toEqual({ text: after })
    }),
  )
})

test('a paragraph put in touches one line only', () => {
  expect(linesBetween('one\n\nthree', 'one\n\ntwo\n\nthree')).toMatchObject({ from: 3, to: 3 })
})
