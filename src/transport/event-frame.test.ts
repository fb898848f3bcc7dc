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

test('texts over the length that a viewer asked for are cut, and only they', () => {
  const event = { type: 'note-add', by: 'anna', text: 'x'.repeat(101), options: ['y'.repeat(100), 'z'.repeat(300)] }
  const frame = JSON.parse(frameOf(stored(event), 60 * 1024, 100).toString())
  expect(frame).toEqual({
    type: 'event',
    ...stored({ ...event, text: { chars: 101, head: 'x'.repeat(100) }, options: ['y'.repeat(100), { chars: 300, head: 'z'.repeat(100) }] }),
    cut: true,
  })
})

test('an event without such a text is sent unchanged, and not marked', () => {
  const event = stored({ type: 'note-add', by: 'anna', text: 'x'.repeat(100), options: ['y'.repeat(100)] })
  expect(frameOf(event, 60 * 1024, 100)).toBe(frameOf(event, 60 * 1024))
})

test('a text that the log holds apart keeps its reference and its length, and only its head is cut', () => {
  const told = { blob: 'a'.repeat(64), chars: 90_000, head: 'b'.repeat(300) }
  const { event } = JSON.parse(frameOf(stored({ type: 'turn-start', told }), 60 * 1024, 100).toString())
  expect(event.told).toEqual({ ...told, head: 'b'.repeat(100) })
})

test('an event that is asked for in the same way again is not made again', () => {
  const event = stored({ type: 'note-add', by: 'anna', text: 'x'.repeat(9_000), list: Array.from({ length: 3_000 }, () => 'y'.repeat(90)) })
  for (const chars of [undefined, 100, 50]) expect(frameOf(event, 60 * 1024, chars)).toBe(frameOf(event, 60 * 1024, chars))
  expect(frameOf(event, 60 * 1024, 100)).not.toBe(frameOf(event, 60 * 1024, 50))
})

test('cut as asked and still too long, it is cut further', () => {
  const frame = frameOf(stored({ type: 'note-add', list: Array.from({ length: 3_000 }, () => 'y'.repeat(90)) }), 4096, 70)
  expect(frame.length).toBeLessThanOrEqual(4096)
  expect(JSON.parse(frame.toString()).event.list.head[0]).toEqual({ chars: 90, head: 'y'.repeat(70) })
})
