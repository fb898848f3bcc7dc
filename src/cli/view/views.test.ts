import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LabEvent } from '../../core/events/index.ts'
import { createView } from './index.ts'
import { createTestIo, labOf, run, start, stored, turn } from './testing.ts'

const phase: LabEvent = { type: 'phase-start', phase: 'running-experiments', attempt: 1 }
const ask: LabEvent = { type: 'question-ask', id: 'q1', text: 'Go on\u001b[2J?', options: ['go on'], blocks: true }
const rows = stored([start, phase, turn('t1'), ask])
const input = (io: ReturnType<typeof createTestIo>) => ({ io, lab: labOf(rows), run, json: false, plain: false })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('for programs, each event is a line of JSON, also the start that came before the view was told of anything', () => {
  const io = createTestIo()
  const view = createView({ ...input(io), json: true })
  for (const row of rows.slice(1)) view.onStored(row)
  expect(io.raws.map((line) => JSON.parse(line))).toEqual(rows)
})

test('a pipe gets a plain line for each thing worth telling, without an escape sequence', () => {
  const io = createTestIo()
  const view = createView(input(io))
  for (const row of rows) view.onStored(row)
  expect(io.outs).toEqual([
    '   0:00  ▸ Research on: Does smoothing help?',
    '   0:01  ▸ Running experiments',
    '   0:03  ! needs you: Go on·[2J? (go on)  gal answer a-run q1 "go on"',
  ])
})

test('an event that comes twice is told once', () => {
  const io = createTestIo()
  const view = createView(input(io))
  for (const row of [...rows, ...rows]) view.onStored(row)
  expect(io.outs).toHaveLength(3)
})

test('what a run was before it was taken up again is known but not told', () => {
  const io = createTestIo()
  const last = rows.at(-1)
  if (last) createView(input(io)).onStored(last)
  expect(io.outs).toEqual(['   0:03  ! needs you: Go on·[2J? (go on)  gal answer a-run q1 "go on"'])
})

test('NO_COLOR keeps a terminal without colours', () => {
  const text = (env: Record<string, string>) => {
    const io = createTestIo({ isTerminal: true, env })
    const view = createView({ ...input(io), plain: true })
    for (const row of rows) view.onStored(row)
    return io.outs.join('\n')
  }
  expect(text({})).toContain('\u001b[')
  expect(text({ NO_COLOR: '1' })).not.toContain('\u001b')
})

test('a terminal that knows no cursor moves gets plain lines', () => {
  const io = createTestIo({ isTerminal: true, env: { TERM: 'dumb' } })
  const view = createView(input(io))
  for (const row of rows) view.onStored(row)
  expect(io.raws).toEqual([])
  expect(io.outs.length).toBeGreaterThan(2)
})

test('the live view draws at most ten times a second however much is said', () => {
  const io = createTestIo({ isTerminal: true })
  const view = createView(input(io))
  for (const row of rows.slice(0, 3)) view.onStored(row)
  for (let ms = 0; ms < 2000; ms++) {
    view.onSignal({ key: 'delta', turn: 't1', role: 'ml-engineer', text: 'word ' })
    vi.advanceTimersByTime(1)
  }
  expect(io.raws.length).toBeLessThanOrEqual(21)
  expect(io.raws.length).toBeGreaterThan(15)
  view.close()
})

test('clocks go on while nothing happens, until the view is closed', () => {
  const io = createTestIo({ isTerminal: true })
  const view = createView(input(io))
  for (const row of rows.slice(0, 3)) view.onStored(row)
  vi.advanceTimersByTime(3200)
  expect(io.raws.at(-1)).toContain('0:03')
  view.close()
  const drawn = io.raws.length
  vi.advanceTimersByTime(3200)
  view.close()
  expect(io.raws).toHaveLength(drawn)
})

test('closing writes what was not yet drawn, wraps lines again and gives the cursor back', () => {
  const io = createTestIo({ isTerminal: true })
  const view = createView(input(io))
  for (const row of rows) view.onStored(row)
  view.onProblem('the source did not answer')
  view.close()
  const all = io.raws.join('')
  expect(all).toContain('Running experiments')
  expect(all).toContain('gal: the source did not answer')
  expect(all.lastIndexOf('\u001b[?25h')).toBeGreaterThan(all.lastIndexOf('\u001b[?25l'))
  expect(all.lastIndexOf('\u001b[?7h')).toBeGreaterThan(all.lastIndexOf('\u001b[?7l'))
})

test('a closed view leaves no listener behind', () => {
  const before = process.listenerCount('exit')
  const view = createView(input(createTestIo({ isTerminal: true })))
  view.close()
  expect(process.listenerCount('exit')).toBe(before)
})
