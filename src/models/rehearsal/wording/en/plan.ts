import { series } from '../../format.ts'
import type { PlanFacts } from '../facts.ts'
import { wordsOf } from './comparison.ts'
import { armList, statistics } from './methods.ts'
import { attemptNotice, topicNotice } from './notices.ts'

const reading = ({ papers }: PlanFacts): string =>
  papers.length === 0
    ? 'The review holds no paper that the plan could build on.'
    : `The review holds ${series(
        papers.map(({ id }) => `[@${id}]`),
        'and',
      )}; no number of this plan is taken from it.`

/** The plan, with everything that could be chosen after seeing results settled before. */
export const plan = (facts: PlanFacts): string => {
  const words = wordsOf(facts)
  const { better } = facts.study.primary
  return [
    topicNotice(facts),
    attemptNotice(facts),
    `**Question.** ${words.question}`,
    `**Hypothesis.** We expect that ${words.hypothesis}.`,
    `**Data.** ${words.data}`,
    `**Procedure.** ${words.procedure}`,
    `**Arms.** ${armList(facts)}`,
    `**Primary measure.** The ${words.measure}, ${words.measureMeaning}; ${better} is better. Described beside it, without tests: ${series(Object.values(words.others), 'and')}.`,
    `**Analysis.** ${statistics(facts)}`,
    `**Literature.** ${reading(facts)}`,
  ].join('\n\n')
}
