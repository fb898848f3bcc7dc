import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import { experimentsOf, shortId, treeOf } from './program-rows.ts'

const program = (id: string, parent: string | null, operator: ProgramView['operator'] = 'improve'): ProgramView => ({
  id,
  attempt: 1,
  operator,
  parent,
  role: 'ml-engineer',
  turn: id,
  language: 'javascript',
  status: 'ok',
  why: null,
  score: null,
  metrics: [],
  files: [],
  sandbox: 'limits',
  startSeq: 1,
  startedAt: '',
  endSeq: 2,
  endedAt: '',
  seconds: 1,
  scoreSeq: null,
})

test('a program stands under the one that it improves, and a line passes where a later one branches off', () => {
  const rows = treeOf([program('a', null, 'draft'), program('b', 'a'), program('c', 'a'), program('d', 'b'), program('e', null, 'draft')])
  expect(rows.map(({ program: { id }, depth, thru, hasChildren }) => [id, depth, thru, hasChildren])).toEqual([
    ['a', 0, [], true],
    ['b', 1, [0], true],
    ['d', 2, [0], false],
    ['c', 1, [], false],
    ['e', 0, [], false],
  ])
})

test('programs of data preparation and of other attempts have no place in the tree', () => {
  const programs = [
    program('a', null, 'try'),
    program('b', null, 'dataset'),
    program('c', null, 'draft'),
    { ...program('d', null), attempt: 2 },
  ]
  expect(experimentsOf(programs, 1).map(({ id }) => id)).toEqual(['c'])
})

test('whatever the parents are, every program that was there before its children stands in the tree once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 30 }), { maxLength: 30 }), (parents) => {
      const programs = parents.map((parent, index) => program(`p${index}`, parent < index ? `p${parent}` : null))
      const rows = treeOf(programs)
      expect(rows.map(({ program: { id } }) => id).toSorted()).toEqual(programs.map(({ id }) => id).toSorted())
      for (const { depth, thru } of rows) expect(thru.every((column) => column < depth)).toBe(true)
    }),
  )
})

test('a short id leaves the phase out', () => {
  expect(shortId('running-experiments.1.8.1')).toBe('1.8.1')
})
