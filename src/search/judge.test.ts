import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'
import { levelAfter, nextChallenger } from './next-challenger.ts'
import type { Node } from './node.ts'
import { searchDefaults } from './settings.ts'

const bySeed = (...values: number[]) => Object.fromEntries(values.map((value, seed) => [seed, value]))
const low = bySeed(0.8, 0.81, 0.79, 0.82, 0.8, 0.78)
const high = bySeed(0.84, 0.84, 0.84, 0.85, 0.85, 0.83)

describe('a challenger', () => {
  test('that is better on six seeds is accepted, with the p that a paired t test has', () => {
    // scipy.stats.ttest_rel(high, low, alternative="greater"): 7.143382516e-05.
    const { accepted, p, difference, pairs } = judge(low, high, 'max', 0.05)
    expect({ accepted, pairs }).toEqual({ accepted: true, pairs: 6 })
    expect(difference).toBeCloseTo(0.25 / 6, 10)
    expect(p).toBeCloseTo(0.00007143382516, 10)
  })

  test('is judged the other way round where less is better', () => {
    expect(judge(low, high, 'min', 0.05)).toMatchObject({ accepted: false, difference: expect.closeTo(-0.25 / 6, 10) })
    expect(judge(high, low, 'min', 0.05).accepted).toBe(true)
  })

  test('is not accepted on fewer than six seeds that both ran on, however good it is', () => {
    const { 5: _, ...five } = high
    expect(judge(low, five, 'max', 0.05)).toMatchObject({ accepted: false, pairs: 5 })
    expect(judge(low, {}, 'max', 0.05)).toMatchObject({ accepted: false, p: 1, pairs: 0 })
  })

  test('that is the same on every seed is not accepted, and one that is better by the same on every seed has the p of a toss of coins', () => {
    expect(judge(low, low, 'max', 0.05).accepted).toBe(false)
    expect(judge(bySeed(1, 1, 1, 1, 1, 1), bySeed(2, 2, 2, 2, 2, 2), 'max', 0.05)).toMatchObject({ accepted: true, p: 1 / 64 })
  })

  test('with a number that is not finite is not accepted', () => {
    expect(judge(low, { ...high, 0: Number.NaN }, 'max', 0.05).accepted).toBe(false)
    expect(judge(low, { ...high, 0: Number.POSITIVE_INFINITY }, 'max', 0.05).accepted).toBe(false)
  })

  test('is never accepted together with its opposite', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 12 })
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [one, other] = [judge(bySeed(...a), bySeed(...b), 'max', 0.05), judge(bySeed(...b), bySeed(...a), 'max', 0.05)]
        expect(one.accepted && other.accepted).toBe(false)
      }),
    )
  })
})

const node = (id: string, value: number, more: Partial<Node> = {}): Node => ({
  id,
  operator: 'draft',
  status: 'ok',
  values: bySeed(value, value, value),
  hash: id,
  ...more,
})
const settings = { ...searchDefaults, goal: 'max' as const, drafts: 3 }

describe('who is judged next', () => {
  test('is nobody until the drafts are written, and then the best of them', () => {
    expect(nextChallenger([node('a', 1), node('b', 2)], undefined, [], settings)).toBeUndefined()
    expect(nextChallenger([node('a', 1), node('b', 2), node('c', 0, { status: 'failed' })], undefined, [], settings)).toBe('b')
  })

  test('is whoever looks better than the best, was not judged, and is no copy of who was', () => {
    const nodes = [node('a', 1), node('b', 2), node('c', 3), node('d', 4), node('e', 4, { hash: 'd' })]
    expect(nextChallenger(nodes, 'b', [], settings)).toBe('d')
    expect(nextChallenger(nodes, 'b', ['d'], settings)).toBe('c')
    expect(nextChallenger(nodes, 'b', ['d', 'c'], settings)).toBeUndefined()
    expect(nextChallenger(nodes, 'd', [], settings)).toBeUndefined()
  })
})

test('the levels of all challengers of one best add up to no more than the level', () => {
  const levels = Array.from({ length: 50 }, (_, lost) => levelAfter(lost, 0.05))
  expect(levels[0]).toBeGreaterThan(levels[1] ?? 1)
  expect(levels.reduce((sum, level) => sum + level, 0)).toBeLessThanOrEqual(0.05 + 1e-12)
})
