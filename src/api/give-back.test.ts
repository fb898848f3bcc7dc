import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GalError } from '../core/error.ts'
import { createMemoryEventLog } from '../store/memory-event-log.ts'
import { giveBack } from './give-back.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a lease that a full disk keeps is given back as soon as there is room', () => {
  const log = createMemoryEventLog()
  const lease = { run: 'r', generation: 1 }
  let full = true
  const released: unknown[] = []
  const release = (given: typeof lease) => {
    if (full) throw new GalError('disk-full', 'the disk is full')
    released.push(given)
  }
  giveBack({ ...log, release }, lease)
  vi.advanceTimersByTime(3000)
  expect(released).toEqual([])
  full = false
  vi.advanceTimersByTime(1000)
  expect(released).toEqual([lease])
  vi.advanceTimersByTime(5000)
  expect(released).toHaveLength(1)
})
