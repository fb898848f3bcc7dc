import { expect, test } from 'vitest'
import type { QuestionView } from '../../../../src/core/viewer/viewer-state.ts'
import { resumesAfter, whatFollows } from './what-follows.ts'

const question = (id: string, blocks: boolean, answered = false) =>
  ({ id, blocks, answer: answered ? { text: 'yes' } : null }) as QuestionView

test('what is said to wait or to go on is a run that somebody drives', () => {
  expect(whatFollows({ blocks: true, driven: true, readOnly: false })).toBe('blocks')
  expect(whatFollows({ blocks: false, driven: true, readOnly: true })).toBe('goesOn')
})

test('of a run that nobody drives it is said what an answer does, and of no answer to those who may only look on', () => {
  expect(whatFollows({ blocks: true, driven: false, readOnly: false })).toBe('idleBlocks')
  expect(whatFollows({ blocks: true, driven: false, readOnly: true })).toBe('idleWatched')
  expect(whatFollows({ blocks: false, driven: false, readOnly: false })).toBe('idle')
})

test('the last answer that is waited for resumes a run that nobody drives', () => {
  const questions = [question('a', true, true), question('b', true), question('c', false)]
  expect(resumesAfter({ questions, driven: false }, 'b')).toBe(true)
  expect(resumesAfter({ questions, driven: true }, 'b')).toBe(false)
  expect(resumesAfter({ questions, driven: false }, 'c')).toBe(false)
  expect(resumesAfter({ questions: [...questions, question('d', true)], driven: false }, 'b')).toBe(false)
})
