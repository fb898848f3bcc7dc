import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText } from './fit-text.ts'
import { fitSlots } from './fit-told.ts'

const remark = /\(… \d+ of \d+ (paragraphs|lines|words) left out here: the model has no room for them …\)/

test('a text that fits stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(fitText(text, text.length)).toMatchObject({ text, left: 0 })
    }),
  )
})

test('a text that does not fit is cut between its paragraphs, lines or words, says so in their place, and then fits', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/)
  const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
  const paragraph = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'))
  const texts = fc.array(paragraph, { minLength: 1, maxLength: 30 }).map((paragraphs) => paragraphs.join('\n\n'))
  fc.assert(
    fc.property(texts, fc.integer({ min: 150, max: 4000 }), (text, chars) => {
      fc.pre(text.length > chars)
      const fitted = fitText(text, chars)
      expect(fitted.text.length).toBeLessThanOrEqual(chars)
      expect(fitted.text).toMatch(remark)
      const between = { paragraphs: '\n\n', lines: '\n', words: ' ' }[fitted.unit]
      const parts = text.split(between)
      const from = fitted.text.indexOf('(…')
      const to = fitted.text.indexOf('…)') + 2
      const [head, tail] = [fitted.text.slice(0, from), fitted.text.slice(to)]
      expect(text.startsWith(head)).toBe(true)
      expect(text.endsWith(tail)).toBe(true)
      expect(head.split(between).length - 1 + tail.split(between).length - 1 + fitted.left).toBe(parts.length)
    }),
  )
})

test('of several slots the longest is cut, and what is short stays whole', () => {
  const long = 'a line of the report\n'.repeat(400)
  const { slots, cut } = fitSlots({ score: '7', verdict: 'The best so far.', report: long }, 2000)
  expect(slots).toMatchObject({ score: '7', verdict: 'The best so far.', report: expect.stringMatching(remark) })
  expect(Object.values(slots).join('').length).toBeLessThanOrEqual(2000)
  expect(cut).toEqual([expect.stringMatching(/^report: \d+ lines$/)])
})
