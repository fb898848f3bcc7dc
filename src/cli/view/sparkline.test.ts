import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gauge, sparkline } from './sparkline.ts'

test('draws the lowest number lowest and the highest highest', () => {
  expect(sparkline([0.2, 0.9, 0.55])).toBe('▁█▅')
})

test('draws numbers that are all the same at half height', () => {
  expect(sparkline([5, 5])).toBe('▄▄')
})

test('fills a gauge as far as the limit is used, and never over its edge', () => {
  expect(gauge(0, 10)).toBe('░░░░░░░░')
  expect(gauge(5, 10)).toBe('████░░░░')
  expect(gauge(50, 10)).toBe('████████')
  fc.assert(
    fc.property(
      fc.double({ min: 0, noNaN: true }),
      fc.double({ min: 0.1, noNaN: true }),
      (used, limit) => [...gauge(used, limit)].length === 8,
    ),
  )
})
