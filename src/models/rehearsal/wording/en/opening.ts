import { numeral, oneLine, sentence, series } from '../../format.ts'
import type { CitedPaper, PlanFacts } from '../facts.ts'
import { count } from './amount.ts'
import { wordsOf } from './comparison.ts'
import { topicNotice } from './notices.ts'

const cited = (papers: readonly CitedPaper[]): string =>
  series(
    papers.map(({ id }) => `[@${id}]`),
    'and',
  )

const mostNamed = 3
const reviewed = ({ papers }: PlanFacts): string =>
  papers.length === 0
    ? 'The review holds no paper.'
    : `The review holds ${count(papers.length, 'paper')}; nearest to the question are ${cited(papers.slice(0, mostNamed))}.`

export const introduction = (facts: PlanFacts): string => {
  const words = wordsOf(facts)
  return [
    `${topicNotice(facts)} ${words.importance}`,
    `This study asks: ${words.question} The hypothesis, fixed before the first run, is that ${words.hypothesis}. ${reviewed(facts)}`,
    `The study is a rehearsal: it was planned, run and written without a language model, and each number in its results comes from what a program, kept in its record, measured.`,
  ].join('\n\n')
}

const authorsOf = (authors: readonly string[]): string => {
  const [first, second] = authors.map(oneLine)
  if (first === undefined) return ''
  if (second === undefined) return ` by ${first}`
  return authors.length === 2 ? ` by ${first} and ${second}` : ` by ${first} et al.`
}

const yearOf = (year: number | undefined): string => (year === undefined ? '' : ` (${numeral(year)})`)

/** True of any paper: what it is, and what the review notes of it. */
const paperText = ({ id, title, note, authors, year }: CitedPaper): string =>
  `“${oneLine(title)}”${authorsOf(authors)}${yearOf(year)} [@${id}]: ${sentence(oneLine(note))}`

export const relatedWork = (facts: PlanFacts): string => {
  if (facts.papers.length === 0) return 'The literature review added no paper, so this study is not compared with earlier work.'
  const distance = facts.nearest ? ' They were collected for the topic given, which is not the subject of this study.' : ''
  return [
    'The review notes of each paper what its summary says.',
    ...facts.papers.map(paperText),
    `All results below come from our own program; no number is taken from these papers.${distance}`,
  ].join('\n\n')
}

export const background = (facts: PlanFacts): string => {
  const words = wordsOf(facts)
  return `${words.background}\n\nThe hypothesis under test is that ${words.hypothesis}.`
}
