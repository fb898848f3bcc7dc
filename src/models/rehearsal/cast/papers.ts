import type { Facts } from '../../../core/facts.ts'
import { rateText } from '../choose.ts'
import { oneLine, sentence } from '../format.ts'
import { stem, wordsOf } from '../stem.ts'
import type { AnyStudy } from '../studies/study.ts'
import type { Answer } from './answer.ts'

type Found = Facts['found'][string]
export type Candidate = { paper: Found; shared: string[]; weight: number }

const shortest = 4
/** Each telling word of a text by its stem, in the form in which it is met first. */
const stemsOf = (text: string): Map<string, string> => {
  const stems = new Map<string, string>()
  for (const word of wordsOf(text)) if (word.length >= shortest && !stems.has(stem(word))) stems.set(stem(word), word.toLowerCase())
  return stems
}

/** Words of a query that stand in a paper's title, and how many they are. */
const inTitle = ({ title }: Found, query: string): { shared: string[]; weight: number } => {
  const wanted = stemsOf(query)
  const shared = [...stemsOf(title)].flatMap(([key, word]) => (wanted.has(key) ? [word] : []))
  return { shared, weight: shared.length }
}

const topicWeight = 2

/** The vocabulary of the study counts as it does in choosing a study; a word of the topic in the title counts beside it. */
const inStudy = (paper: Found, study: AnyStudy, topic: string): { shared: string[]; weight: number } => {
  const { matched, score } = rateText(`${paper.title} ${paper.abstract}`, study)
  const own = inTitle(paper, topic)
  const shared = [...stemsOf([...matched, ...own.shared].join(' ')).values()]
  return { shared, weight: score + topicWeight * own.weight }
}

const candidates = ({ found, added }: Facts, relate: (paper: Found) => { shared: string[]; weight: number }): Candidate[] =>
  Object.values(found)
    .filter(({ id }) => !added[id])
    .map((paper) => ({ paper, ...relate(paper) }))
    .sort((a, b) => b.weight - a.weight || (a.paper.id < b.paper.id ? -1 : 1))

/** Papers that were found and are not in the review, those first that bear most on the study and its topic; of equals by id. */
export const candidatesFor = (facts: Facts, study: AnyStudy): Candidate[] =>
  candidates(facts, (paper) => inStudy(paper, study, facts.topic))

/** The same by the words of a query that stand in the title. */
export const candidatesBy = (facts: Facts, query: string): Candidate[] => candidates(facts, (paper) => inTitle(paper, query))

/** Words of a study's vocabulary that half of all papers hold. */
const generic = new Set([
  ...stemsOf(
    'small research training findings comparison learning deep model data size rate image language local search speed sample',
  ).keys(),
])

/** The words of a paper's title and summary that tell of the study's subject, each once by its stem. */
const tellingWords = ({ title, abstract }: Found, study: AnyStudy): string[] => [
  ...stemsOf(
    rateText(`${title} ${abstract}`, study)
      .matched.filter((word) => !generic.has(stem(word)))
      .join(' '),
  ).values(),
]

const fewestTelling = 2

/** Whether a paper tells of the study's subject, in more than a word that could stand anywhere. */
export const isTelling = (paper: Found, study: AnyStudy): boolean => tellingWords(paper, study).length >= fewestTelling

const longest = 600
const sentencesOf = (text: string): string[] => oneLine(text).match(/[^.!?]+[.!?]+(?=\s|$)/gu) ?? []

/** The first two sentences of a summary, as they stand; a summary of somebody else's words is quoted. */
const gist = ({ abstract, title, source }: Found): string => {
  const words = sentencesOf(abstract).slice(0, 2).join(' ').replace(/\s+/gu, ' ').trim().slice(0, longest)
  if (words === '') return `No summary is stored; the title is “${oneLine(title)}”.`
  return source === 'bundled' ? sentence(words) : `Its summary begins: “${words}”`
}

/** Adds a paper with a note of what it says: true of any paper, because it only repeats. */
export const addPaper = ({ paper }: Candidate): Answer => ({ command: 'add-paper', id: paper.id, note: gist(paper) })
