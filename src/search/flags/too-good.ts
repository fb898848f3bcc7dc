import { type Flag, type FlagScene, type Measured, meanOf, placeName, seriesOf } from './flag.ts'

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

const spreadOf = (values: readonly number[]): number => {
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1))
}

/** The best mean over seeds among a program's arms on a split, turned so that more is better. */
const bestMean = (program: Measured, { metric }: FlagScene, split: string): number | undefined => {
  const means = seriesOf(program, metric.name)
    .filter((one) => one.split === split && one.bySeed.size > 0)
    .map(({ bySeed }) => meanOf([...bySeed.values()]) * (metric.goal === 'max' ? 1 : -1))
  return means.length ? Math.max(...means) : undefined
}

/** How many robust standard deviations above the median of the others are too many, and how many others that takes. */
const limits = { distance: 8, others: 5 } as const

/** A perfect score; or one that is above all others by more than their spread explains (Iglewicz & Hoaglin 1993, median and MAD). */
export const tooGood = (scene: FlagScene): Flag[] => {
  const { program, others, metric } = scene
  return seriesOf(program, metric.name).flatMap((one) => {
    const values = [...one.bySeed.values()]
    if (metric.bound !== undefined && values.every((value) => value === metric.bound))
      return [{ kind: 'too-good' as const, why: `${metric.name} of ${placeName(one)} is perfect, ${metric.bound}, on every seed.` }]
    const theirs = others.flatMap((other) => bestMean(other, scene, one.split) ?? [])
    const mine = meanOf(values) * (metric.goal === 'max' ? 1 : -1)
    const median = medianOf(theirs)
    const spread = 1.4826 * medianOf(theirs.map((value) => Math.abs(value - median)))
    const far = (mine - median) / spread
    if (theirs.length < limits.others || !(spread > 0) || far <= limits.distance || mine <= Math.max(...theirs)) return []
    const why = `${metric.name} of ${placeName(one)} is ${far.toFixed(0)} times the spread of the ${theirs.length} other programs above their median.`
    return [{ kind: 'too-good' as const, why }]
  })
}

/** Far better on valid, which the search sees, than on test: what is in valid reached the program, or chose it. */
export const leak = ({ program, metric }: FlagScene): Flag[] => {
  const series = seriesOf(program, metric.name)
  return series.flatMap((one) => {
    const test = series.find(({ arm, split }) => split === 'test' && arm === one.arm)
    if (one.split !== 'valid' || !test || one.bySeed.size < 3 || test.bySeed.size < 3) return []
    const [valid, hidden] = [[...one.bySeed.values()], [...test.bySeed.values()]]
    const gap = (meanOf(valid) - meanOf(hidden)) * (metric.goal === 'max' ? 1 : -1)
    const noise = Math.hypot(spreadOf(valid), spreadOf(hidden))
    if (gap <= 5 * noise || gap <= 0.1 * Math.abs(meanOf(hidden))) return []
    const said = `${meanOf(valid).toPrecision(3)} on valid and ${meanOf(hidden).toPrecision(3)} on test`
    return [
      { kind: 'leak' as const, why: `${metric.name}${one.arm && ` of the arm ${one.arm}`} is ${said}, far more apart than its seeds are.` },
    ]
  })
}
