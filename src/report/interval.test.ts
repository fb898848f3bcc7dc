import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mean, sd, tInterval } from './interval.ts'

describe('mean, deviation and interval', () => {
  test('agree with values worked out by hand: t(0.975, 4) is 2.7764', () => {
    expect(mean([1, 2, 3, 4, 5])).toBe(3)
    expect(sd([1, 2, 3, 4, 5])).toBeCloseTo(Math.sqrt(2.5), 12)
    const half = (2.776445105 * Math.sqrt(2.5)) / Math.sqrt(5)
    expect(tInterval([1, 2, 3, 4, 5])?.low).toBeCloseTo(3 - half, 8)
    expect(tInterval([1, 2, 3, 4, 5])?.high).toBeCloseTo(3 + half, 8)
  })

  test('one value has neither deviation nor interval', () => {
    expect([sd([4]), tInterval([4])]).toEqual([undefined, undefined])
  })

  test('equal values have a deviation of exactly zero', () => {
    expect(sd([0.1, 0.1, 0.1])).toBe(0)
  })

  test('stay finite for every finite number, or are missing', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 12 }), (values) => {
        expect(Number.isFinite(mean(values))).toBe(true)
        expect(Number.isNaN(sd(values) ?? 0)).toBe(false)
        const { low, high } = tInterval(values) ?? { low: 0, high: 0 }
        expect(Number.isFinite(low) && Number.isFinite(high) && low <= high).toBe(true)
      }),
    )
  })
})
