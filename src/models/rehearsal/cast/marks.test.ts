import { expect, test } from 'vitest'
import { reviewForm } from '../../../core/review.ts'
import { type Judged, marksOf } from './marks.ts'

const seen: Judged = {
  ...{ repetitions: 12, comparisons: 3, clear: 2, cited: 7, relevant: 6, width: 0.9, direction: 'better', turned: false },
  ...{ limits: true, confirmed: true, nearest: false, missed: 0 },
}
const overall = (change: Partial<Judged>) => marksOf({ ...seen, ...change }, 'soundness').overall

test('a narrower interval is marked higher, and a wider one lower', () => {
  expect([4, 0.9, 0.2].map((width) => overall({ width }))).toEqual([5, 6, 8])
})

test('a lost hypothesis, a curve that contradicts the end and another topic each cost a mark', () => {
  for (const change of [{ direction: 'worse' }, { turned: true }, { nearest: true }] as const) expect(overall(change)).toBe(overall({}) - 1)
})

test('on synthetic data the contribution is at most 2, and every mark is one that the form allows', () => {
  for (const width of [0, 0.01, 1, Number.POSITIVE_INFINITY])
    for (const emphasis of ['soundness', 'use', 'text'] as const) {
      const marks = marksOf({ ...seen, width, clear: 3 }, emphasis)
      expect(marks.contribution).toBeLessThanOrEqual(2)
      expect(reviewForm.partial().safeParse(marks).success).toBe(true)
    }
})
