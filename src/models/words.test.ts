import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from './words.ts'

test('words together are the text, and there are never many of them', () => {
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom('a', ' ', '\n', 'word '), { maxLength: 600 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (whole) => {
      const words = wordsOf(whole)
      expect(words.join('')).toBe(whole)
      expect(words.length).toBeLessThanOrEqual(64)
      expect(words).not.toContain('')
    }),
  )
})

test('a short text is streamed word by word', () => {
  expect(wordsOf(' one two\n three')).toEqual([' one ', 'two\n ', 'three'])
})
