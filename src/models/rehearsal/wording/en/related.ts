import { rateText } from '../../choose.ts'
import { numeral, oneLine, sentence, series } from '../../format.ts'
import type { CitedPaper, PlanFacts } from '../facts.ts'
import { wordsOf } from './comparison.ts'

const authorsOf = (authors: readonly string[]): string =>
  authors.length > 2 ? `${oneLine(authors[0] ?? '')} et al.` : series(authors.map(oneLine), 'and')

const signed = ({ authors, year }: CitedPaper): string =>
  (authors.length ? ` by ${authorsOf(authors)}` : '') + (year === undefined ? '' : ` (${numeral(year)})`)

const named = (paper: CitedPaper): string => `“${oneLine(paper.title)}”${signed(paper)} [@${paper.id}]`

/** Ways to bring a paper in that are true of any: what is said of it is its note and no more. */
const ways: readonly ((paper: CitedPaper) => string)[] = [
  (paper) => `The review holds ${named(paper)}.`,
  (paper) => `There is also ${named(paper)}.`,
  ({ authors, title, year, id }) =>
    authors.length
      ? `${authorsOf(authors)} wrote “${oneLine(title)}”${year === undefined ? '' : `, of ${numeral(year)}`} [@${id}].`
      : `A further paper is “${oneLine(title)}”${year === undefined ? '' : `, of ${numeral(year)}`} [@${id}].`,
  (paper) => `Another is ${named(paper)}.`,
]

const told = (papers: readonly CitedPaper[], from: number): string =>
  papers.map((paper, place) => `${ways[(from + place) % ways.length]?.(paper)} ${sentence(oneLine(paper.note))}`).join(' ')

/** The papers whose titles name the subject of the study, and the rest. */
export const bySubject = ({ papers, study }: PlanFacts): [onSubject: CitedPaper[], others: CitedPaper[]] => {
  const names = ({ title }: CitedPaper) => rateText(title, study).named
  return [papers.filter(names), papers.filter((paper) => !names(paper))]
}

/** At most two paragraphs of papers, those on the subject first, and one on how far this study rests on them. */
export const relatedWork = (facts: PlanFacts): string => {
  const [onSubject, others] = bySubject(facts)
  if (facts.papers.length === 0) return 'The review holds no paper, so this study is not compared with earlier work.'
  const { subject } = wordsOf(facts)
  const distance = facts.nearest ? ' They were collected for the topic given, which is not the subject of this study.' : ''
  return [
    ...(onSubject.length ? [`What stands closest to ${subject}, by title, comes first. ${told(onSubject, 0)}`] : []),
    ...(others.length
      ? [`${onSubject.length ? 'The rest is further off by title.' : `No title is close to ${subject}.`} ${told(others, 1)}`]
      : []),
    `All results below come from our own program; no number is taken from these papers.${distance}`,
  ].join('\n\n')
}
