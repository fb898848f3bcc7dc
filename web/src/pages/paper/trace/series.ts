import type { Metric } from '../../../../../src/core/metric.ts'

/** One measured value of a repetition; what a seed measured more than once is averaged. */
export type Row = { seed: number | null; value: number; of: number }
/** What a program measured of one thing: a value for each repetition, in the order in which they were reported. */
export type Series = {
  name: string
  split: string | null
  arm: string | null
  unit: string | null
  step: number | null
  rows: readonly Row[]
}

const groups = <Item>(items: readonly Item[], keyOf: (item: Item, place: number) => string): Item[][] =>
  Object.values(
    Object.groupBy(
      items.map((item, place) => ({ item, key: ` ${keyOf(item, place)}` })),
      ({ key }) => key,
    ),
  ).map((group) => (group ?? []).map(({ item }) => item))

const rowOf = (measured: readonly Metric[]): Row => ({
  seed: measured[0]?.seed ?? null,
  value: measured.reduce((sum, { value }) => sum + value, 0) / measured.length,
  of: measured.length,
})

/** The values of a program by measure, split, arm and step. */
export const seriesOf = (metrics: readonly Metric[]): Series[] =>
  groups(metrics, ({ name, split, arm, step, unit }) => JSON.stringify([name, split, arm, step, unit])).flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { name, split = null, arm = null, unit = null, step = null } = first
    const rows = groups(group, ({ seed }, place) => String(seed ?? `place ${place}`)).map(rowOf)
    return [{ name, split, arm, unit, step, rows }]
  })

/** The series that can be compared with one another: same measure, split and step, by arm. */
export const comparable = (series: readonly Series[]): Series[][] =>
  groups(series, ({ name, split, step, unit }) => JSON.stringify([name, split, step, unit])).filter((group) => group.length > 1)

/** Values of two series that share a seed, in the order of the first. */
export const pairsOf = (one: Series, other: Series): { seed: number; one: number; other: number }[] => {
  const bySeed = new Map(other.rows.map(({ seed, value }) => [seed, value]))
  return one.rows.flatMap(({ seed, value }) => {
    const partner = bySeed.get(seed)
    return seed === null || partner === undefined ? [] : [{ seed, one: value, other: partner }]
  })
}
