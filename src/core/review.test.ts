import { expect, test } from 'vitest'
import { type ReviewForm, reviewForm, reviewScore } from './review.ts'
import { reviewWeights } from './review-weights.ts'

const words = {
  summary: 's',
  strengths: 's',
  weaknesses: 'w',
  questions: 'q',
  limitations: 'l',
  'ethical-concerns': false,
  decision: 'accept' as const,
}
const form = (mark: number, overall: number, confidence: number): ReviewForm => ({
  ...words,
  originality: mark,
  quality: mark,
  clarity: mark,
  significance: mark,
  soundness: mark,
  presentation: mark,
  contribution: mark,
  overall,
  confidence,
})

test('top marks give 10, and the weights sum to 2.2', () => {
  expect(reviewScore(form(4, 10, 5))).toBe(10)
  expect(Object.values(reviewWeights).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(2.2, 12)
})

test('a form in between gives the weighted sum of its shares', () => {
  // overall 5/10 · 1.0 + confidence 3/5 · 0.1 + all others 2/4 · 1.1 = 0.5 + 0.06 + 0.55 = 1.11; 10 · 1.11 / 2.2 = 5.045
  expect(reviewScore(form(2, 5, 3))).toBe(5.05)
})

test.each([
  ['a mark of 5', { originality: 5 }],
  ['a mark of 2.5', { quality: 2.5 }],
  ['an overall of 0', { overall: 0 }],
  ['no words', { summary: '' }],
  ['a field that is not on it', { mood: 'good' }],
])('a form with %s is refused', (_what, change) => {
  expect(reviewForm.safeParse({ ...form(2, 5, 3), ...change }).success).toBe(false)
})
