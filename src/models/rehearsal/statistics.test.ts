import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holm, mean, pairedTest, sd, signFlipP, tInterval } from './statistics.ts'

/** Extra hours of sleep under two drugs, per patient: the worked example of Student (1908). */
const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]

describe('against published values', () => {
  test("Student's sleep data have his mean, deviation and interval", () => {
    expect(mean(sleep)).toBeCloseTo(1.58, 10)
    expect(sd(sleep)).toBeCloseTo(1.229995, 6)
    const interval = tInterval(sleep)
    expect(interval?.low).toBeCloseTo(0.7001142, 6)
    expect(interval?.high).toBeCloseTo(2.4598858, 6)
  })

  test("Student's sleep data have the known t and p", () => {
    const found = pairedTest(sleep)
    expect(found).toMatchObject({ kind: 'tested', df: 9 })
    expect(found.kind === 'tested' && found.t).toBeCloseTo(4.062128, 5)
    expect(found.kind === 'tested' && found.p).toBeCloseTo(0.00283289, 7)
  })

  test('the quantile of the interval is that of the printed t table: 2.776 at 4 degrees of freedom', () => {
    const values = [1, 2, 3, 4, 5]
    expect(((tInterval(values)?.high ?? 0) - 3) / (Math.sqrt(2.5) / Math.sqrt(5))).toBeCloseTo(2.776, 3)
  })

  test("Holm's adjustment of four p-values", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02])
  })

  test('the exact p of sign flips can be counted by hand', () => {
    expect(signFlipP([1, 2, 3])).toBe(2 / 8)
    expect(signFlipP([1, 2, -3])).toBe(1)
    expect(signFlipP([2, 1, 1, -0.5])).toBe(4 / 16)
    expect(signFlipP(sleep)).toBe(4 / 1024)
  })
})

describe('at the edges', () => {
  test('one value has a mean, but no deviation, interval or test', () => {
    expect([mean([3]), sd([3]), tInterval([3]), pairedTest([3])]).toEqual([3, undefined, undefined, { kind: 'too-few' }])
  })

  test('differences without variance are named and not tested', () => {
    expect(pairedTest([0, 0, 0])).toEqual({ kind: 'identical' })
    expect(pairedTest([0.3, 0.1 + 0.2, 0.3])).toEqual({ kind: 'constant' })
  })

  test('sign flips are not tried without pairs or above twelve', () => {
    expect([signFlipP([]), signFlipP(Array.from({ length: 13 }, () => 1))]).toEqual([undefined, undefined])
    expect(signFlipP(Array.from({ length: 12 }, () => 1))).toBe(2 / 4096)
  })
})

const differences = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 9 })

describe('for any values', () => {
  test('turning every sign leaves both p-values as they are', () => {
    fc.assert(
      fc.property(differences, (values) => {
        const turned = values.map((value) => -value)
        const [one, other] = [pairedTest(values), pairedTest(turned)]
        expect(other.kind).toBe(one.kind)
        if (one.kind === 'tested' && other.kind === 'tested') expect(other.p).toBeCloseTo(one.p, 12)
        expect(signFlipP(turned)).toBe(signFlipP(values))
      }),
      { numRuns: 50 },
    )
  })

  test('an adjusted p is never below its own and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (ps) => {
        const adjusted = holm(ps)
        for (const [place, p] of ps.entries()) {
          expect(adjusted[place]).toBeGreaterThanOrEqual(p)
          expect(adjusted[place]).toBeLessThanOrEqual(1)
          for (const [other, q] of ps.entries()) if (p <= q) expect(adjusted[place]).toBeLessThanOrEqual(adjusted[other] ?? -1)
        }
      }),
      { numRuns: 50 },
    )
  })
})
