import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limits } from './limits.ts'
import { createOutlet } from './outlet.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const createWire = () => {
  const sent: string[] = []
  const wire = { waiting: 0, queued: 0, closed: 0, sent }
  const outlet = createOutlet(
    {
      send: (frame) => void sent.push(frame.toString()),
      waiting: () => wire.waiting,
      queued: () => wire.queued,
      close: (code) => {
        wire.closed = code
      },
    },
    { limits, onSent: () => undefined, part: (_reason, why) => ({ frame: Buffer.from(`bye: ${why}`), code: 4308 }) },
  )
  return { wire, outlet }
}
const tooMuch = limits.waiting + 1

test('a viewer that leaves over 1 MiB untaken for five seconds is told bye and let go with 4308', () => {
  const { wire, outlet } = createWire()
  wire.waiting = tooMuch
  outlet.send(Buffer.from('x'))
  vi.advanceTimersByTime(4_999)
  expect(wire.closed).toBe(0)
  vi.advanceTimersByTime(2)
  expect(wire.closed).toBe(4308)
  expect(wire.sent.at(-1)).toBe('bye: frames were not taken fast enough: come back and subscribe with after')
})

test('a viewer that leaves over 1,024 frames untaken is let go as well, however short they are', () => {
  const { wire, outlet } = createWire()
  wire.queued = limits.waitingFrames + 1
  outlet.send(Buffer.from('x'))
  vi.advanceTimersByTime(5_001)
  expect(wire.closed).toBe(4308)
})

test('a viewer that takes a little now and then is kept', () => {
  const { wire, outlet } = createWire()
  for (let round = 0; round < 5; round++) {
    wire.waiting = tooMuch
    outlet.send(Buffer.from('x'))
    vi.advanceTimersByTime(4_000)
    wire.waiting = 0
    expect(outlet.isFull()).toBe(false)
  }
  expect(wire.closed).toBe(0)
})

test('nothing is sent after bye', () => {
  const { wire, outlet } = createWire()
  outlet.end('silent', 'gone')
  outlet.tell({ type: 'error', code: 'x', message: 'y' })
  outlet.end('slow', 'again')
  expect(wire.sent).toHaveLength(1)
})

test('signals stop long before events do', () => {
  const { wire, outlet } = createWire()
  wire.waiting = limits.waitingForSignals + 1
  expect([outlet.takesSignals(), outlet.isFull()]).toEqual([false, false])
  Object.assign(wire, { waiting: 0, queued: limits.waitingFramesForSignals + 1 })
  expect([outlet.takesSignals(), outlet.isFull()]).toEqual([false, false])
  wire.queued = 0
  expect(outlet.takesSignals()).toBe(true)
})
