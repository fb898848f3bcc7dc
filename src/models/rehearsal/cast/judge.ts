import type { Metric } from '../../../core/metric.ts'
import { analyse } from '../analyse.ts'
import { numeral } from '../format.ts'
import { valuesByArm } from '../measured.ts'
import type { AnyStudy, Settings } from '../studies/study.ts'

const weights = { share: 0.7, discipline: 0.2, precision: 0.1 }

/** Values of the primary measure outside the plan: other arms, or other repetitions. */
const strays = (study: AnyStudy, planned: Settings, metrics: readonly Metric[]): number => {
  const arms = new Set(study.arms(planned))
  const finals = metrics.filter(({ name, step }) => name === study.primary.name && step === undefined)
  return finals.filter(({ arm, seed }) => !arms.has(arm ?? '') || !planned.seeds.includes(seed ?? -1)).length
}

/** Half the interval of the first comparison, in standard deviations of the baseline: how finely the arms can be told apart. */
const coarseness = (study: AnyStudy, planned: Settings, metrics: readonly Metric[]): number | undefined => {
  const { arms, comparisons } = analyse(study, planned, metrics)
  const [deviation, first] = [arms[0]?.sd, comparisons[0]]
  if (!deviation || first?.low === undefined || first.high === undefined) return undefined
  return (first.high - first.low) / 2 / deviation
}

const two = (value: number) => numeral(Number(value.toFixed(2)))

/**
 * The mark of a program from 0 to 1: the share of the plan that it measured (0.7), that it measured nothing that the plan does
 * not name (0.2), and how finely it tells the arms of the hypothesis apart (0.1). Which arm is better plays no part, so that
 * choosing a program by its mark cannot choose a result.
 */
export const judge = (study: AnyStudy, planned: Settings, metrics: readonly Metric[]): { score: number; share: number; why: string } => {
  const arms = study.arms(planned)
  const due = arms.length * planned.seeds.length
  const finals = metrics.filter(({ name, step }) => name === study.primary.name && step === undefined)
  const there = valuesByArm(finals, arms, planned.seeds).reduce((sum, { bySeed }) => sum + bySeed.size, 0)
  const share = there / due
  if (share === 0)
    return {
      score: 0,
      share,
      why: `None of the ${due} planned measurements (${arms.length} arms × ${planned.seeds.length} repetitions) is there, so there is nothing to judge.`,
    }
  const extra = strays(study, planned, metrics)
  const discipline = 1 - Math.min(1, extra / due)
  const width = coarseness(study, planned, metrics)
  const precision = 1 - Math.min(1, width ?? 1)
  const score = weights.share * share + weights.discipline * discipline + weights.precision * precision
  const why = [
    `${there} of ${due} planned measurements (${arms.length} arms × ${planned.seeds.length} repetitions) are there.`,
    extra === 0 ? 'None lies outside the plan.' : `${extra} lie outside the plan: what is added after results were seen lowers the mark.`,
    width === undefined
      ? 'How finely the arms can be told apart cannot be said.'
      : `Half the interval of the first comparison is ${two(width)} standard deviations of the baseline.`,
    `Mark: ${weights.share} × ${two(share)} + ${weights.discipline} × ${two(discipline)} + ${weights.precision} × ${two(precision)}. Which arm is better plays no part.`,
  ].join(' ')
  return { score: Number(score.toFixed(3)), share, why }
}
