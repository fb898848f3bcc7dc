import { expect, test } from 'vitest'
import { curveOf, nearest } from './curve-points.ts'

const score = (seconds: number, value: number, program: string, attempt: number, best: boolean) => ({
  seq: seconds,
  at: new Date(seconds * 1000).toISOString(),
  attempt,
  program,
  score: value,
  best,
})
const startedAt = new Date(0).toISOString()

test('the line of an attempt holds its best scores, until the next attempt has one', () => {
  const curve = [score(10, 0.7, 'a', 1, true), score(20, 0.6, 'b', 1, false), score(30, 0.9, 'c', 1, true), score(60, 0.4, 'd', 2, true)]
  const { lines, points } = curveOf({ curve, programs: [], startedAt }, 60_000)
  expect(points.map(({ time }) => time)).toEqual([10, 20, 30, 60])
  expect(lines.map(({ attempt, steps, until }) => [attempt, steps.map(({ program }) => program), until >= 60])).toEqual([
    [1, ['a', 'c'], true],
    [2, ['d'], true],
  ])
})

test('without scores there are no lines, and still a time axis', () => {
  const { lines, end } = curveOf({ curve: [], programs: [], startedAt }, 0)
  expect(lines).toEqual([])
  expect(end).toBeGreaterThan(0)
})

test('only a mark near the pointer is found, and of two the nearer', () => {
  const marks = [
    { x: 0, y: 0, program: 'a' },
    { x: 10, y: 0, program: 'b' },
  ]
  expect(nearest(marks, 7, 0, 8)?.program).toBe('b')
  expect(nearest(marks, 40, 0, 8)).toBeUndefined()
})
