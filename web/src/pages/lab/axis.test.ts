import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf, placeOn, toldApart } from './axis.ts'

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
    fc.property(fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
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

test('values that lie next to each other, or next to nothing, have a scale too', () => {
  for (const values of [[1e6, 1e6 + 1e-10], [-3e-323, 5e-324], [0], [0, -0]]) {
    const axis = axisOf(values, 4)
    expect(axis?.ticks.every(Number.isFinite), String(values)).toBe(true)
    expect(axis && axis.low < axis.high, String(values)).toBe(true)
  }
})

test('values too far apart to subtract have none', () => {
  expect(axisOf([-1.7e308, 1.7e308], 4)).toBeUndefined()
})

test('a million values make an axis, and of thousands no more are drawn than can be told apart; the outermost are among them', () => {
  const values = Array.from({ length: 1_000_000 }, (_, place) => place / 1_000_000)
  const axis = axisOf(values, 4)
  expect(axis).toMatchObject({ low: 0, high: 1 })
  const drawn = axis ? toldApart(axis, values, 160) : []
  expect(drawn.length).toBe(160)
  expect(Math.min(...drawn)).toBeLessThan(1 / 160)
  expect(Math.max(...drawn)).toBeGreaterThan(1 - 1 / 160)
  expect(axis && toldApart(axis, [0.5, 0.5, 0.2], 160)).toEqual([0.5, 0.5, 0.2])
})
