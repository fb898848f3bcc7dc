import type { Direction } from '../../analyse.ts'
import { numeral, series } from '../../format.ts'
import { turnOf } from '../../turn.ts'
import type { ResultFacts } from '../facts.ts'
import { count, level } from './amount.ts'
import { comparisonText, verdict, wordsOf } from './comparison.ts'
import { nearestNotice } from './notices.ts'
import { bestText, missingText } from './results.ts'
import { worstText } from './worst.ts'

const outcomes: Readonly<Record<Direction, string>> = {
  better: 'clearly better',
  worse: 'clearly worse',
  'no clear difference': 'not clearly different',
}

/** How many comparisons came out in each way: "Of 3 arms beside the baseline, 1 is clearly better and 2 are clearly worse." */
export const tally = ({ analysis: { comparisons } }: ResultFacts): string => {
  const said = (Object.keys(outcomes) as Direction[]).flatMap((direction) => {
    const n = comparisons.filter((comparison) => comparison.direction === direction).length
    return n === 0 ? [] : [`${numeral(n)} ${n === 1 ? 'is' : 'are'} ${outcomes[direction]}`]
  })
  return said.length === 0
    ? 'No arm was compared with the baseline.'
    : `Of ${count(comparisons.length, 'arm')} beside the baseline, ${series(said, 'and')}.`
}

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
  const turn = turnOf(facts.analysis)
  if (!turn) return []
  const { primary, curve } = facts.analysis
  const words = wordsOf(facts)
  const scale = { ...primary, ...curve }
  return [
    `Along the way, at ${words.at(turn.step)}, the mean ${words.measure} with ${words.arm(turn.arm)} was ${level(turn.mean, scale)}, better than with any arm at ${words.at(turn.last)} (${level(turn.end, scale)} at best): what is compared here is the end, and stopping earlier was not an arm.`,
  ]
}

export const discussion = (facts: ResultFacts): string =>
  [
    ...nearestNotice(facts),
    `${verdict(facts)} ${[tally(facts), ...bestText(facts), ...worstText(facts)].join(' ')}`,
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
