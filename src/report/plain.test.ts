import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fenced, plain, plainHead } from './plain.ts'

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
