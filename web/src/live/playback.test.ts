import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, longestPause } from './playback.ts'

/** Entries from 1, at these gaps in ms after one another. */
const timesOf = (gaps: readonly number[]) => (seq: number) =>
  seq < 1 || seq > gaps.length ? undefined : gaps.slice(0, seq).reduce((sum, gap) => sum + gap, 0)

test('moves on by the real times of the entries', () => {
  const timeOf = timesOf([0, 100, 300, 50])
  expect(advance({ seq: 1, spare: 0 }, 99, timeOf)).toEqual({ seq: 1, spare: 99 })
  expect(advance({ seq: 1, spare: 99 }, 1, timeOf)).toEqual({ seq: 2, spare: 0 })
  expect(advance({ seq: 2, spare: 0 }, 340, timeOf)).toEqual({ seq: 3, spare: 40 })
})

test('a pause of an hour is watched for as long as the longest pause', () => {
  const timeOf = timesOf([0, 3_600_000, 10])
  expect(advance({ seq: 1, spare: 0 }, longestPause - 1, timeOf).seq).toBe(1)
  expect(advance({ seq: 1, spare: 0 }, longestPause, timeOf).seq).toBe(2)
})

test('waits where the entries that are here end', () => {
  expect(advance({ seq: 1, spare: 0 }, 10_000, timesOf([0, 5, 5]))).toEqual({ seq: 3, spare: 0 })
  expect(advance({ seq: 3, spare: 0 }, 10_000, timesOf([0, 5, 5]))).toEqual({ seq: 3, spare: 0 })
})

test('many small frames lead to the same place as one long one', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(gaps, fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }), (all, steps) => {
      const timeOf = timesOf(all)
      const start = { seq: 1, spare: 0 }
      const small = steps.reduce((head, step) => advance(head, step, timeOf), start)
      const one = advance(
        start,
        steps.reduce((sum, step) => sum + step, 0),
        timeOf,
      )
      expect(small.seq).toBe(one.seq)
      expect(small.spare).toBe(one.spare)
    }),
  )
})
