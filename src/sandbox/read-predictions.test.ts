import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporary } from '../../test/support/temporary.ts'
import { parsePredictions, predictionLimits, readPredictions } from './read-predictions.ts'

const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')
const valid = { split: 'valid', seed: 1, arm: 'proposed', values: [1, 'a'] }

test('any predictions that are written as lines are read again', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  )
  const prediction = fc.record(
    {
      split: fc.constantFrom('valid', 'test'),
      seed: fc.maxSafeInteger(),
      arm: fc.string({ minLength: 1, maxLength: 80 }),
      values: fc.array(value),
    },
    { requiredKeys: ['split', 'values'] },
  )
  const selector = ({ split, seed, arm }: { split: string; seed?: number; arm?: string }) => JSON.stringify([split, seed, arm])
  fc.assert(
    fc.property(fc.uniqueArray(prediction, { selector }), (predictions) => {
      expect(parsePredictions(lines(...predictions))).toEqual({ predictions: predictions.map((one) => ({ ...one })) })
    }),
  )
})

test('no text is read as predictions and thrown at', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parsePredictions(text).predictions)))
})

test.each([
  ['no JSON', 'valid: 1, 2\n', /^predictions\.jsonl line 1: is not one JSON object$/],
  ['a split that is not held back', lines({ ...valid, split: 'train' }), /line 1: .*"valid"\|"test"/],
  ['an unknown field', lines({ ...valid, score: 1 }), /line 1: .*score/],
  ['no list of values', lines({ ...valid, values: 'ab' }), /line 1: .*values must be a list/],
  ['a value that is nothing', lines({ ...valid, values: [1, null] }), /line 1: .*values\[1\] must be a finite number .* and is null/],
  ['a list within', lines({ ...valid, values: [[1], [2]] }), /values\[0\] .* and is \[1\]/],
  ['a label that is a book', lines({ ...valid, values: ['x'.repeat(201)] }), /values\[0\] /],
  ['half a seed', lines({ ...valid, seed: 0.5 }), /line 1: .*seed/],
  [
    'the same split, seed and arm twice',
    lines({ ...valid, seed: 2 }, valid, valid),
    /line 3: is for the same split, seed and arm as line 2/,
  ],
  ['a line that was cut', `${lines(valid)}{"split":"val`, /line 2: /],
])('%s is bad output, told with its line', (_what, text, message) => {
  expect(parsePredictions(text).fault).toMatchObject({ kind: 'bad-output', message: expect.stringMatching(message) })
})

test('what comes before a bad line is kept', () => {
  expect(parsePredictions(`${lines(valid)}x\n`).predictions).toEqual([valid])
})

test('more lines, and more values in all, than are read are a fault', () => {
  const many = Array.from({ length: predictionLimits.lines + 1 }, (_, seed) => ({ split: 'test', seed, values: [] }))
  expect(parsePredictions(lines(...many)).fault?.kind).toBe('limit')
  const half = Array<number>(predictionLimits.values / 2).fill(1)
  const { predictions, fault } = parsePredictions(lines(...[1, 2, 3].map((seed) => ({ split: 'test', seed, values: half }))))
  expect([predictions.length, fault?.message]).toEqual([2, expect.stringMatching(/line 3: there are more than 4000000 values/)])
})

test('no file is no predictions, and a folder in its place is a fault', async () => {
  const folder = temporary()
  expect(await readPredictions(folder)).toEqual({ predictions: [] })
  writeFileSync(join(folder, 'predictions.jsonl'), lines(valid))
  expect(await readPredictions(folder)).toEqual({ predictions: [valid] })
  const other = temporary()
  mkdirSync(join(other, 'predictions.jsonl'))
  expect((await readPredictions(other)).fault).toMatchObject({ kind: 'bad-output', message: 'predictions.jsonl is not a plain file' })
})
