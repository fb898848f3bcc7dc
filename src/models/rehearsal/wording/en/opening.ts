import { series } from '../../format.ts'
import type { PlanFacts } from '../facts.ts'
import { count } from './amount.ts'
import { wordsOf } from './comparison.ts'
import { topicNotice } from './notices.ts'
import { bySubject } from './related.ts'

const mostCited = 3

/** How many papers the review holds; of more than a few, those nearest to the subject are named. */
const reviewed = (facts: PlanFacts): string => {
  const { papers } = facts
  if (papers.length === 0) return 'The review holds no paper.'
  const [onSubject, others] = bySubject(facts)
  const first = [...onSubject, ...others].slice(0, mostCited).map(({ id }) => `[@${id}]`)
  return `The review holds ${count(papers.length, 'paper')}${papers.length > mostCited ? ', among them' : ':'} ${series(first, 'and')}.`
}

export const introduction = (facts: PlanFacts): string => {
  const words = wordsOf(facts)
  return [
    `${topicNotice(facts)} ${words.importance}`,
    `This study asks: ${words.question} The hypothesis, fixed before the first run, is that ${words.hypothesis}. ${reviewed(facts)}`,
    `The study is a rehearsal: it was planned, run and written without a language model, and each number in its results comes from what a program, kept in its record, measured.`,
  ].join('\n\n')
}

export const background = (facts: PlanFacts): string => {
  const words = wordsOf(facts)
  return `${words.background}\n\nThe hypothesis under test is that ${words.hypothesis}.`
}
