import type { Metric } from '../metric.ts'
import type { ContractView, ProgramView, SpreadView } from './viewer-state.ts'

/** Those of them for which it holds, where it holds for any; else all. */
const preferred = (rows: readonly Metric[], holds: (row: Metric) => boolean): readonly Metric[] => {
  const found = rows.filter(holds)
  return found.length ? found : rows
}

const isTest = ({ split }: Metric): boolean => split === 'test'

/** Where the lab keeps the labels, the search looks at no test data: the winner's last run is there for them. */
const onTheirData = (rows: readonly Metric[], isSearch: boolean): readonly Metric[] =>
  isSearch ? rows.filter((row) => !isTest(row)) : preferred(rows, isTest)

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** A value for each seed, the mean of what was measured with it. What was measured without a seed counts as one. */
const bySeed = (rows: readonly Metric[]): number[] =>
  [...Map.groupBy(rows, ({ seed }) => seed).values()].map((of) => meanOf(of.map(({ value }) => value)))

/**
 * The contract's metric over seeds, as a program measured it: never of training data, what the lab scored before what the program
 * says of itself, and of the arms the proposed one. Undefined when it was not measured.
 */
export const spreadOf = (
  { metric, proposed, evaluation }: ContractView,
  { operator, metrics }: Pick<ProgramView, 'operator' | 'metrics'>,
): SpreadView | undefined => {
  const named = metrics.filter(({ name, split }) => name === metric && split !== 'train')
  const scored = onTheirData(
    preferred(named, ({ by }) => by === 'gal'),
    evaluation === 'hold-out' && operator !== 'final',
  )
  const rows = scored.some(({ arm }) => arm !== undefined) ? scored.filter(({ arm }) => arm === proposed) : scored
  const values = bySeed(rows)
  const mean = meanOf(values)
  if (!Number.isFinite(mean)) return undefined
  return { mean, least: Math.min(...values), most: Math.max(...values), seeds: values.length, split: rows[0]?.split ?? null }
}
