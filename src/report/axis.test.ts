import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisOf, linearAxis, within } from './axis.ts'

describe('an axis', () => {
  test('is linear for values of like size and logarithmic over three decades and more', () => {
    expect(axisOf([1, 2, 3])?.type).toBe('linear')
    expect(axisOf([1e-6, 1])?.type).toBe('log')
    expect(axisOf([0, 1e-6, 1])?.type).toBe('linear')
  })

  test('has width also when all values are the same', () => {
    expect(linearAxis([0, 0])?.domain).toEqual([-0.1, 0.1])
    expect(linearAxis([5])?.domain).toEqual([4.5, 5.5])
  })

  test.each([[[]], [[1e120, 1]], [[1e-200]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])('there is none for %j', (values) => {
    expect([axisOf(values), linearAxis(values)]).toEqual([undefined, undefined])
  })

  test('holds every value, with an end below and an end above', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 9 }), (values) => {
        for (const axis of [axisOf(values), linearAxis(values)].filter((found) => found !== undefined)) {
          expect(axis.domain[0]).toBeLessThan(axis.domain[1])
          for (const value of values) expect(within(axis, value)).toBe(value)
        }
      }),
    )
  })
})
