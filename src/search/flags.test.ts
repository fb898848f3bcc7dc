import { describe, expect, test } from 'vitest'
import type { Metric } from '../core/metric.ts'
import { type FlagScene, flagsOf, type Measured } from './flags/index.ts'

const rows = (values: readonly number[], more: Partial<Metric> = {}): Metric[] =>
  values.map((value, seed) => ({ name: 'accuracy', value, seed, arm: 'proposed', split: 'valid', ...more }))
const program = (id: string, list: Metric[], more: Partial<Measured> = {}): Measured => ({ id, hash: id, rows: list, ...more })
const sound = [0.8, 0.83, 0.81]
const scene = (of: Measured, more: Partial<FlagScene> = {}): FlagScene => ({
  program: of,
  others: [],
  metric: { name: 'accuracy', goal: 'max', bound: 1 },
  seeds: [0, 1, 2],
  ...more,
})
const kinds = (one: FlagScene) => flagsOf(one).map(({ kind }) => kind)
const others = [0.7, 0.72, 0.74, 0.75, 0.78].map((value, at) => program(`o${at}`, rows([value, value + 0.02, value - 0.01])))

describe('a program', () => {
  test('whose results vary over its seeds as others do is not flagged', () => {
    expect(flagsOf(scene(program('a', [...rows(sound), ...rows([0.79, 0.8, 0.82], { split: 'test' })]), { others }))).toEqual([])
  })

  test('whose files are those of another is flagged once', () => {
    const twin = program('b', rows(sound), { hash: 'a' })
    expect(flagsOf(scene(program('a', rows(sound)), { others: [twin] }))).toEqual([
      { kind: 'identical-program', why: 'Its files are those of b, letter by letter.' },
    ])
  })

  test('with the numbers of another on every seed is flagged, and with one that differs is not', () => {
    expect(kinds(scene(program('a', rows(sound)), { others: [program('b', rows(sound))] }))).toEqual(['identical-results'])
    expect(kinds(scene(program('a', rows(sound)), { others: [program('b', rows([0.8, 0.83, 0.8]))] }))).toEqual([])
  })

  test('with two arms that are the same everywhere is flagged: the ablation takes nothing away', () => {
    const flags = flagsOf(scene(program('a', [...rows(sound), ...rows(sound, { arm: 'without scaling' })])))
    expect(flags).toEqual([{ kind: 'identical-results', why: expect.stringContaining('the arm without scaling on valid') }])
  })

  test('with the same number on all seeds is flagged where others vary, and not where none does', () => {
    const flat = program('a', rows([0.76, 0.76, 0.76]))
    expect(kinds(scene(flat, { others }))).toEqual(['constant'])
    expect(kinds(scene(flat, { others: [program('b', rows([0.7, 0.7, 0.7]))] }))).toEqual([])
  })

  test('that draws by chance and gives the same on every seed is flagged, and one that is the same by nature is not', () => {
    const list = rows([0.76, 0.76, 0.76])
    expect(kinds(scene(program('a', list, { code: 'model = Forest(random_state=0)' })))).toEqual(['seeds-ignored'])
    expect(kinds(scene(program('a', list, { code: 'for seed in lab.seeds:\n  lab.predict("valid", p, seed=seed)' })))).toEqual([])
  })

  test('with seeds that nothing was measured for is flagged with their names', () => {
    expect(flagsOf(scene(program('a', rows([0.8])), { seeds: [0, 1, 2] }))).toEqual([
      { kind: 'seeds-ignored', why: 'accuracy of the arm proposed on valid was not measured for the seeds 1, 2.' },
    ])
    expect(kinds(scene(program('a', [{ name: 'accuracy', value: 0.8 }])))).toEqual(['seeds-ignored'])
  })

  test('with numbers that are not finite is flagged', () => {
    expect(kinds(scene(program('a', rows([0.8, Number.NaN, 0.81]))))).toEqual(['not-finite'])
  })

  test('that is perfect on every seed is flagged, and on one alone is not', () => {
    expect(kinds(scene(program('a', rows([1, 1, 1]))))).toEqual(['too-good'])
    expect(kinds(scene(program('a', rows([1, 0.99, 1]))))).toEqual([])
  })

  test('far above all others is flagged as too good, in either direction of better', () => {
    expect(kinds(scene(program('a', rows([0.98, 0.99, 0.985])), { others }))).toEqual(['too-good'])
    expect(kinds(scene(program('a', rows([0.79, 0.8, 0.81])), { others }))).toEqual([])
    const errors = others.map((other) => ({ ...other, rows: other.rows.map((row) => ({ ...row, value: 1 - row.value })) }))
    const metric = { name: 'accuracy', goal: 'min' as const }
    expect(kinds(scene(program('a', rows([0.01, 0.02, 0.015])), { others: errors, metric }))).toEqual(['too-good'])
  })

  test('far better on valid than on test is flagged as a leak, and a little better is not', () => {
    const on = (test: readonly number[]) => program('a', [...rows([0.95, 0.96, 0.955]), ...rows(test, { split: 'test' })])
    expect(kinds(scene(on([0.7, 0.71, 0.69])))).toEqual(['leak'])
    expect(kinds(scene(on([0.93, 0.95, 0.94])))).toEqual([])
    const noisy = program('a', [...rows([0.95, 0.6, 0.9]), ...rows([0.7, 0.5, 0.75], { split: 'test' })])
    expect(kinds(scene(noisy))).toEqual([])
  })
})
