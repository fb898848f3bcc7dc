import { describe, expect, test } from 'vitest'
import type { Truth } from './hold-out.ts'
import { scoreAll, scorePredictions } from './score.ts'
import { type ScoreName, scores } from './scores.ts'

const classes: Truth = {
  version: 1,
  target: 'class',
  type: 'text',
  task: 'classification',
  classes: ['a', 'b', 'c'],
  values: { valid: ['a', 'a', 'a', 'b', 'b', 'a'], test: ['a'] },
}
const numbers: Truth = {
  version: 1,
  target: 'y',
  type: 'number',
  task: 'regression',
  classes: [],
  values: { valid: [3, -0.5, 2, 7], test: [5, 5] },
}
const digits: Truth = { ...classes, type: 'number', classes: ['0', '1'], values: { valid: [0, 1], test: [1] } }
const yes: Truth = { ...classes, type: 'boolean', classes: ['false', 'true'], values: { valid: [true, false], test: [true] } }

describe('a score', () => {
  // Worked out by hand: a is right 3 of 4 times, b 1 of 2 times, one a is taken for c and one b for a.
  const said = ['a', 'a', 'c', 'b', 'a', 'a']
  test.each([
    ['accuracy', 4 / 6],
    ['balanced-accuracy', (3 / 4 + 1 / 2) / 2],
    ['f1-macro', (6 / 8 + 2 / 3 + 0) / 3],
  ] as const)('%s is what it is by hand', (name, value) => {
    expect(scorePredictions(name, classes, 'valid', said)).toEqual({ ok: true, value: expect.closeTo(value, 12) })
  })

  test.each([
    ['rmse', Math.sqrt((0.25 + 0.25 + 0 + 1) / 4)],
    ['mae', (0.5 + 0.5 + 0 + 1) / 4],
    ['r2', 1 - 1.5 / 29.1875],
  ] as const)('%s is what it is by hand', (name, value) => {
    expect(scorePredictions(name, numbers, 'valid', [2.5, 0, 2, 8])).toEqual({ ok: true, value: expect.closeTo(value, 12) })
  })

  test('takes classes as they are written, and as the numbers and truth values that they are', () => {
    for (const predicted of [
      ['0', '1'],
      [0, 1],
      ['0.0', '1.0'],
    ]) {
      expect(scorePredictions('accuracy', digits, 'valid', predicted)).toEqual({ ok: true, value: 1 })
    }
    for (const predicted of [
      [true, false],
      ['True', 'False'],
      ['true', 'false'],
    ]) {
      expect(scorePredictions('accuracy', yes, 'valid', predicted)).toEqual({ ok: true, value: 1 })
    }
  })
})

describe('a problem in one line, and no score', () => {
  test.each<[string, ScoreName, Truth, unknown[], string]>([
    ['too few values', 'accuracy', classes, ['a'], '1 value for valid, whose file has 6 rows'],
    ['an unknown class', 'accuracy', classes, ['a', 'a', 'z', 'b', 'a', 'a'], 'Value 3 of valid, "z", is none of the classes: a, b, c'],
    ['a class that is missing', 'accuracy', classes, ['a', 'a', null, 'b', 'a', 'a'], 'Value 3 of valid, null'],
    ['NaN', 'rmse', numbers, [1, Number.NaN, 2, 3], 'Value 2 of valid, null, is no finite number'],
    ['a number as text', 'mae', numbers, [1, '2', 2, 3], 'Value 2 of valid, "2"'],
    ['a score of another task', 'rmse', classes, ['a'], 'rmse is no score of a classification'],
    ['a number beyond all bounds', 'rmse', numbers, [1, 1e300, 2, 3], 'no finite value'],
  ])('of %s', (_what, name, truth, predicted, words) => {
    expect(scorePredictions(name, truth, 'valid', predicted)).toEqual({ ok: false, problem: expect.stringContaining(words) })
  })

  test('of R² where all true values are the same; the other scores are given', () => {
    expect(scorePredictions('r2', numbers, 'test', [5, 5])).toMatchObject({ ok: false })
    expect(scoreAll(numbers, 'test', [5, 6])).toEqual({
      ok: true,
      scores: [
        { name: 'rmse', value: Math.SQRT1_2 },
        { name: 'mae', value: 0.5 },
      ],
    })
    expect(scoreAll(numbers, 'test', [5])).toMatchObject({ ok: false })
  })
})

test('every score says where its formula is from', () => {
  for (const { source } of scores) expect(source).toMatch(/doi|arXiv/)
})
