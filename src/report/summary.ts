import type { Metric } from '../core/metric.ts'
import { type Interval, mean, sd, tInterval } from './interval.ts'

/**
 * What a program measured of one thing in one arm. `values` holds one number a repetition: what a seed measured more than once
 * is averaged first, because only repetitions with other seeds are independent. A value without a seed stands for itself.
 */
export type Summary = {
  name: string
  arm: string | undefined
  split: string | undefined
  unit: string | undefined
  step: number | undefined
  values: readonly number[]
  mean: number
  sd: number | undefined
  interval: Interval | undefined
}

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item, place: number) => unknown): Item[][] => {
  const groups = new Map<string, Item[]>()
  for (const [place, item] of items.entries()) {
    const key = JSON.stringify(keyOf(item, place))
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

const summarise = (group: readonly Metric[]): Summary[] => {
  const [first] = group
  if (!first) return []
  const repetitions = groupBy(group, ({ seed }, place) => seed ?? `no seed, place ${place}`)
  const values = repetitions.map((measured) => mean(measured.map(({ value }) => value)))
  const { name, arm, split, unit, step } = first
  return [{ name, arm, split, unit, step, values, mean: mean(values), sd: sd(values), interval: tInterval(values) }]
}

/** What was measured once a repetition, by measure, split and arm in the order of the first mention of each. */
export const summariesOf = (metrics: readonly Metric[]): Summary[] => {
  const whole = metrics.filter(({ step }) => step === undefined)
  const measures = groupBy(whole, ({ name, split }) => [name, split])
  return measures.flatMap((measure) => groupBy(measure, ({ arm }) => arm ?? null).flatMap(summarise))
}

/** The measure that a program reported first, in the split that it reported first. */
export const primaryOf = (summaries: readonly Summary[]): Summary[] =>
  summaries.filter(({ name, split }) => name === summaries[0]?.name && split === summaries[0]?.split)

/** The first measure that was taken along a curve, by arm and by step in rising order; empty when it has one step only. */
export const curveOf = (metrics: readonly Metric[]): Summary[] => {
  const along = metrics.filter(({ step }) => step !== undefined)
  const first = along.filter(({ name, split }) => name === along[0]?.name && split === along[0]?.split)
  if (new Set(first.map(({ step }) => step)).size < 2) return []
  return groupBy(first, ({ arm }) => arm ?? null).flatMap((ofArm) =>
    groupBy(ofArm, ({ step }) => step)
      .flatMap(summarise)
      .sort((a, b) => (a.step ?? 0) - (b.step ?? 0)),
  )
}
