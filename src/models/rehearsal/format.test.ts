import { expect, test } from 'vitest'
import { leastP, numeral, oneLine, percent, pValue, sentence, series } from './format.ts'

test('a number keeps its decimals, and gets more rather than read as zero', () => {
  expect([numeral(87.45, 1), numeral(12, 2), numeral(0.0004, 2), numeral(-0.02, 1), numeral(0, 2), numeral(1e-30, 2)]).toEqual([
    '87.5',
    '12.00',
    '0.0004',
    '−0.02',
    '0',
    '0',
  ])
})

test('a setting is written as it was set, and a share as a percentage without rounding dust', () => {
  expect([numeral(0.05), numeral(200), percent(0.07), percent(0.95)]).toEqual(['0.05', '200', '7', '95'])
})

test('a p-value is never given as zero', () => {
  expect([pValue(0.0625), pValue(0.01234), pValue(1), pValue(0.001), pValue(1e-9), pValue(0)]).toEqual([
    '= 0.0625',
    '= 0.0123',
    '= 1',
    '= 0.001',
    '< 0.001',
    '< 0.001',
  ])
})

test('lists, lines and sentences read as they should', () => {
  expect([series([], 'and'), series(['a'], 'and'), series(['a', 'b'], 'y'), series(['a', 'b', 'c'], 'and')]).toEqual([
    '',
    'a',
    'a y b',
    'a, b and c',
  ])
  expect([oneLine(' a\n\n b '), oneLine('see [@x]'), sentence('It ends'), sentence('It ends!')]).toEqual([
    'a b',
    'see [x]',
    'It ends.',
    'It ends!',
  ])
})

test('the least p-value of a sign test is given as the fraction that it is', () => {
  expect([leastP(5), leastP(12)]).toEqual(['2/32 = 0.0625', '2/4096 ≈ 0.000488'])
})
