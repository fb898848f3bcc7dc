import { expect, test } from 'vitest'
import { inWords, isSmall, weightsIn } from './small-model.ts'

test.each([
  ['134.52M', 134_520_000, true, '135 million parameters'],
  ['268.10M', 268_100_000, true, '268 million parameters'],
  ['8.2B', 8_200_000_000, false, '8.2 billion parameters'],
  ['999.89M', 999_890_000, true, '1000 million parameters'],
])('%s is %d weights', (size, weights, small, words) => {
  expect(weightsIn(size)).toBe(weights)
  expect(isSmall({ parameters: weights })).toBe(small)
  expect(inWords(weights)).toBe(words)
})

test.each(['', 'large', '-3B', '0M', '1.2.3B', '7'])('%j says no size, and a model of no known size is not small', (size) => {
  expect(weightsIn(size)).toBeUndefined()
  expect(isSmall({})).toBe(false)
})
