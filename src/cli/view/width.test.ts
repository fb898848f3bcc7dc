import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clip, fitted, widthOf } from './width.ts'
import { wrap } from './wrap.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 60 })

test.each([
  ['', 0],
  ['plain', 5],
  ['naïve', 5],
  ['e\u0301', 1],
  ['平滑', 4],
  ['한국', 4],
  ['ｗｉｄｅ', 8],
  ['🧪', 2],
  ['—…“”', 4],
  ['▁▂█░', 4],
])('reckons the cells of %j', (given, cells) => {
  expect(widthOf(given)).toBe(cells)
})

test('what is fitted is a beginning of the text, fits, and could not hold the next character', () => {
  fc.assert(
    fc.property(text, fc.nat(40), (given, columns) => {
      const start = fitted(given, columns)
      expect(given.startsWith(start)).toBe(true)
      expect(widthOf(start)).toBeLessThanOrEqual(columns)
      const [next] = new Intl.Segmenter('en').segment(given.slice(start.length))
      if (next) expect(widthOf(start + next.segment)).toBeGreaterThan(columns)
    }),
  )
})

test('an accent is never cut from its letter', () => {
  expect(fitted('cafe\u0301s', 4)).toBe('cafe\u0301')
})

test('a clipped text shows that something is missing', () => {
  expect(clip('a long sentence', 7)).toBe('a long…')
  expect(clip('short', 7)).toBe('short')
  expect(clip('平滑平滑', 4)).toBe('平…')
})

test('wrapped lines fit and lose nothing but white space', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), fc.nat(30), (given, columns, taken) => {
      const lines = wrap(given, columns, Math.min(taken, columns))
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      expect(widthOf(lines[0] ?? '')).toBeLessThanOrEqual(Math.max(columns - taken, 0))
      const bare = (words: string) => words.replaceAll(/\s+/g, '')
      // A cluster of many wide characters may be wider than a line; nothing else may be lost.
      const fits = [...new Intl.Segmenter('en').segment(given)].every(({ segment }) => widthOf(segment) <= columns)
      if (fits) expect(bare(lines.join(''))).toBe(bare(given))
    }),
  )
})

test('lines break at spaces and hang after what stands before the first', () => {
  expect(wrap('one two three', 9)).toEqual(['one two', 'three'])
  expect(wrap('one two three', 9, 3)).toEqual(['one', 'two three'])
  expect(wrap('unbreakable', 4)).toEqual(['unbr', 'eaka', 'ble'])
})

test('a line without room ends in nothing rather than never', () => {
  expect(wrap('some words', 0)).toEqual([])
  expect(wrap('some words', -1, 3)).toEqual([''])
})
