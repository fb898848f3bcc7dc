import { numeral, series } from '../../format.ts'
import type { ResultFacts } from '../facts.ts'
import { count, level } from './amount.ts'
import { comparisonText, verdict, wordsOf } from './comparison.ts'
import { nearestNotice } from './notices.ts'
import { bestText, missingText } from './results.ts'

/** How many comparisons came out in each way, in words that hide no loss behind a gain: "1 better, 2 worse". */
export const tally = ({ analysis }: ResultFacts): string => {
  const said = (['better', 'worse', 'no clear difference'] as const).flatMap((direction) => {
    const n = analysis.comparisons.filter((comparison) => comparison.direction === direction).length
    if (n === 0) return []
    if (direction === 'no clear difference') return [`${numeral(n)} ${n === 1 ? 'shows' : 'show'} no clear difference`]
    return [`${numeral(n)} ${n === 1 ? 'is' : 'are'} clearly ${direction}`]
  })
  return series(said, 'and')
}

const clarity = (facts: ResultFacts): string =>
  `Of ${count(facts.analysis.comparisons.length, 'arm')} beside the baseline, ${tally(facts)}.`

/** What the study cannot show: from its size, its data and its model. */
const limitations = (facts: ResultFacts): string =>
  [
    `${count(facts.analysis.repetitions, 'repetition')} bound what can be seen: an effect much smaller than the intervals given would have been missed.`,
    `The data are synthetic and the problem is small.`,
    wordsOf(facts).limits,
    ...missingText(facts),
  ].join(' ')

/** When an arm was better along the way than any arm at the end, stopping there would have beaten them all: that is said. */
const earlierBest = (facts: ResultFacts): string[] => {
  const { curve, primary } = facts.analysis
  // Only along a training: elsewhere the steps are settings, and none of them is earlier.
  if (curve.name !== `${primary.name}-by-epoch`) return []
  const sign = primary.better === 'higher' ? 1 : -1
  const points = curve.lines.flatMap(({ arm, points: at }) => at.map(({ step, mean }) => ({ arm, step, mean })))
  const end = Math.max(...points.map(({ step }) => step))
  const best = (candidates: typeof points) =>
    candidates.reduce<(typeof points)[number] | undefined>(
      (top, next) => (top && sign * top.mean >= sign * next.mean ? top : next),
      undefined,
    )
  const [early, late] = [best(points.filter(({ step }) => step < end)), best(points.filter(({ step }) => step === end))]
  if (!early || !late || sign * early.mean <= sign * late.mean) return []
  const { arm, at, measure } = wordsOf(facts)
  return [
    `Along the way, ${arm(early.arm)} had a mean ${measure} of ${level(early.mean, primary)} ${at(early.step)}, better than any arm ${at(late.step)} (${level(late.mean, primary)} at best): what is compared here is the end, and stopping earlier was not an arm.`,
  ]
}

export const discussion = (facts: ResultFacts): string =>
  [
    ...nearestNotice(facts),
    `${verdict(facts)} ${[clarity(facts), ...bestText(facts)].join(' ')}`,
    ...earlierBest(facts),
    limitations(facts),
    wordsOf(facts).next,
  ].join('\n\n')

/** For the dialogue after the experiments: the results again, with what they mean and do not mean. */
export const interpretation = (facts: ResultFacts): string =>
  [
    ...nearestNotice(facts),
    [...facts.analysis.comparisons.map((comparison) => comparisonText(facts, comparison)), ...bestText(facts)].join(' '),
    verdict(facts),
    limitations(facts),
    wordsOf(facts).next,
  ].join('\n\n')
