import { deciding } from '../core/contract.ts'
import type { Metric } from '../core/metric.ts'
import type { ReadonlyAttempt } from '../core/state.ts'
import { type Interval, mean, sd, tInterval, twoSidedP } from './interval.ts'
import type { Labels } from './labels/index.ts'
import { columnNumeral } from './numeral.ts'
import { plain, table } from './plain.ts'

/** The proposed arm against another one, over the seeds that both were measured on. Differences are proposed minus other. */
export type Comparison = {
  against: string
  pairs: number
  difference: number
  interval: Interval | undefined
  /** Mean difference over its standard deviation; undefined without scatter. */
  dz: number | undefined
  /** Of a two-sided paired t test; undefined for fewer than two pairs. */
  p: number | undefined
}

/** Values of an arm by seed; what a seed measured more than once is averaged first. */
const bySeed = (rows: readonly Metric[], arm: string): Map<number, number> => {
  const groups = new Map<number, number[]>()
  for (const { arm: name, seed, value } of rows)
    if (name === arm && seed !== undefined) groups.set(seed, [...(groups.get(seed) ?? []), value])
  return new Map([...groups].map(([seed, values]) => [seed, mean(values)]))
}

/** Every comparison that the contract asks for and that the winner's last run measured. */
export const comparisonsOf = ({ contract }: ReadonlyAttempt, metrics: readonly Metric[]): Comparison[] => {
  if (!contract) return []
  const rows = deciding(contract, metrics).filter(({ step }) => step === undefined)
  const proposed = bySeed(rows, contract.proposed)
  return [...contract.baselines, ...contract.ablations].flatMap((against) => {
    const other = bySeed(rows, against)
    const differences = [...proposed].flatMap(([seed, value]) => {
      const held = other.get(seed)
      return held === undefined ? [] : [value - held]
    })
    if (differences.length === 0) return []
    const spread = sd(differences)
    const difference = mean(differences)
    const dz = spread === undefined || spread === 0 ? undefined : difference / spread
    return [{ against, pairs: differences.length, difference, interval: tInterval(differences), dz, p: twoSidedP(differences) }]
  })
}

/** The comparisons as a table; nothing when there is none. */
export const renderComparisons = (comparisons: readonly Comparison[], label: string, measure: string, labels: Labels): string[] => {
  const { comparisons: words, columns } = labels
  if (comparisons.length === 0) return []
  return [
    words.caption(label, plain(measure)),
    table(
      [words.against, words.pairs, words.difference, columns.interval, words.dz, words.p],
      comparisons.map(({ against, pairs, difference, interval, dz, p }) => [
        plain(against),
        String(pairs),
        columnNumeral(difference),
        interval ? `${columnNumeral(interval.low)} … ${columnNumeral(interval.high)}` : columnNumeral(undefined),
        columnNumeral(dz),
        columnNumeral(p),
      ]),
    ),
  ]
}
