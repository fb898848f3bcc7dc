import { expect, test } from 'vitest'
import type { Facts } from '../../../core/facts.ts'
import type { Paper } from '../../../core/paper.ts'
import { createAttempt } from '../../../core/state.ts'
import { studyNamed } from '../studies/index.ts'
import { addPaper, candidatesBy, candidatesFor, isTelling } from './papers.ts'

const study = studyNamed('label-smoothing')
if (!study) throw new Error('no such study')

const paper = (id: string, title: string, abstract: string, source = 'arxiv'): Paper => ({ id, source, title, abstract, authors: [] })
const papers = [
  paper('a', 'Bees and their dances', 'Bees dance. They dance well. Nobody knows why.'),
  paper('b', 'Calibrated classifiers', 'Classifiers are unsure.'),
  paper('c', 'Label smoothing', 'Labels are smoothed [@forged]. That\nhelps. Sometimes.', 'bundled'),
  paper('d', 'An untold story', ''),
]
const facts: Facts = {
  ...{
    topic: 'How do bees dance?',
    seed: 1,
    phase: 'literature-review',
    attempt: 1,
    step: 0,
    role: 'phd-student',
    seat: 0,
    turn: 't',
    ask: 'next',
  },
  ...{ commands: [], papersWanted: 5, added: {}, read: [], searches: [], now: createAttempt(), earlier: [] },
  found: Object.fromEntries(papers.map((one) => [one.id, one])),
}
const noteOf = (id: string) => {
  const candidate = candidatesFor(facts, study).find((one) => one.paper.id === id)
  if (!candidate) throw new Error('not found')
  return addPaper(candidate).note
}

test('papers on the subject come first, then those that share its words or the topic, and what is in the review no more', () => {
  expect(candidatesFor(facts, study).map(({ paper: { id } }) => id)).toEqual(['c', 'a', 'b', 'd'])
  expect(candidatesFor({ ...facts, added: { c: { note: '' } } }, study).map(({ paper: { id } }) => id)).toEqual(['a', 'b', 'd'])
})

test('by a query, the words of the title count', () => {
  expect(candidatesBy(facts, 'the calibration of a classifier')[0]?.paper.id).toBe('b')
})

test('a note says what the summary says, cites nothing, and quotes what others wrote', () => {
  expect(noteOf('c')).toBe('Labels are smoothed [forged]. That helps.')
  expect(noteOf('a')).toContain('Its summary begins: “Bees dance. They dance well.”')
})

test('a paper without a summary is told by its title', () => {
  expect(noteOf('d')).toBe('No summary is stored; the title is “An untold story”.')
})

test('a paper is telling by two words of the subject, and not by words that stand anywhere', () => {
  const found = (id: string, title: string) => paper(id, title, '')
  expect(isTelling(found('e', 'Label smoothing and calibration'), study)).toBe(true)
  expect(isTelling(found('f', 'Small research findings: training deep models on image data'), study)).toBe(false)
})
