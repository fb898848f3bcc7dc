import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState } from '../core/state.ts'
import { noReserve, secondsLeft, spentBudget } from './budget.ts'

const state = (calls: number, tokens: number, seconds = 0) => ({
  ...createState(),
  spent: { calls, input: tokens, output: 0, cost: tokens / 1e6, seconds, byPhase: {} },
  lastAt: 0,
})

test.each([
  ['calls', { calls: 3 }, /3 model calls for the run/],
  ['tokens', { tokens: 100 }, /100 tokens for the run/],
  ['money', { money: 0.0001 }, /0\.0001 in money for the run/],
])('what the next turns may cost at most counts against the budget of %s', (_what, budget, why) => {
  const nearly = state(3, 100)
  expect(spentBudget(nearly, budget, noReserve, 0)).toBeUndefined()
  expect(spentBudget(nearly, budget, { calls: 1, tokens: 1, money: 0.000001 }, 0)?.why).toMatch(why)
})

test('seconds are those at work and those since the last event', () => {
  expect(spentBudget(state(0, 0, 5), { seconds: 10 }, noReserve, 4999)).toBeUndefined()
  expect(spentBudget(state(0, 0, 5), { seconds: 10 }, noReserve, 5000)?.why).toMatch(/10 seconds/)
  expect(secondsLeft(state(0, 0, 5), { seconds: 10 }, 2000)).toBe(3)
  expect(secondsLeft(state(0, 0, 5), {}, 2000)).toBe(Number.POSITIVE_INFINITY)
})

test('however turns are reserved, what is let through never adds up to more than the budget', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.array(fc.integer({ min: 1, max: 200 })), (tokens, asks) => {
      let used = 0
      for (const ask of asks) if (!spentBudget(state(0, used), { tokens }, { calls: 1, tokens: ask, money: 0 }, 0)) used += ask
      expect(used).toBeLessThanOrEqual(tokens)
    }),
  )
})
