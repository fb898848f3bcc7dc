import { aboutIn } from '../../../core/ask.ts'
import type { Facts } from '../../../core/facts.ts'
import { chooseStudy } from '../choose.ts'
import { designFor } from '../design.ts'
import type { AnyStudy, Settings, StudyWords } from '../studies/study.ts'
import type { CitedPaper, Occasion } from '../wording/facts.ts'

/** What everybody in a rehearsal knows when it is their turn. */
export type Scene = {
  facts: Facts
  study: AnyStudy
  /** What the plan of this attempt settles. */
  planned: Settings
  words: StudyWords
  occasion: Occasion
}

const papersOf = ({ found, added }: Facts): CitedPaper[] =>
  Object.entries(added).flatMap(([id, { note }]) => {
    const paper = found[id]
    return paper ? [{ id, title: paper.title, note, authors: paper.authors, year: paper.year }] : []
  })

/** All of it follows from the topic, the seed, the attempt, and what the run has come to. */
export const sceneOf = (facts: Facts): Scene => {
  const { topic, seed, attempt } = facts
  const { study, known } = chooseStudy(topic)
  const planned = designFor(study, { seed, attempt })
  return { facts, study, planned, words: study.words.en(planned), occasion: { topic, nearest: !known, attempt, papers: papersOf(facts) } }
}

/** What the ask of a turn is narrowed to: a section, a program. */
export const aboutOf = ({ ask }: Facts): string => aboutIn(ask) ?? ''
