import { expect, test } from 'vitest'
import type { Metric } from '../../../core/metric.ts'
import { designFor } from '../design.ts'
import { studyNamed } from '../studies/index.ts'
import { judge } from './judge.ts'

const study = studyNamed('neighbours')
if (!study) throw new Error('no such study')
const planned = designFor(study, { seed: 1, attempt: 1 })
const wobble = [0.4, -0.3, 0.1, 0.6, -0.2, 0.5, 0, 0.3]

/** Values of each arm on each seed, `step` apart from arm to arm. */
const measured = (arms: readonly string[], seeds: readonly number[], step = 2): Metric[] =>
  arms.flatMap((arm, place) =>
    seeds.map((seed, turn) => ({ name: 'test-accuracy', arm, seed, value: 80 + turn + place * (step + (wobble[turn] ?? 0)) })),
  )
const score = (metrics: readonly Metric[]) => judge(study, planned, metrics).score

const arms = study.arms(planned)

test('a program that measures more of the plan gets a higher mark', () => {
  const marks = [
    [],
    measured(arms.slice(0, 2), planned.seeds),
    measured(arms, planned.seeds.slice(0, 4)),
    measured(arms, planned.seeds),
  ].map(score)
  expect(marks).toEqual([...marks].sort((a, b) => a - b))
  expect(new Set(marks).size).toBe(marks.length)
  expect(marks[0]).toBe(0)
})

test('an arm or a repetition that the plan does not name lowers the mark', () => {
  const whole = score(measured(arms, planned.seeds))
  expect(score([...measured(arms, planned.seeds), ...measured(['k=3'], planned.seeds)])).toBeLessThan(whole)
  expect(score([...measured(arms, planned.seeds), ...measured(arms, [7, 8, 9])])).toBeLessThan(whole)
})

test('which arm is better makes no difference', () => {
  expect(score(measured(arms, planned.seeds, -2))).toBeCloseTo(score(measured(arms, planned.seeds, 2)), 10)
})

test('the reason names what was counted', () => {
  expect(judge(study, planned, measured(arms.slice(0, 2), planned.seeds)).why).toContain(
    '10 of 15 planned measurements (3 arms × 5 repetitions)',
  )
})
