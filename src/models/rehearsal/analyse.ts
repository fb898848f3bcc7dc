import type { Metric } from '../../core/metric.ts'
import { type Comparison, compareArms } from './comparison.ts'
import { type ArmValues, valuesByArm } from './measured.ts'
import { mean, sd, tInterval } from './statistics.ts'
import type { AnyStudy, Measure, Settings } from './studies/study.ts'

export type { Comparison, Direction } from './comparison.ts'

/** An arm in numbers, in the unit of its measure. Statistics that the number of values does not allow are left out. */
export type ArmSummary = {
  arm: string
  n: number
  mean?: number
  sd?: number
  low?: number
  high?: number
  /** One for each repetition that reported, in the order of the seeds. */
  values: number[]
  /** Seeds whose repetition reported nothing, or two different values. */
  missing: number[]
}

type CurvePoint = { step: number; n: number; mean: number; low?: number; high?: number }
type Curve = { name: string; unit?: string; lines: { arm: string; points: CurvePoint[] }[] }

export type Analysis = {
  primary: Measure
  baseline: string
  repetitions: number
  arms: ArmSummary[]
  /** Every other arm against the baseline, on the primary measure, with p-values adjusted for their number. */
  comparisons: Comparison[]
  /** The arm with the best mean of those that reported in every repetition; of equals the first. */
  best?: string
  curve: Curve
  /** Described, never tested. */
  others: { measure: Measure; arms: ArmSummary[] }[]
}

const summarise = ({ arm, bySeed }: ArmValues, seeds: readonly number[]): ArmSummary => {
  const values = seeds.flatMap((seed) => bySeed.get(seed) ?? [])
  const missing = seeds.filter((seed) => !bySeed.has(seed))
  if (values.length === 0) return { arm, n: 0, values, missing }
  const deviation = sd(values)
  return {
    arm,
    n: values.length,
    mean: mean(values),
    ...(deviation === undefined ? {} : { sd: deviation }),
    ...tInterval(values),
    values,
    missing,
  }
}

const bestOf = (arms: readonly ArmSummary[], better: Measure['better']): string | undefined => {
  const sign = better === 'higher' ? 1 : -1
  const whole = arms.flatMap(({ arm, missing, mean: value }) =>
    missing.length === 0 && value !== undefined ? [{ arm, worth: sign * value }] : [],
  )
  return whole.reduce<(typeof whole)[number] | undefined>((best, next) => (best && best.worth >= next.worth ? best : next), undefined)?.arm
}

const drawCurve = (study: AnyStudy, settings: Settings, metrics: readonly Metric[]): Curve => {
  const own = metrics.filter(({ name, step }) => name === study.curve.name && step !== undefined)
  const steps = [...new Set(own.flatMap(({ step }) => step ?? []))].sort((a, b) => a - b)
  const at = steps.map((step) => {
    const there = own.filter((metric) => metric.step === step)
    return { step, arms: valuesByArm(there, study.arms(settings), settings.seeds) }
  })
  const pointsOf = (place: number): CurvePoint[] =>
    at.flatMap(({ step, arms }) => {
      const values = settings.seeds.flatMap((seed) => arms[place]?.bySeed.get(seed) ?? [])
      return values.length === 0 ? [] : [{ step, n: values.length, mean: mean(values), ...tInterval(values) }]
    })
  return { ...study.curve, lines: study.arms(settings).map((arm, place) => ({ arm, points: pointsOf(place) })) }
}

/**
 * What a program's metrics say: a summary of each arm over the repetitions, and each arm paired with the baseline by seed.
 * The order of the metrics does not matter. What was not reported stays missing; what is of no declared arm or seed is left out.
 */
export const analyse = (study: AnyStudy, settings: Settings, metrics: readonly Metric[]): Analysis => {
  const names = study.arms(settings)
  const finals = metrics.filter(({ step }) => step === undefined)
  const measured = ({ name }: Measure) =>
    valuesByArm(
      finals.filter((metric) => metric.name === name),
      names,
      settings.seeds,
    )
  const byArm = measured(study.primary)
  const arms = byArm.map((arm) => summarise(arm, settings.seeds))
  const best = bestOf(arms, study.primary.better)
  return {
    primary: study.primary,
    baseline: names[0] ?? '',
    repetitions: settings.seeds.length,
    arms,
    comparisons: compareArms(byArm, settings.seeds, study.primary.better),
    ...(best === undefined ? {} : { best }),
    curve: drawCurve(study, settings, metrics),
    others: study.others.map((measure) => ({ measure, arms: measured(measure).map((arm) => summarise(arm, settings.seeds)) })),
  }
}
