import type { Metric } from '../../core/metric.ts'

/** The values of one measure under one arm, by the seed of the repetition. */
export type ArmValues = { arm: string; bySeed: ReadonlyMap<number, number> }

const agreed = (values: readonly number[]): number | undefined => (new Set(values).size === 1 ? values[0] : undefined)

/**
 * Sorts the values of one measure by arm and seed. A repetition that reported nothing, or two values that differ, has no
 * entry: which of the two would be right is not for us to guess.
 */
export const valuesByArm = (metrics: readonly Metric[], arms: readonly string[], seeds: readonly number[]): ArmValues[] =>
  arms.map((arm) => {
    const own = metrics.filter((metric) => metric.arm === arm)
    const entries = seeds.flatMap((seed) => {
      const value = agreed(own.filter((metric) => metric.seed === seed).map((metric) => metric.value))
      return value === undefined ? [] : [[seed, value] as const]
    })
    return { arm, bySeed: new Map(entries) }
  })
