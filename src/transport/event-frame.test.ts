import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LabEvent } from '../core/events/index.ts'
import { createEventFrames } from './event-frame.ts'
import { serverFrames } from './protocol.ts'

const frameOf = createEventFrames()
const stored = (event: object) => ({ run: 'r', seq: 3, pos: 9, at: '2026-11-02T10:00:00.000Z', event: event as LabEvent })
const read = (event: object, maxBytes = 60 * 1024) => JSON.parse(frameOf(stored(event), maxBytes).toString())

test('an event that fits is sent unchanged', () => {
  const event = { type: 'note-add', by: 'anna', text: 'x'.repeat(20_000) }
  expect(read(event)).toEqual({ type: 'event', ...stored(event) })
})

test('of an event that is too long the strings over 4 KiB are cut, and say how long they were', () => {
  const event = { type: 'turn-start', id: 't', told: 'ü'.repeat(40_000), ask: 'plan' }
  expect(read(event)).toMatchObject({ cut: true, seq: 3, event: { id: 't', ask: 'plan', told: { chars: 40_000, head: 'ü'.repeat(4096) } } })
})

test('when long strings are not the trouble, lists are cut as well', () => {
  const metrics = Array.from({ length: 3_000 }, (_, seed) => ({ name: 'accuracy', value: 0.5, seed, arm: 'baseline' }))
  const { event } = read({ type: 'program-end', id: 'p', metrics })
  expect(event.metrics).toEqual({ entries: 3_000, head: metrics.slice(0, 256) })
})

test('a character of two halves is not cut in the middle', () => {
  const { event } = read({ type: 'note-add', text: `x${'🧪'.repeat(20_000)}` })
  expect(event.text.head.isWellFormed()).toBe(true)
})

test('whatever the event holds, its frame is valid and within the limit', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 6 })), fc.integer({ min: 4096, max: 9000 }), (data, maxBytes) => {
      const big = { ...data, type: 'note-add', pad: Array.from({ length: 200 }, () => ({ ...data, filler: 'y'.repeat(90) })) }
      const frame = frameOf(stored(big), maxBytes)
      expect(frame.length).toBeLessThanOrEqual(maxBytes)
      expect(serverFrames.event.parse(JSON.parse(frame.toString())).event.type).toBe('note-add')
    }),
    { numRuns: 60 },
  )
})
