import type { Metric } from '../../../../../src/core/metric.ts'
import { mean, sd, tInterval } from '../../../../../src/report/interval.ts'
import { comparedFacts } from './compared-facts.ts'
import type { Fact, FactRow, How } from './fact.ts'
import { shownValue } from './fact.ts'
import { comparable, type Series, seriesOf } from './series.ts'

const rowsOf = ({ rows, arm }: Series): FactRow[] => rows.map(({ seed, value }) => ({ seed, arm, value, other: null }))

const about = (program: string, { name, split, unit, arm, step }: Series) => ({
  program,
  measure: name,
  split,
  unit,
  arms: arm === null ? [] : [arm],
  step,
  exact: false,
  unsigned: false,
})

/** What one series gives by itself: each value, the mean, the spread and the interval. */
const ownFacts = (program: string, series: Series): Fact[] => {
  const values = series.rows.map(({ value }) => value)
  const n = values.length
  const base = { ...about(program, series), rows: rowsOf(series) }
  const [first] = values
  if (n === 1 && first !== undefined) return [{ ...base, kind: 'measured', how: 'value', value: first, formula: '' }]
  const [centre, spread, interval] = [mean(values), sd(values), tInterval(values)]
  const half = interval ? (interval.high - interval.low) / 2 : 0
  const derived = (how: How, value: number | undefined, formula: string): Fact[] =>
    value === undefined ? [] : [{ ...base, kind: 'derived', how, value, formula }]
  return [
    ...derived('mean', centre, `(${short(values, ' + ')}) / ${n} = ${shownValue(centre)}`),
    ...derived('sd', spread, `√(Σ(x − ${shownValue(centre)})² / ${n - 1}) = ${shownValue(spread ?? 0)}`),
    ...derived(
      'low',
      interval?.low,
      `${shownValue(centre)} − t(0.975, ${n - 1}) · ${shownValue(spread ?? 0)} / √${n} = ${shownValue(centre)} − ${shownValue(half)}`,
    ),
    ...derived(
      'high',
      interval?.high,
      `${shownValue(centre)} + t(0.975, ${n - 1}) · ${shownValue(spread ?? 0)} / √${n} = ${shownValue(centre)} + ${shownValue(half)}`,
    ),
    ...base.rows.map((row): Fact => ({ ...base, rows: [row], kind: 'measured', how: 'repetition', value: row.value, formula: '' })),
  ]
}

const short = (values: readonly number[], between: string): string =>
  values.length <= 4
    ? values.map(shownValue).join(between)
    : [...values.slice(0, 2).map(shownValue), '…', shownValue(values.at(-1) ?? 0)].join(between)

/** Numbers that stand in the names of arms and in the steps: what the program was told to try. */
const chosenFacts = (program: string, all: readonly Series[]): Fact[] => {
  const base = { program, split: null, unit: null, rows: [], formula: '', exact: true, unsigned: false, kind: 'setting' as const }
  const arms = [...new Set(all.flatMap(({ arm }) => arm ?? []))]
  const ofArms = arms.flatMap((arm) =>
    [...arm.matchAll(/(?<![\p{L}\d.])[−-]?\d+(?:\.\d+)?/gu)].map(
      ([digits]): Fact => ({
        ...base,
        how: 'arm',
        value: Number(digits.replace('−', '-')),
        measure: null,
        arms: [arm],
        step: null,
      }),
    ),
  )
  const steps = new Map(all.flatMap(({ step, name }) => (step === null ? [] : [[step, name] as const])))
  const ofSteps = [...steps].map(([step, name]): Fact => ({ ...base, how: 'step', value: step, measure: name, arms: [], step }))
  return [...ofArms, ...ofSteps]
}

/** How often and in how many arms a program measured. */
const sizeFacts = (program: string, all: readonly Series[]): Fact[] => {
  const base = {
    program,
    measure: null,
    split: null,
    unit: null,
    rows: [],
    step: null,
    exact: true,
    unsigned: false,
    kind: 'derived' as const,
  }
  const seeds = [...new Set(all.flatMap(({ rows }) => rows.flatMap(({ seed }) => seed ?? [])))]
  const most = seeds.length || Math.max(0, ...all.map(({ rows }) => rows.length))
  const arms = [...new Set(all.flatMap(({ arm }) => arm ?? []))]
  const rows = seeds.map((seed): FactRow => ({ seed, arm: null, value: seed, other: null }))
  return [
    ...(most > 0 ? [{ ...base, arms: [], rows, how: 'repetitions' as const, value: most, formula: '' }] : []),
    ...(arms.length > 0 ? [{ ...base, arms, how: 'arms' as const, value: arms.length, formula: '' }] : []),
    ...(arms.length > 1 ? [{ ...base, arms, how: 'compared' as const, value: arms.length - 1, formula: `${arms.length} − 1` }] : []),
  ]
}

/** Everything that can be said in one number from what a program measured. */
export const factsOf = (program: string, metrics: readonly Metric[]): Fact[] => {
  const all = seriesOf(metrics)
  return [
    ...all.flatMap((series) => ownFacts(program, series)),
    ...comparable(all).flatMap((group) => comparedFacts(program, group)),
    ...sizeFacts(program, all),
    ...chosenFacts(program, all),
  ]
}
