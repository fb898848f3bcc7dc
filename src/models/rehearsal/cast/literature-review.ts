import type { Answer, Answers } from './answer.ts'
import { addPaper, candidatesFor } from './papers.ts'
import type { Scene } from './scene.ts'

const longest = 300
const asQuery = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, longest)

/** What is looked for, one after the other: the topic, what the study measures, its title, and what it describes beside. */
const queries = ({ facts: { topic }, words }: Scene): string[] =>
  [topic, `${words.subject} ${words.measure}`, words.title, `${words.subject} ${Object.values(words.others).join(' ')}`]
    .map(asQuery)
    .filter((query) => query.length > 1)

/** When that was not enough: the vocabulary of the study, its most telling words first. */
const wider = ({ study }: Scene): string[] => Object.values(study.kindred).reverse().map(asQuery)

/** Papers wanted before the next search: an even share for each, the last one's left to what they all found. */
const dueAfter = (searches: number, wanted: number, all: number): number => Math.ceil((wanted * searches) / all)

const couldNotRead = /^The text of /

/** Searches, reads the best find, adds it, and searches again until there is enough. */
const next = (scene: Scene): Answer => {
  const { facts } = scene
  const planned = queries(scene)
  const all = [...planned, ...wider(scene)]
  const done = facts.searches.length
  const [best] = candidatesFor(facts, scene.study)
  if (!best || Object.keys(facts.added).length >= dueAfter(done, facts.papersWanted, planned.length))
    return { command: 'search-papers', query: all[Math.min(done, all.length - 1)] ?? scene.words.subject }
  const unread = !facts.read.includes(best.paper.id) && !couldNotRead.test(facts.result ?? '')
  return unread ? { command: 'read-paper', id: best.paper.id } : addPaper(best)
}

/** The PhD student, alone. */
export const literatureReview: Answers = { first: next, next }
