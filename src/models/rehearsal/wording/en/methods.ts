import { numeral, series } from '../../format.ts'
import { clearBelow, mostFlips } from '../../statistics.ts'
import type { PlanFacts } from '../facts.ts'
import { count, interval } from './amount.ts'
import { wordsOf } from './comparison.ts'
import { attemptNotice } from './notices.ts'

/** The arms in a sentence, the baseline marked. */
export const armList = (facts: PlanFacts): string => {
  const [baseline = '', ...arms] = facts.study.arms(facts.settings).map(wordsOf(facts).arm)
  return `The baseline is ${baseline}. It is compared with ${series(arms, 'and')}.`
}

/** How arms are compared. */
export const statistics = ({ study, settings }: PlanFacts): string => {
  const comparisons = study.arms(settings).length - 1
  return `Each arm is paired with the baseline by repetition. The mean of the paired differences is given with a ${interval} from Student's t distribution and a two-sided paired t test; p-values are adjusted by Holm's method for ${count(comparisons, 'comparison')}. A difference is called clear when its adjusted p is below ${numeral(clearBelow)}. With at most ${numeral(mostFlips)} pairs, the hypothesis is also tested over all patterns of signs, which assumes no distribution. Differences without variance are not tested, and a repetition that reports nothing stays missing.`
}

export const methods = (facts: PlanFacts): string => {
  const words = wordsOf(facts)
  return [
    words.procedure,
    armList(facts),
    `The primary measure, chosen before the first run, is the ${words.measure}: ${words.measureMeaning}. For it, ${facts.study.primary.better} is better.`,
    statistics(facts),
  ].join('\n\n')
}

export const experimentalSetup = (facts: PlanFacts): string => {
  const words = wordsOf(facts)
  return [
    words.data,
    attemptNotice(facts),
    'The seeds of the repetitions follow from the seed of the run. The program uses its own random numbers, exponentials and logarithms, built from exactly specified arithmetic, so that the same seeds give the same digits on every machine. All settings stand in its first line.',
  ].join('\n\n')
}
