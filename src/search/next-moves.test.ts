import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextMoves } from './next-moves.ts'
import type { Node } from './node.ts'
import { type SearchSettings, searchDefaults } from './settings.ts'

const settings: SearchSettings = { ...searchDefaults, goal: 'max', few: 3 }
const ok = (id: string, value: number, more: Partial<Node> = {}): Node => ({
  id,
  operator: 'draft',
  status: 'ok',
  values: { 0: value, 1: value, 2: value },
  hash: id,
  ...more,
})
const failed = (id: string, more: Partial<Node> = {}): Node => ({ id, operator: 'draft', status: 'failed', values: {}, hash: id, ...more })
const five = [ok('a', 1), ok('b', 2), ok('c', 3), ok('d', 4), ok('e', 5)]
const of = (...chances: number[]) => {
  let at = 0
  return () => chances[at++ % chances.length] ?? 0
}

describe('the next move', () => {
  test('is a draft until there are enough, also of several side by side', () => {
    expect(nextMoves([ok('a', 1), failed('b')], undefined, settings, 2, of(0))).toEqual([{ operator: 'draft' }, { operator: 'draft' }])
    expect(nextMoves(five.slice(1), undefined, settings, 2, of(0)).map(({ operator }) => operator)).toEqual(['draft', 'improve'])
  })

  test('is a repair or an improvement, as chance has it, when a program failed', () => {
    const nodes = [...five, failed('f', { operator: 'improve', parent: 'e' })]
    expect(nextMoves(nodes, undefined, settings, 1, of(0, 0, 0.49))).toEqual([{ operator: 'repair', of: 'f' }])
    expect(nextMoves(nodes, undefined, settings, 1, of(0, 0, 0.51))).toEqual([{ operator: 'improve', of: 'e' }])
  })

  test('is a repair when nothing runs yet, and a draft when nothing can be repaired either', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e'].map((id) => failed(id))
    expect(nextMoves(nodes, undefined, settings, 1, of(0.99))).toEqual([{ operator: 'repair', of: 'e' }])
    const spent = nodes.flatMap((node) => [
      node,
      ...[1, 2, 3].map((depth) =>
        failed(`${node.id}${depth}`, { operator: 'repair', parent: depth === 1 ? node.id : `${node.id}${depth - 1}` }),
      ),
    ])
    expect(nextMoves(spent, undefined, settings, 1, of(0))).toEqual([{ operator: 'draft' }])
  })

  test('repairs no program twice, nor one that equals another that was repaired', () => {
    const nodes = [...five, failed('f', { hash: 'same' }), ok('g', 0, { operator: 'repair', parent: 'f' }), failed('h', { hash: 'same' })]
    expect(nextMoves(nodes, undefined, settings, 3, of(0)).every(({ operator }) => operator === 'improve')).toBe(true)
  })

  test('improves the best more often than others, and none but a few, so that a lucky program does not hold the search', () => {
    const drawn = Array.from({ length: 1000 }, (_, at) => nextMoves(five, undefined, settings, 1, of(at / 1000))[0])
    const times = (id: string) => drawn.filter((move) => move && 'of' in move && move.of === id).length
    expect([times('a'), times('b')]).toEqual([0, 0])
    expect(times('e')).toBeGreaterThan(times('d'))
    expect(times('d')).toBeGreaterThan(times('c'))
    expect(times('c')).toBeGreaterThan(0)
  })

  test('turns to others after attempts that led nowhere', () => {
    const share = (nodes: readonly Node[]) =>
      Array.from({ length: 1000 }, (_, at) => nextMoves(nodes, undefined, settings, 1, of(at / 1000))[0]).filter(
        (move) => move && 'of' in move && move.of === 'e',
      ).length
    const tried = [...five, ...['x', 'y', 'z'].map((id) => ok(id, 0, { operator: 'improve', parent: 'e' }))]
    expect(share(tried)).toBeLessThan(share(five))
  })

  test('looks for the smallest value where less is better, and takes equal programs for one', () => {
    const nodes = [...five, ok('f', 1, { hash: 'a' }), ok('g', 1, { hash: 'a' })]
    expect(nextMoves(nodes, undefined, { ...settings, goal: 'min', few: 1 }, 1, of(0.9))).toEqual([{ operator: 'improve', of: 'a' }])
  })
})

test('of several that look equal the judged best is improved', () => {
  const equal = [...five, ok('f', 5), ok('g', 5)]
  expect(nextMoves(equal, 'g', { ...settings, few: 1 }, 1, of(0))).toEqual([{ operator: 'improve', of: 'g' }])
  expect(nextMoves(equal, 'a', { ...settings, few: 1 }, 1, of(0))).toEqual([{ operator: 'improve', of: 'e' }])
})

test('moves name programs that are there and may be gone on with, as many as were asked for, the same for the same chance', () => {
  const node = fc.record({ ok: fc.boolean(), value: fc.double({ min: -1, max: 1, noNaN: true }), up: fc.nat(30), kind: fc.nat(2) })
  fc.assert(
    fc.property(fc.array(node, { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), fc.nat(1000), (drawn, count, seed) => {
      const nodes = drawn.map(({ ok: ran, value, up, kind }, at): Node => {
        const parent = at > 0 && kind > 0 ? nodesId(up % at) : undefined
        const operator = parent === undefined ? 'draft' : kind === 1 ? 'improve' : 'repair'
        return { ...(ran ? ok(nodesId(at), value) : failed(nodesId(at))), operator, ...(parent === undefined ? {} : { parent }) }
      })
      const chance = () => {
        let state = seed
        return () => {
          state = (state * 16807 + 11) % 2147483647
          return state / 2147483647
        }
      }
      const moves = nextMoves(nodes, undefined, settings, count, chance())
      expect(moves).toEqual(nextMoves(nodes, undefined, settings, count, chance()))
      expect(moves).toHaveLength(count)
      for (const move of moves)
        if ('of' in move) expect(nodes.find(({ id }) => id === move.of)?.status).toBe(move.operator === 'repair' ? 'failed' : 'ok')
      const repairs = moves.flatMap((move) => (move.operator === 'repair' ? [move.of] : []))
      expect(new Set(repairs).size).toBe(repairs.length)
    }),
  )
})

const nodesId = (at: number): string => `n${at}`
