import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'

/** Something that programs measured once for each seed: it can be laid on one axis. */
export type Measure = { key: string; name: string; split: string; unit: string }

/** One arm's values of a measure, each from one seed, and their mean. */
export type ArmValues = { arm: string; values: readonly number[]; mean: number }

type Metric = ProgramView['metrics'][number]

const measureOf = ({ name, split = '', unit = '' }: Metric): Measure => ({ key: `${name}\n${split}\n${unit}`, name, split, unit })

/** A metric with a step is a point of a curve and not a result. */
const isResult = ({ seed, step }: Metric): boolean => seed !== undefined && step === undefined

/** What the programs measured with seeds, that which most of them measured first. */
export const measuresOf = (programs: readonly ProgramView[]): readonly Measure[] => {
  const found = new Map<string, { measure: Measure; programs: number }>()
  for (const { metrics } of programs) {
    const seen = new Map(metrics.filter(isResult).map((metric) => [measureOf(metric).key, measureOf(metric)]))
    for (const [key, measure] of seen) found.set(key, { measure, programs: (found.get(key)?.programs ?? 0) + 1 })
  }
  return [...found.values()].sort((a, b) => b.programs - a.programs).map(({ measure }) => measure)
}

/** What a program measured of this, arm by arm in the order in which it reported them. */
export const armsOf = (program: ProgramView, measure: Measure): readonly ArmValues[] => {
  const metrics = program.metrics.filter((metric) => isResult(metric) && measureOf(metric).key === measure.key)
  return [...Map.groupBy(metrics, ({ arm }) => arm ?? '')].map(([arm, of]) => {
    const values = of.map(({ value }) => value)
    return { arm, values, mean: values.reduce((sum, value) => sum + value, 0) / values.length }
  })
}

/** How much a program measured: arms, seeds and numbers. Of an older program the numbers alone are known. */
export const extentOf = ({ metrics, metricsLeftOut = 0 }: ProgramView): { arms: number; seeds: number; values: number } => ({
  arms: new Set(metrics.flatMap(({ arm }) => (arm === undefined ? [] : [arm]))).size,
  seeds: new Set(metrics.flatMap(({ seed }) => (seed === undefined ? [] : [seed]))).size,
  values: metrics.length + metricsLeftOut,
})
