import type { ResultFacts } from '../facts.ts'
import { count } from './amount.ts'
import { comparisonText, verdict, wordsOf } from './comparison.ts'
import { nearestNotice } from './notices.ts'
import { missingText } from './results.ts'

export const abstract = (facts: ResultFacts): string => {
  const words = wordsOf(facts)
  const { analysis, study, settings } = facts
  return [
    ...nearestNotice(facts),
    words.question,
    `A rehearsal, made without a language model, compares ${count(study.arms(settings).length, 'arm')} on synthetic data over ${count(analysis.repetitions, 'repetition')}, paired by seed.`,
    ...analysis.comparisons.slice(0, 1).map((comparison) => comparisonText(facts, comparison)),
    verdict(facts),
    ...missingText(facts),
    'The problem is small, and the result is about it alone.',
  ].join(' ')
}
