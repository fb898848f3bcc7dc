import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { writeNotes } from '../testing/write-notes.ts'
import { type Change, watchChanges } from './changes.ts'
import { mcpLimits } from './limits.ts'

const note = (log: ReturnType<typeof createMemoryEventLog>, run: string) => writeNotes(log, run, 1, 1)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Lets the log tell those who watch it, which it does once its own work is done. */
const settle = () => vi.advanceTimersByTimeAsync(0)

const watched = () => {
  const log = createMemoryEventLog()
  log.create('old')
  note(log, 'old')
  const changes: Change[] = []
  const end = watchChanges(log, (change) => void changes.push(change))
  return { log, changes, end }
}

test('the first change is told at once, those of the next second together when it is over', async () => {
  const { log, changes, end } = watched()
  note(log, 'old')
  await settle()
  expect(changes).toEqual([{ updated: ['gal://runs', 'gal://runs/old/events'], listed: false }])
  for (let count = 0; count < 50; count++) {
    note(log, 'old')
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(changes).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(mcpLimits.quiet)
  expect(changes).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(10 * mcpLimits.quiet)
  expect(changes).toHaveLength(2)
  end()
})

test('a run that begins, and a report that is written, change the list', async () => {
  const { log, changes, end } = watched()
  log.create('new one')
  note(log, 'new one')
  await settle()
  expect(changes.at(-1)).toEqual({ updated: ['gal://runs', 'gal://runs/new%20one/events'], listed: true })
  await vi.advanceTimersByTimeAsync(mcpLimits.quiet)
  log.input('old', { type: 'artifact-write', name: 'report/report.md', sha256: 'a'.repeat(64), bytes: 3 })
  await settle()
  expect(changes.at(-1)).toEqual({ updated: ['gal://runs', 'gal://runs/old/events', 'gal://runs/old/report'], listed: true })
  end()
})

test('nothing is told of the past, nor after the end', async () => {
  const { log, changes, end } = watched()
  await vi.advanceTimersByTimeAsync(2 * mcpLimits.quiet)
  note(log, 'old')
  await settle()
  note(log, 'old')
  await settle()
  end()
  note(log, 'old')
  await vi.advanceTimersByTimeAsync(2 * mcpLimits.quiet)
  expect(changes).toHaveLength(1)
})
