import type { ResultFacts } from '../facts.ts'
import { away, level } from './amount.ts'
import { wordsOf } from './comparison.ts'

const enough = 3

/** How much further off than the spread of all the others an end must lie. */
const farther = 2

/** The arm with the worst mean, when one end of the ranking lies more than twice as far off as all other arms lie apart; else nothing. */
export const worstText = (facts: ResultFacts): string[] => {
  const { arms, primary } = facts.analysis
  const sign = primary.better === 'higher' ? 1 : -1
  const ranked = arms
    .flatMap(({ arm, mean }) => (mean === undefined ? [] : [{ arm, mean, worth: sign * mean }]))
    .sort((one, other) => other.worth - one.worth)
  const [best, second, last, worst] = [ranked[0], ranked[1], ranked.at(-2), ranked.at(-1)]
  if (!best || !second || !last || !worst || ranked.length < enough) return []
  const far =
    last.worth - worst.worth > farther * (best.worth - last.worth) || best.worth - second.worth > farther * (second.worth - worst.worth)
  if (!far) return []
  const words = wordsOf(facts)
  return [
    `The worst mean was that with ${words.arm(worst.arm)}: ${level(worst.mean, primary)}, which is ${away(worst.mean - best.mean, primary)} than with ${words.arm(best.arm)}.`,
  ]
}
