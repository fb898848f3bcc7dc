import { expect, test } from 'vitest'
import { differ } from './differ.ts'

test('a rerun within the scatter of the search agrees with it, one far outside does not', () => {
  expect(differ([0.8, 0.82, 0.81], [0.79, 0.83, 0.8, 0.82])).toBe(false)
  expect(differ([0.8, 0.82, 0.81], [0.6, 0.61, 0.59, 0.6])).toBe(true)
})

test('without any scatter, other numbers differ, and the same ones do not', () => {
  expect(differ([0.5, 0.5], [0.5, 0.5])).toBe(false)
  expect(differ([0.5, 0.5], [0.6, 0.6])).toBe(true)
})

test('a single measurement says nothing', () => {
  expect(differ([0.5], [0.9, 0.9])).toBe(false)
})
