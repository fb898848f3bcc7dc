import { expect, test } from 'vitest'
import { createState } from '../state.ts'
import { fold, type LabEvent } from './index.ts'

const at = (seconds: number) => new Date(seconds * 1000).toISOString()
const rows = (...events: [number, LabEvent][]) => events.map(([seconds, event]) => ({ event, at: at(seconds) }))
const start: LabEvent = { type: 'run-start', topic: 't', seed: 1, language: 'en', version: 'v', config: {}, configHash: 'h' }

test('a newer log can be read: an unknown kind of event changes nothing', () => {
  const known = fold(createState(), rows([0, start]))
  const unknown = fold(createState(), [
    ...rows([0, start]),
    { event: { type: 'dream-have', what: 'sheep' } as unknown as LabEvent, at: at(0) },
  ])
  expect(unknown).toEqual(known)
})

test('time at work leaves out the time until a run is taken up again, and what people did meanwhile', () => {
  const state = fold(
    createState(),
    rows(
      [0, start],
      [2, { type: 'phase-start', phase: 'literature-review', attempt: 1 }],
      [5, { type: 'role-brief', role: 'phd-student', text: 'b', notes: 0 }],
      [400, { type: 'note-add', by: 'cli', text: 'n' }],
      [1000, { type: 'run-resume', generation: 2 }],
      [1004, { type: 'model-choose', model: 'm', why: 'w' }],
    ),
  )
  expect(state.spent.seconds).toBe(9)
  expect(state.spent.byPhase['literature-review']?.seconds).toBe(7)
})

test('time at work leaves out the time that a person takes for a question that holds the run', () => {
  const asked = (blocks: boolean) =>
    fold(
      createState(),
      rows(
        [0, start],
        [1, { type: 'phase-start', phase: 'literature-review', attempt: 1 }],
        [3, { type: 'question-ask', id: 'q', text: '?', options: [], blocks }],
        [600, { type: 'answer-give', by: 'anna', question: 'q', answer: 'go on' }],
        [601, { type: 'role-brief', role: 'phd-student', text: 'b', notes: 0 }],
        [605, { type: 'model-choose', model: 'm', why: 'w' }],
      ),
    ).spent.seconds
  expect(asked(true)).toBe(7)
  expect(asked(false)).toBe(605)
})

test('the first answer to a question counts, and an answer to no question counts for nothing', () => {
  const { questions } = fold(
    createState(),
    rows(
      [0, start],
      [1, { type: 'question-ask', id: 'q', text: '?', options: [], blocks: true }],
      [2, { type: 'answer-give', by: 'a', question: 'q', answer: 'first' }],
      [3, { type: 'answer-give', by: 'b', question: 'q', answer: 'second' }],
      [4, { type: 'answer-give', by: 'b', question: 'other', answer: 'x' }],
    ),
  )
  expect(questions).toEqual({ q: expect.objectContaining({ answer: { text: 'first', by: 'a' } }) })
})

test('going back to planning puts the attempt aside and begins an empty one, with the papers kept', () => {
  const paper = { id: 'p', source: 's', title: 't', authors: [], abstract: '' }
  const state = fold(
    createState(),
    rows(
      [0, start],
      [1, { type: 'phase-start', phase: 'plan-formulation', attempt: 1 }],
      [2, { type: 'search-end', turn: 't', query: 'q', source: 's', status: 'ok', papers: [paper] }],
      [3, { type: 'paper-add', turn: 't', id: 'p', note: 'n' }],
      [4, { type: 'plan-accept', turn: 't', text: 'the first plan' }],
      [5, { type: 'phase-start', phase: 'plan-formulation', attempt: 2 }],
    ),
  )
  expect(state.earlier.map(({ plan }) => plan)).toEqual(['the first plan'])
  expect(state.now.plan).toBeUndefined()
  expect(Object.keys(state.added)).toEqual(['p'])
})

test('a draft that scores worse than the best is put back', () => {
  const form = {
    summary: 's',
    strengths: 's',
    weaknesses: 'w',
    questions: 'q',
    limitations: 'l',
    'ethical-concerns': false,
    originality: 2,
    quality: 2,
    clarity: 2,
    significance: 2,
    soundness: 2,
    presentation: 2,
    contribution: 2,
    overall: 5,
    confidence: 3,
    decision: 'reject',
  } as const
  const { now } = fold(
    createState(),
    rows(
      [0, start],
      [1, { type: 'section-write', turn: 'a', section: 'abstract', text: 'good' }],
      [2, { type: 'report-score', turn: 'b', form, score: 6 }],
      [3, { type: 'section-write', turn: 'c', section: 'abstract', text: 'bad' }],
      [4, { type: 'report-score', turn: 'd', form, score: 5 }],
    ),
  )
  expect(now.report).toEqual({ sections: { abstract: 'good' }, turns: { abstract: 'a' }, score: 6 })
  expect(now.reportScores.map(({ kept }) => kept)).toEqual([true, false])
})
