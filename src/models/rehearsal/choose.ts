import { stem, wordsOf } from './stem.ts'
import { studies } from './studies/index.ts'
import type { AnyStudy } from './studies/study.ts'

const stems = (text: string): string[] => wordsOf(text).map(stem)

/** How much each stem brings a topic nearer to a study. */
const weightsOf = (study: AnyStudy): Map<string, number> =>
  new Map(Object.entries(study.kindred).flatMap(([weight, words]) => stems(words).map((word) => [word, Number(weight)] as const)))

type Profile = { study: AnyStudy; weights: ReadonlyMap<string, number>; subjects: readonly string[][] }

const profiles: readonly Profile[] = studies.map((study) => ({ study, weights: weightsOf(study), subjects: study.subjects.map(stems) }))

/** What each word of a subject that is named counts: more than all other words of a topic of usual length. */
const subjectWeight = 100

/** Other words that may stand among those of a subject: "reducción de la varianza". */
const slack = 2

/** Whether all words of the subject stand close to one another, in whatever order. */
const names = (topic: readonly string[], subject: readonly string[]): boolean =>
  topic.some((_, from) => {
    const near = topic.slice(from, from + subject.length + slack)
    return subject.every((word) => near.includes(word))
  })

export type Rating = {
  /** Whether the text names the subject itself. */
  named: boolean
  /** The words that count, as written, each once. */
  matched: string[]
  score: number
}

const rateBy = (text: string, { weights, subjects }: Profile): Rating => {
  const words = wordsOf(text)
  const stemmed = words.map(stem)
  const named = new Set(subjects.filter((subject) => names(stemmed, subject)).flat())
  const shared = [...new Set(stemmed)].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
  const led = words.filter((word) => named.has(stem(word)) || weights.has(stem(word)))
  return { named: named.size > 0, matched: [...new Set(led)], score: subjectWeight * named.size + shared }
}

/** How near a text, such as a paper's title and summary, is to what a study is about. */
export const rateText = (text: string, study: AnyStudy): Rating => {
  const profile = profiles.find(({ study: { name } }) => name === study.name)
  return profile ? rateBy(text, profile) : { named: false, matched: [], score: 0 }
}

export type Choice = {
  study: AnyStudy
  /** Whether the study is about the topic itself. If not, it is the nearest one there is. */
  known: boolean
  /** The words of the topic that led to the study, as written, each once. */
  matched: string[]
}

/**
 * The study for a topic: the one whose subject the topic names, else the nearest by the weights of the words they share.
 * Ties go to the study that is listed first, so the same topic always gives the same study.
 */
export const chooseStudy = (topic: string): Choice => {
  const rated = profiles.map((profile) => ({ study: profile.study, ...rateBy(topic, profile) }))
  const [first, ...others] = rated
  if (!first) throw new Error('A rehearsal without a single study was built.')
  const { study, named, matched } = others.reduce((best, next) => (next.score > best.score ? next : best), first)
  return { study, known: named, matched }
}
