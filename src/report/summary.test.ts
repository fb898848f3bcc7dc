import { describe, expect, test } from 'vitest'
import { metrics } from './made-log.ts'
import { curveOf, primaryOf, summariesOf } from './summary.ts'

describe('the summary of measurements', () => {
  test('has a row for each measure, split and arm, and leaves curves out', () => {
    const rows = summariesOf(metrics).map(({ name, split, arm, values }) => [name, split, arm, values.length])
    expect(rows).toEqual([
      ['loss', 'test', 'smoothing=0', 5],
      ['loss', 'test', 'smoothing=0.1', 5],
    ])
  })

  test('averages what one seed measured twice, because that is one repetition', () => {
    const [row] = summariesOf([
      { name: 'a', value: 1, seed: 1 },
      { name: 'a', value: 3, seed: 1 },
      { name: 'a', value: 4, seed: 2 },
    ])
    expect(row?.values).toEqual([2, 4])
  })

  test('takes each value without a seed for itself', () => {
    expect(summariesOf([1, 2, 3].map((value) => ({ name: 'a', value })))[0]?.values).toEqual([1, 2, 3])
  })

  test('keeps rows of a measure together however they were reported', () => {
    const mixed = ['a', 'b', 'a'].flatMap((name, place) => ['x', 'y'].map((arm) => ({ name, arm, value: place, seed: place })))
    expect(summariesOf(mixed).map(({ name, arm }) => name + arm)).toEqual(['ax', 'ay', 'bx', 'by'])
  })

  test('takes the measure that was reported first, in its first split, for the primary one', () => {
    const rows = summariesOf([
      { name: 'a', value: 1, split: 'test' },
      { name: 'a', value: 2, split: 'train' },
      { name: 'b', value: 3, split: 'test' },
    ])
    expect(primaryOf(rows).map(({ name, split }) => [name, split])).toEqual([['a', 'test']])
    expect(primaryOf([])).toEqual([])
  })

  test('orders a curve by step within each arm, and knows none with a single step', () => {
    const points = [3, 1, 2].map((step) => ({ name: 'a', value: step, step, seed: 1 }))
    expect(curveOf(points).map(({ step }) => step)).toEqual([1, 2, 3])
    expect(curveOf(points.slice(0, 1))).toEqual([])
    expect(curveOf(metrics)).toHaveLength(4)
  })
})
