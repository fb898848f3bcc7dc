import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf, placeOn } from './axis.ts'

test('marks are round numbers around the values', () => {
  expect(axisOf([0.383, 0.969], 4)).toMatchObject({ low: 0.2, high: 1, digits: 1 })
  expect(axisOf([0.912, 0.936], 4)?.digits).toBe(2)
})

test('no value gives no scale', () => {
  expect(axisOf([], 4)).toBeUndefined()
  expect(axisOf([Number.NaN], 4)).toBeUndefined()
})

test('every value lies on its scale, and a lone one has room on both sides', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
      const axis = axisOf(values, 4)
      expect(axis).toBeDefined()
      if (!axis) return
      const slack = (axis.high - axis.low) * 1e-9
      expect(axis.ticks.length).toBeLessThanOrEqual(8)
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(axis.low - slack)
        expect(value).toBeLessThanOrEqual(axis.high + slack)
        expect(placeOn(axis, value)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
  const lone = axisOf([0.5], 4)
  expect(lone && lone.low < 0.5 && lone.high > 0.5).toBe(true)
})
