import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOff } from './back-off.ts'

const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

test('no wait is longer than ten seconds, whatever the chance and however many tries there were', () => {
  fc.assert(fc.property(fc.nat({ max: 2000 }), chance, (tries, drawn) => backOff(tries, () => drawn) <= 10_000))
})

test('waits grow from half a second, and pages that lost the same server come back at different times', () => {
  expect([0, 1, 2, 3, 4, 5].map((tries) => backOff(tries, () => 0.5))).toEqual([500, 1000, 2000, 4000, 8000, 8000])
  expect(backOff(9, () => 0)).toBeLessThan(backOff(9, () => 0.9))
})
