import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pool } from './pool.ts'

const finding = (estimate: number, half: number, outcome = 'accuracy') => ({
  outcome,
  unit: 'points',
  estimate,
  low: estimate - half,
  high: estimate + half,
})

test('findings that agree are pooled by inverse variance, and nothing is left of their spread', () => {
  // By hand: weights 1 and 1/4 of standard errors 1 and 2, so (1·2 + 0.25·4) / 1.25, and 1.96 / √1.25.
  const [pooled] = pool([finding(2, 1.959964), finding(4, 2 * 1.959964)])
  expect(pooled).toMatchObject({ mean: 2.4, low: 0.647, high: 4.153, studies: 2, heterogeneity: 0 })
})

test('findings that differ by more than chance are weighed more alike, and the interval is wider', () => {
  // By hand: Q = 12.5, C = 1, so the variance between is 11.5; weights 1/12.5 each; the mean is 2.5 ± 1.96·√6.25.
  const [pooled] = pool([finding(0, 1.959964), finding(5, 1.959964)])
  expect(pooled).toMatchObject({ mean: 2.5, low: -2.4, high: 7.4, heterogeneity: 0.92 })
})

test('only findings of one outcome are pooled, and one alone is not', () => {
  expect(pool([finding(1, 1), finding(2, 1, 'loss')])).toEqual([])
})

test('the pooled effect lies between the least and the largest', () => {
  const one = fc.record({ estimate: fc.double({ min: -100, max: 100, noNaN: true }), half: fc.double({ min: 0.01, max: 50, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 12 }), (findings) => {
      const [pooled] = pool(findings.map(({ estimate, half }) => finding(estimate, half)))
      const estimates = findings.map(({ estimate }) => estimate)
      expect(pooled?.mean).toBeGreaterThanOrEqual(Math.min(...estimates) - 0.1)
      expect(pooled?.mean).toBeLessThanOrEqual(Math.max(...estimates) + 0.1)
    }),
  )
})
