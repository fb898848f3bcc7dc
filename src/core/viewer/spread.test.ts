import { expect, test } from 'vitest'
import type { Metric } from '../metric.ts'
import { spreadOf } from './spread.ts'
import type { ContractView } from './viewer-state.ts'

const terms: ContractView = {
  seq: 1,
  hypotheses: ['h'],
  metric: 'accuracy',
  goal: 'max',
  unit: null,
  proposed: 'new',
  baselines: ['old'],
  ablations: [],
  datasets: ['iris'],
  repetitions: 3,
  evaluation: 'hold-out',
}
const row = (value: number, more: Partial<Metric> = {}): Metric => ({ name: 'accuracy', value, ...more })

test.each<[string, Metric[], ReturnType<typeof spreadOf>]>([
  [
    'over its seeds, of the proposed arm alone',
    [row(0.5, { seed: 1, arm: 'new' }), row(1, { seed: 2, arm: 'new' }), row(0.1, { seed: 1, arm: 'old' }), row(9, { name: 'loss' })],
    { mean: 0.75, least: 0.5, most: 1, seeds: 2, split: null },
  ],
  [
    'not of the test data, which the search does not look at',
    [row(0.5, { seed: 1, split: 'valid' }), row(0.25, { seed: 1, split: 'test' })],
    { mean: 0.5, least: 0.5, most: 0.5, seeds: 1, split: 'valid' },
  ],
  ['never of training data', [row(0.5, { seed: 1, split: 'train' })], undefined],
  [
    'as the lab scored it, not as the program says',
    [row(1, { seed: 1, split: 'valid' }), row(0.5, { seed: 1, split: 'valid', by: 'gal' })],
    { mean: 0.5, least: 0.5, most: 0.5, seeds: 1, split: 'valid' },
  ],
  [
    'once for each seed, as their mean',
    [row(0.25, { seed: 1 }), row(0.75, { seed: 1 }), row(1, { seed: 2 })],
    { mean: 0.75, least: 0.5, most: 1, seeds: 2, split: null },
  ],
  ['not at all without the proposed arm', [row(0.5, { arm: 'old' })], undefined],
  ['not at all without the measure', [row(0.5, { name: 'loss' })], undefined],
])('the measure of a contract is shown %s', (_, metrics, spread) => {
  expect(spreadOf(terms, { operator: 'improve', metrics })).toEqual(spread)
})

test('of a program that reports its own measures it is that of its test data', () => {
  const metrics = [row(0.5, { seed: 1, split: 'valid' }), row(0.25, { seed: 1, split: 'test' })]
  expect(spreadOf({ ...terms, evaluation: 'self-reported' }, { operator: 'improve', metrics })).toMatchObject({ mean: 0.25, split: 'test' })
})

test('of the last run of the winner it is that of the test data', () => {
  const metrics = [row(0.5, { seed: 1, split: 'valid' }), row(0.25, { seed: 1, split: 'test' })]
  expect(spreadOf(terms, { operator: 'final', metrics })).toMatchObject({ mean: 0.25, split: 'test' })
  expect(spreadOf(terms, { operator: 'final', metrics: metrics.slice(0, 1) })).toMatchObject({ mean: 0.5, split: 'valid' })
})
