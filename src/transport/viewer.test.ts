import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createMemoryEventLog } from '../store/memory-event-log.ts'
import { createEventFrames } from './event-frame.ts'
import { createPages } from './pages.ts'
import type { ServerFrame } from './protocol.ts'
import { writeNotes } from './testing/write-notes.ts'
import { createViewer } from './viewer.ts'

/** A viewer of a log with so many events, over an outlet that keeps what it is sent and is full on demand. */
const createBench = (events: number) => {
  const log = createMemoryEventLog()
  log.create('r')
  writeNotes(log, 'r', 1, events)
  const frames: ServerFrame[] = []
  const bench = { full: false, frames, log, seqs: () => frames.flatMap((frame) => (frame.type === 'event' ? frame.seq : [])) }
  const outlet = {
    send: (frame: Buffer) => void frames.push(JSON.parse(frame.toString())),
    tell: (frame: ServerFrame) => void frames.push(frame),
    isFull: () => bench.full,
    takesSignals: () => true,
    end: () => undefined,
    isOpen: () => true,
    drop: () => undefined,
  }
  const onDefect = (error: unknown) => {
    throw error
  }
  const viewer = createViewer({ pages: createPages(log, onDefect), frameOf: createEventFrames(), outlet, frameOut: 60_000, onDefect })
  const caughtUp = async () => {
    while (!frames.some(({ type }) => type === 'caught-up')) await setImmediate()
  }
  return Object.assign(bench, { viewer, caughtUp })
}
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

test('a long backlog lets others have their turn after each page', async () => {
  const { viewer, seqs, caughtUp } = createBench(1000)
  viewer.follow('r', 0)
  viewer.wake()
  expect(seqs()).toEqual(upTo(200))
  await setImmediate()
  expect(seqs().length).toBeLessThan(1000)
  await caughtUp()
  expect(seqs()).toEqual(upTo(1000))
})

test('woken again and again while it waits for room, it sends nothing twice', async () => {
  const bench = createBench(300)
  bench.full = true
  bench.viewer.follow('r', 0)
  for (let times = 0; times < 5; times++) bench.viewer.wake()
  expect(bench.seqs()).toEqual([])
  bench.full = false
  await bench.caughtUp()
  await setTimeout(60)
  expect(bench.seqs()).toEqual(upTo(300))
})

test('a subscription that is replaced while it waits for room sends nothing more of its own', async () => {
  const bench = createBench(10)
  bench.full = true
  bench.viewer.follow('r', 0)
  bench.viewer.wake()
  bench.viewer.follow('r', 7)
  bench.viewer.wake()
  bench.full = false
  await bench.caughtUp()
  expect(bench.seqs()).toEqual([8, 9, 10])
})

test('a signal is about now, so a viewer that is not there yet does not get it', async () => {
  const { viewer, frames, caughtUp } = createBench(500)
  const signal = Buffer.from('{"type":"signal"}')
  viewer.follow('r', 0)
  viewer.wake()
  viewer.signal('r', signal)
  await caughtUp()
  expect(frames.map(({ type }) => type)).not.toContain('signal')
  viewer.signal('r', signal)
  expect(frames.at(-1)?.type).toBe('signal')
})
