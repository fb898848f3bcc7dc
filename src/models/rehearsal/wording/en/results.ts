import type { ArmSummary } from '../../analyse.ts'
import { leastP, numeral, pValue, series } from '../../format.ts'
import type { Measure } from '../../studies/study.ts'
import type { ResultFacts } from '../facts.ts'
import { count, interval, level, range } from './amount.ts'
import { comparisonText, verdict, wordsOf } from './comparison.ts'

const withInterval = ({ low, high }: ArmSummary, measure: Measure): string =>
  low === undefined || high === undefined ? '' : ` (${interval} ${range({ low, high }, measure)})`

/** "1.388 nats with no smoothing and 1.002 nats with a smoothing of 0.1", of the arms that reported. */
const levels = (facts: ResultFacts, arms: readonly ArmSummary[], measure: Measure, more: typeof withInterval): string =>
  series(
    arms.flatMap((arm) =>
      arm.mean === undefined ? [] : [`${level(arm.mean, measure)}${more(arm, measure)} with ${wordsOf(facts).arm(arm.arm)}`],
    ),
    'and',
  )

const means = (facts: ResultFacts): string => {
  const { arms, primary, repetitions } = facts.analysis
  const told = levels(facts, arms, primary, withInterval)
  if (told === '') return `No arm reported the ${wordsOf(facts).measure} in any repetition: there are no results.`
  return `Over ${count(repetitions, 'repetition')}, the mean ${wordsOf(facts).measure} was ${told}.`
}

/** What is missing, arm by arm; nothing when all reported. */
export const missingText = (facts: ResultFacts): string[] =>
  facts.analysis.arms
    .filter(({ missing }) => missing.length > 0)
    .map(
      ({ arm, n }) =>
        `With ${wordsOf(facts).arm(arm)} the ${wordsOf(facts).measure} was reported by ${numeral(n)} of ${count(facts.analysis.repetitions, 'repetition')}; what is missing was not filled in.`,
    )

/** The arm with the best mean, and how far that goes. */
export const bestText = (facts: ResultFacts): string[] => {
  const { best, baseline } = facts.analysis
  if (best === undefined) return []
  const arm = wordsOf(facts).arm(best)
  return best === baseline
    ? [`No other arm had a better mean than the baseline, ${arm}.`]
    : [`The best mean was that with ${arm}; arms other than the baseline were not tested against one another.`]
}

const exact = (facts: ResultFacts): string[] => {
  const [first] = facts.analysis.comparisons
  if (first?.pExact === undefined) return []
  return [
    `For the hypothesis, a test of all sign patterns of the ${numeral(first.n)} paired differences, which assumes no distribution, gives p ${pValue(first.pExact)}; with ${count(first.n, 'pair')} it cannot fall below ${leastP(first.n)}.`,
  ]
}

const described = (facts: ResultFacts): string[] => {
  const told = facts.analysis.others.flatMap(({ measure, arms }) => {
    const text = levels(facts, arms, measure, () => '')
    return text === '' ? [] : [`${wordsOf(facts).others[measure.name] ?? measure.name}, ${text}`]
  })
  return told.length === 0 ? [] : [`Described without tests, as means over the repetitions: ${told.join('; ')}.`]
}

const course = (facts: ResultFacts): string[] => {
  const { curve, primary } = facts.analysis
  const scale = { ...primary, ...curve }
  const words = wordsOf(facts)
  const told = curve.lines.flatMap(({ arm, points }) => {
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last || first === last) return []
    const way = last.mean > first.mean ? 'rose' : last.mean < first.mean ? 'fell' : 'went'
    return [
      `${way} from ${level(first.mean, scale)} at ${words.at(first.step)} to ${level(last.mean, scale)} at ${words.at(last.step)} with ${words.arm(arm)}`,
    ]
  })
  return told.length === 0 ? [] : [`The mean ${words.measure} ${series(told, 'and')}.`]
}

export const results = (facts: ResultFacts): string =>
  [
    [means(facts), ...missingText(facts)].join(' '),
    [...facts.analysis.comparisons.map((comparison) => comparisonText(facts, comparison)), ...bestText(facts)].join(' '),
    [verdict(facts), ...exact(facts)].join(' '),
    ...described(facts),
    ...course(facts),
  ].join('\n\n')
