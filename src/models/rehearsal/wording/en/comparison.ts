import type { Comparison, Direction } from '../../analyse.ts'
import { numeral, pValue } from '../../format.ts'
import type { PlanFacts, ResultFacts } from '../facts.ts'
import { away, count, interval, span } from './amount.ts'

export const wordsOf = ({ study, settings }: PlanFacts) => study.words.en(settings)

type Told = { facts: ResultFacts; comparison: Comparison }

const names = ({ facts, comparison }: Told) => {
  const words = wordsOf(facts)
  return { measure: words.measure, arm: words.arm(comparison.arm), baseline: words.arm(comparison.baseline) }
}

/** Interval, p-value and wins, for brackets. */
const evidence = ({ facts, comparison: { low, high, pAdjusted, wins, n } }: Told): string =>
  [
    ...(low === undefined || high === undefined ? [] : [`${interval} ${span({ low, high }, facts.analysis.primary)}`]),
    ...(pAdjusted === undefined ? [] : [`adjusted p ${pValue(pAdjusted)}`]),
    `better in ${numeral(wins)} of ${count(n, 'repetition')}`,
  ].join('; ')

const difference = ({ facts, comparison }: Told): string => away(comparison.difference ?? 0, facts.analysis.primary)

const clear = (told: Told): string => {
  const { measure, arm, baseline } = names(told)
  return `With ${arm} the ${measure} was ${difference(told)} than with ${baseline} (${evidence(told)}).`
}

const unclear = (told: Told): string => {
  const { measure, arm, baseline } = names(told)
  return `Between ${arm} and ${baseline} there is no clear difference in ${measure}: with ${arm} its mean was ${difference(told)} (${evidence(told)}).`
}

const tested: Readonly<Record<Direction, (told: Told) => string>> = { better: clear, worse: clear, 'no clear difference': unclear }

const tooFew = (told: Told): string => {
  const { measure, arm, baseline } = names(told)
  return told.comparison.n === 0
    ? `Nothing can be said of ${arm} against ${baseline}: no repetition reported both.`
    : `Only one repetition reported both ${arm} and ${baseline}; in it, with ${arm}, the difference in ${measure} was ${difference(told)}, which cannot be tested.`
}

const byTest: Readonly<Record<Comparison['test'], (told: Told) => string>> = {
  tested: (told) => tested[told.comparison.direction](told),
  identical: (told) => {
    const { measure, arm, baseline } = names(told)
    return `With ${arm} and with ${baseline} the ${measure} was identical in every repetition (${numeral(told.comparison.n)}), so there is nothing to test.`
  },
  constant: (told) => {
    const { measure, arm, baseline } = names(told)
    return `With ${arm} the ${measure} was ${difference(told)} than with ${baseline}, by the same amount in every repetition (${numeral(told.comparison.n)}); a difference that does not vary has no p-value.`
  },
  'too-few': tooFew,
}

const incomplete = ({ facts: { analysis }, comparison: { n } }: Told): string =>
  n > 1 && n < analysis.repetitions ? ` Only ${numeral(n)} of ${count(analysis.repetitions, 'repetition')} reported both arms.` : ''

/** One comparison in one or two sentences: direction, size, interval, p-value and wins, or why there are none. */
export const comparisonText = (facts: ResultFacts, comparison: Comparison): string => {
  const told = { facts, comparison }
  return byTest[comparison.test](told) + incomplete(told)
}

const verdicts: Readonly<Record<Direction, (hypothesis: string) => string>> = {
  better: (hypothesis) => `The results support the hypothesis that ${hypothesis}.`,
  worse: (hypothesis) => `The results contradict the hypothesis that ${hypothesis}: the opposite was measured.`,
  'no clear difference': (hypothesis) =>
    `The hypothesis that ${hypothesis} is neither supported nor contradicted; that no clear difference was found does not show that there is none.`,
}

const unsettled: Readonly<Partial<Record<Comparison['test'], (hypothesis: string) => string>>> = {
  identical: (hypothesis) => `The hypothesis that ${hypothesis} finds no support: the two arms could not be told apart.`,
  'too-few': (hypothesis) => `The hypothesis that ${hypothesis} could not be tested.`,
}

/** What became of the hypothesis, which is about the first comparison. */
export const verdict = (facts: ResultFacts): string => {
  const { hypothesis } = wordsOf(facts)
  const [first] = facts.analysis.comparisons
  if (!first) return `The hypothesis that ${hypothesis} could not be tested.`
  return (unsettled[first.test] ?? verdicts[first.direction])(hypothesis)
}
