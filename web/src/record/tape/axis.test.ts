import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activityOf } from './activity.ts'
import { createAxis } from './axis.ts'
import { clockOf, clockOfLabels, isShort } from './clock-of.ts'
import { seqAt } from './seq-at.ts'
import { labelsOf } from './ticks-of.ts'

/** A run with idle times in it, in order and apart. */
const runs = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 10_000_000 })), { maxLength: 12 })
  .map((gaps) => {
    let time = 1_000_000
    const idles = gaps.map(([busy, idle]) => {
      const from = time + busy
      time = from + idle
      return { from, to: time }
    })
    return { from: 1_000_000, to: time + 5000, idles }
  })

test('later is never further left, and a place leads back to its time', () => {
  fc.assert(
    fc.property(
      runs,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ from, to, idles }, one, other) => {
        const axis = createAxis(from, to, idles)
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((part) => from + part * (to - from))
        expect(axis.placeOf(early ?? 0)).toBeLessThanOrEqual(axis.placeOf(late ?? 0))
        expect(axis.placeOf(axis.timeAt(one))).toBeCloseTo(one, 6)
        expect([axis.placeOf(from), axis.placeOf(to)]).toEqual([0, expect.closeTo(1, 9)])
      },
    ),
  )
})

test('a night without work takes a fiftieth of the time at work', () => {
  const hour = 3_600_000
  const axis = createAxis(0, 10 * hour, [{ from: hour, to: 9 * hour }])
  const [before, night, after] = axis.stretches
  expect(axis.stretches).toHaveLength(3)
  expect((night?.end ?? 0) - (night?.place ?? 0)).toBeCloseTo(0.02 / 1.02, 6)
  expect((before?.end ?? 0) - (before?.place ?? 0)).toBeCloseTo((after?.end ?? 0) - (after?.place ?? 0), 6)
})

test('a wait that is short beside the run is drawn as long as it was', () => {
  expect(createAxis(0, 100_000, [{ from: 5000, to: 5500 }]).stretches).toHaveLength(1)
})

test('a run of one entry has an axis', () => {
  const axis = createAxis(5, 5, [])
  expect([axis.placeOf(5), axis.timeAt(0.5)]).toEqual([1, 5])
})

test('labels keep apart, and the longest idle time is among them', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 200, max: 2000 }), ({ from, to, idles }, pixels) => {
      const axis = createAxis(from, to, idles)
      const labels = labelsOf(axis, pixels)
      const places = labels.map(({ place }) => place * pixels).sort((one, other) => one - other)
      for (const [index, place] of places.entries()) expect(place - (places[index - 1] ?? -100)).toBeGreaterThanOrEqual(71)
      const squeezed = axis.stretches.filter((stretch) => stretch.squeezed)
      const free = squeezed.filter(({ place, end }) => ((place + end) / 2) * pixels >= 72 && (1 - (place + end) / 2) * pixels >= 36)
      if (free.length === squeezed.length && free.length > 0) expect(labels.some(({ kind }) => kind === 'idle')).toBe(true)
    }),
  )
})

const steps = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 200 })
const logOf = (gaps: readonly number[]) => {
  let time = 0
  const times = gaps.map((gap) => {
    time += gap
    return time
  })
  return { count: times.length, timeAt: (seq: number) => times[seq - 1] ?? 0, times }
}

test('the entry at a time is the last one that was stored by then', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 10_000 }), (gaps, time) => {
      const log = logOf(gaps)
      expect(seqAt(log, time)).toBe(Math.max(1, log.times.filter((stored) => stored <= time).length))
    }),
  )
  expect(seqAt({ count: 0, timeAt: () => 0 }, 5)).toBe(0)
})

test('the line counts every entry once', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 60 }), (gaps, bins) => {
      const log = logOf(gaps)
      const counts = activityOf(log, createAxis(log.times[0] ?? 0, log.times.at(-1) ?? 0, []), bins)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(log.count)
    }),
  )
})

test('no two times under the line read the same, however short the run', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 200, max: 3000 }), (length, pixels) => {
      const axis = createAxis(1_000_000, 1_000_000 + length, [])
      const labels = labelsOf(axis, pixels)
      const told = labels.map(({ seconds }) => clockOfLabels(labels)(seconds))
      expect(new Set(told).size).toBe(told.length)
    }),
  )
})

test('a run of a few seconds is told in tenths, a longer one in seconds', () => {
  const [short, long] = [createAxis(0, 3900, []), createAxis(0, 600_000, [])].map((axis) => clockOf(isShort(axis)))
  expect([0, 0.3, 3, 3.86, 61.04].map((seconds) => short?.(seconds))).toEqual(['0:00.0', '0:00.3', '0:03.0', '0:03.8', '1:01.0'])
  expect(long?.(3.86)).toBe('0:03')
})

test('a night between two busy seconds does not make a run long', () => {
  expect(isShort(createAxis(0, 36_000_000, [{ from: 1000, to: 35_999_000 }]))).toBe(true)
})
