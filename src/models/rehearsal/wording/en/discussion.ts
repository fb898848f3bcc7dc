import { numeral } from '../../format.ts'
import type { ResultFacts } from '../facts.ts'
import { count } from './amount.ts'
import { comparisonText, verdict, wordsOf } from './comparison.ts'
import { nearestNotice } from './notices.ts'
import { bestText, missingText } from './results.ts'

const unclear = ({ analysis }: ResultFacts): number =>
  analysis.comparisons.filter(({ direction }) => direction === 'no clear difference').length

const clarity = (facts: ResultFacts): string => {
  const [all, open] = [facts.analysis.comparisons.length, unclear(facts)]
  if (open === 0) return `All comparisons (${numeral(all)}) with the baseline show a clear difference.`
  if (open === all) return `None of the comparisons (${numeral(all)}) with the baseline shows a clear difference.`
  return `${numeral(all - open)} of ${count(all, 'comparison')} with the baseline show a clear difference; ${numeral(open)} of ${numeral(all)} show none.`
}

/** What the study cannot show: from its size, its data and its model. */
const limitations = (facts: ResultFacts): string =>
  [
    `${count(facts.analysis.repetitions, 'repetition')} bound what can be seen: an effect much smaller than the intervals given would have been missed.`,
    `The data are synthetic and the problem is small.`,
    wordsOf(facts).limits,
    ...missingText(facts),
  ].join(' ')

export const discussion = (facts: ResultFacts): string =>
  [
    ...nearestNotice(facts),
    `${verdict(facts)} ${[clarity(facts), ...bestText(facts)].join(' ')}`,
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
