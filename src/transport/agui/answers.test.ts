import { expect, test } from 'vitest'
import { answerIn } from './answers.ts'

test.each([
  ['a text', 'go on', 'go on'],
  ['an object with an answer', { answer: 'go on' }, 'go on'],
  ['any other JSON', { seeds: 3 }, '{"seeds":3}'],
  ['a word that is none', true, 'true'],
  ['nothing', undefined, ''],
])('the answer in %s', (_, payload, answer) => {
  expect(answerIn(payload)).toBe(answer)
})
