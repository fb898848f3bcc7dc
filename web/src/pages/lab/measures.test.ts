import { expect, test } from 'vitest'
import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import { armsOf, extentOf, measuresOf } from './measures.ts'

const loss = (value: number, seed: number, arm: string) => ({ name: 'loss', value, seed, arm, split: 'test', unit: 'nats' })
const withMetrics = (metrics: ProgramView['metrics']) => ({ metrics }) as ProgramView

test('what was measured with seeds can be laid on an axis; the points of a curve cannot', () => {
  const program = withMetrics([loss(1, 1, 'a'), { name: 'loss', value: 2, seed: 1, step: 3 }, { name: 'rows', value: 200 }])
  expect(measuresOf([program]).map(({ name, split, unit }) => [name, split, unit])).toEqual([['loss', 'test', 'nats']])
})

test('arms keep their seeds apart, and each has its mean', () => {
  const program = withMetrics([loss(1, 1, 'a'), loss(3, 2, 'a'), loss(5, 1, 'b')])
  const [measure] = measuresOf([program])
  expect(measure && armsOf(program, measure)).toEqual([
    { arm: 'a', values: [1, 3], mean: 2 },
    { arm: 'b', values: [5], mean: 5 },
  ])
  expect(extentOf(program)).toEqual({ arms: 2, seeds: 2, values: 3 })
})

test('of an older program, whose numbers are on the log alone, it is known how many there are', () => {
  expect(extentOf({ ...withMetrics([]), metricsLeftOut: 12 })).toEqual({ arms: 0, seeds: 0, values: 12 })
})
