import { describe, expect, test } from 'vitest'
import { breaches, breachText, type Contract, contractFlaw, deciding, withEachArmOnce } from './contract.ts'
import type { Metric } from './metric.ts'

const terms: Contract = {
  hypotheses: ['Smoothing raises the accuracy.'],
  metric: 'accuracy',
  goal: 'max',
  proposed: 'smooth',
  baselines: ['plain'],
  ablations: ['half'],
  datasets: ['moons'],
  repetitions: 3,
  evaluation: 'self-reported',
}
const rows = (arms: readonly string[], seeds: readonly number[], more: Partial<Metric> = {}): Metric[] =>
  arms.flatMap((arm) => seeds.map((seed) => ({ name: 'accuracy', value: 0.5, arm, seed, split: 'valid', ...more })))

describe('what was measured is held against the contract', () => {
  const all = ['smooth', 'plain', 'half']
  const cases: [string, Metric[], string[]][] = [
    ['nothing is missing', rows(all, [1, 2, 3]), []],
    ['another measure', rows(all, [1, 2, 3], { name: 'loss' }), ['the plan’s measure accuracy was not measured']],
    ['training data alone', rows(all, [1, 2, 3], { split: 'train' }), ['the plan’s measure accuracy was not measured']],
    ['no baseline', rows(['smooth', 'half'], [1, 2, 3]), ['the plan’s baselines were not measured: plain']],
    ['no ablation', rows(['smooth', 'plain'], [1, 2, 3]), ['the plan’s ablations were not measured: half']],
    ['not what was proposed', rows(['plain', 'half'], [1, 2, 3]), ['the plan’s proposed arm was not measured: smooth']],
    ['two seeds', rows(all, [1, 2]), ['the plan asks for 3 repetitions, and an arm was measured on 2']],
    ['one seed, written down three times', rows(all, [1, 1, 1]), ['the plan asks for 3 repetitions, and an arm was measured on 1']],
  ]
  test.each(cases)('%s', (_name, measured, wanted) => {
    expect(breaches(terms, measured).map((breach) => breachText(breach).replaceAll('plan’s', "plan's"))).toEqual(
      wanted.map((line) => line.replaceAll('plan’s', "plan's")),
    )
  })
})

test('what the lab scored goes before what a program says, and test before valid', () => {
  const own = rows(['smooth'], [1], { value: 1 })
  const scored = rows(['smooth'], [1], { by: 'gal', value: 0.7 })
  const tested = rows(['smooth'], [1], { by: 'gal', split: 'test', value: 0.6 })
  expect(deciding(terms, [...own, ...scored]).map(({ value }) => value)).toEqual([0.7])
  expect(deciding(terms, [...own, ...scored, ...tested]).map(({ value }) => value)).toEqual([0.6])
})

test('an arm compared with itself alone, and a measure that the lab cannot score, are refused in a sentence', () => {
  expect(contractFlaw(terms)).toBeUndefined()
  expect(contractFlaw({ ...terms, baselines: ['smooth'] })).toContain('compared with itself alone')
  expect(withEachArmOnce({ ...terms, baselines: ['plain', 'smooth', 'plain'], ablations: ['plain', 'half'] })).toMatchObject({
    baselines: ['plain'],
    ablations: ['half'],
  })
  expect(contractFlaw({ ...terms, evaluation: 'hold-out', metric: 'beauty' })).toContain('self-reported')
  expect(contractFlaw({ ...terms, evaluation: 'hold-out' })).toBeUndefined()
})
