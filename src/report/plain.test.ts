import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fenced, plain, plainHead, shown, withoutEmphasis } from './plain.ts'

describe('words from outside', () => {
  test.each([
    ['k-nearest, 5% of a_b', 'k-nearest, 5% of a\\_b'],
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['- not a list', '\\- not a list'],
    ['1906.02629', '1906.02629'],
    ['a | b\nc', 'a \\| b c'],
    ['&lt;b&gt; & c', '\\&lt;b\\&gt; & c'],
    ['[a](javascript:b)', '\\[a\\](javascript:b)'],
    ['a\u0000\u202eb', 'ab'],
  ])('%j become %j', (text, expected) => {
    expect(plain(text)).toBe(expected)
  })

  test('are cut at a space, with a sign that there is more', () => {
    expect(plainHead('one two three', 9)).toBe('one two …')
    expect(plainHead('one', 9)).toBe('one')
  })
})

test('what cannot be seen is shown as a dot, and the lines stay', () => {
  expect(shown('a\tb\r\nc\u001b[2J\u0007\u202e\r\n')).toBe('a\tb\nc·[2J··\n')
})

test.each([
  ['**Question.** Does *it* __help__, _really_?', 'Question. Does it help, really?'],
  ['***All** of* it', 'All of it'],
  ['2 * 3 * 4 and a_b_c', '2 * 3 * 4 and a_b_c'],
])('%s without emphasis', (markdown, expected) => {
  expect(withoutEmphasis(markdown)).toBe(expected)
})

describe('a fenced block', () => {
  test('is ended by nothing in the code', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '\n', 'a') }), (code) => {
        const lines = fenced(code).split('\n')
        const [first = '', ...rest] = lines
        expect(rest.findIndex((line) => line.startsWith(first))).toBe(rest.length - 1)
      }),
    )
  })
})
